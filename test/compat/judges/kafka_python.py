"""kafka-python as a judge; see support/line-protocol.ts."""

import json
import sys
import threading

from kafka import ConsumerRebalanceListener, KafkaConsumer, KafkaProducer
from kafka.structs import OffsetAndMetadata, TopicPartition

command, bootstrap, topic, third = sys.argv[1:5]


def emit(line):
    print(json.dumps(line), flush=True)


def value_of(index):
    return f"v{index}-" + "samsa " * 30


def produce(codec, first, count):
    producer = KafkaProducer(
        bootstrap_servers=bootstrap, compression_type=None if codec == "none" else codec, linger_ms=50
    )
    sent = [
        producer.send(
            topic,
            key=f"k{index}".encode(),
            value=value_of(index).encode(),
            headers=[("h", f"h{index}".encode())],
        )
        for index in range(first, first + count)
    ]
    for future in sent:
        future.get(timeout=30)
    producer.close()
    emit({"done": True})


class Told(ConsumerRebalanceListener):
    def on_partitions_revoked(self, revoked):
        pass

    def on_partitions_assigned(self, assigned):
        emit({"assigned": sorted(partition.partition for partition in assigned)})


def member(group):
    stop = threading.Event()
    threading.Thread(target=lambda: (sys.stdin.readline(), stop.set()), daemon=True).start()
    consumer = KafkaConsumer(
        bootstrap_servers=bootstrap,
        group_id=group,
        auto_offset_reset="earliest",
        enable_auto_commit=False,
        session_timeout_ms=10000,
        heartbeat_interval_ms=500,
    )
    consumer.subscribe(topic.split(","), listener=Told())
    while not stop.is_set():
        for partition, messages in consumer.poll(timeout_ms=100).items():
            for message in messages:
                position = OffsetAndMetadata(message.offset + 1, "", message.leader_epoch)
                consumer.commit({TopicPartition(message.topic, message.partition): position})
                emit(
                    {
                        "partition": message.partition,
                        "offset": message.offset,
                        "key": message.key.decode(),
                        "value": message.value.decode(),
                        "header": dict(message.headers)["h"].decode(),
                    }
                )
    consumer.close()
    emit({"stopped": True})


if command == "produce":
    produce(third, int(sys.argv[5]), int(sys.argv[6]))
else:
    member(third)
