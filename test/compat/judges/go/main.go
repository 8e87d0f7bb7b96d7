// franz-go as a judge; see ../support/line-protocol.ts.
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"strconv"
	"strings"
	"time"

	"github.com/twmb/franz-go/pkg/kgo"
)

func emit(line any) {
	bytes, _ := json.Marshal(line)
	fmt.Println(string(bytes))
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, err)
	os.Exit(1)
}

var codecs = map[string]kgo.CompressionCodec{
	"none":   kgo.NoCompression(),
	"gzip":   kgo.GzipCompression(),
	"snappy": kgo.SnappyCompression(),
	"lz4":    kgo.Lz4Compression(),
	"zstd":   kgo.ZstdCompression(),
}

func produce(bootstrap, topic, codec string, first, count int) {
	client, err := kgo.NewClient(
		kgo.SeedBrokers(bootstrap),
		kgo.AllowAutoTopicCreation(),
		kgo.ProducerBatchCompression(codecs[codec]),
		kgo.ProducerLinger(50*time.Millisecond),
	)
	if err != nil {
		fail(err)
	}
	defer client.Close()
	records := make([]*kgo.Record, 0, count)
	for index := first; index < first+count; index++ {
		records = append(records, &kgo.Record{
			Topic:   topic,
			Key:     []byte(fmt.Sprintf("k%d", index)),
			Value:   []byte(fmt.Sprintf("v%d-%s", index, strings.Repeat("samsa ", 30))),
			Headers: []kgo.RecordHeader{{Key: "h", Value: []byte(fmt.Sprintf("h%d", index))}},
		})
	}
	if err := client.ProduceSync(context.Background(), records...).FirstErr(); err != nil {
		fail(err)
	}
	emit(map[string]bool{"done": true})
}

func member(bootstrap, topic, group string) {
	ctx, stop := context.WithCancel(context.Background())
	go func() {
		bufio.NewReader(os.Stdin).ReadString('\n')
		stop()
	}()
	owned := map[string]int32{}
	tell := func() {
		partitions := []int32{}
		for _, partition := range owned {
			partitions = append(partitions, partition)
		}
		emit(map[string]any{"assigned": partitions})
	}
	client, err := kgo.NewClient(
		kgo.SeedBrokers(bootstrap),
		kgo.ConsumerGroup(group),
		kgo.ConsumeTopics(strings.Split(topic, ",")...),
		kgo.ConsumeResetOffset(kgo.NewOffset().AtStart()),
		kgo.DisableAutoCommit(),
		kgo.SessionTimeout(10*time.Second),
		kgo.HeartbeatInterval(500*time.Millisecond),
		kgo.OnPartitionsAssigned(func(_ context.Context, _ *kgo.Client, added map[string][]int32) {
			for name, partitions := range added {
				for _, partition := range partitions {
					owned[fmt.Sprint(name, partition)] = partition
				}
			}
			tell()
		}),
		kgo.OnPartitionsRevoked(func(_ context.Context, _ *kgo.Client, lost map[string][]int32) {
			for name, partitions := range lost {
				for _, partition := range partitions {
					delete(owned, fmt.Sprint(name, partition))
				}
			}
			tell()
		}),
		kgo.BlockRebalanceOnPoll(),
	)
	if err != nil {
		fail(err)
	}
	for ctx.Err() == nil {
		fetches := client.PollFetches(ctx)
		fetches.EachRecord(func(record *kgo.Record) {
			if err := client.CommitRecords(context.Background(), record); err != nil {
				fmt.Fprintln(os.Stderr, err)
			}
			emit(map[string]any{
				"partition": record.Partition,
				"offset":    record.Offset,
				"key":       string(record.Key),
				"value":     string(record.Value),
				"header":    string(record.Headers[0].Value),
			})
		})
		client.AllowRebalance()
	}
	client.Close()
	emit(map[string]bool{"stopped": true})
}

func main() {
	arguments := os.Args[1:]
	if arguments[0] == "produce" {
		first, _ := strconv.Atoi(arguments[4])
		count, _ := strconv.Atoi(arguments[5])
		produce(arguments[1], arguments[2], arguments[3], first, count)
	} else {
		member(arguments[1], arguments[2], arguments[3])
	}
}
