import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Apache's own Java clients as a judge; see support/line-protocol.ts. */
public class Judge {
    public static void main(String[] arguments) throws Exception {
        if (arguments[0].equals("produce")) {
            produce(arguments[1], arguments[2], arguments[3],
                Integer.parseInt(arguments[4]), Integer.parseInt(arguments[5]));
        } else {
            member(arguments[1], arguments[2], arguments[3]);
        }
    }

    static void produce(String bootstrap, String topic, String codec, int first, int count) throws Exception {
        Properties properties = new Properties();
        properties.put("bootstrap.servers", bootstrap);
        properties.put("compression.type", codec);
        properties.put("linger.ms", "50");
        try (var producer = new KafkaProducer<>(properties, new StringSerializer(), new StringSerializer())) {
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            for (int index = first; index < first + count; index++) {
                var record = new ProducerRecord<>(topic, "k" + index, "v" + index + "-" + "samsa ".repeat(30));
                record.headers().add("h", ("h" + index).getBytes(StandardCharsets.UTF_8));
                sent.add(producer.send(record));
            }
            for (var future : sent) future.get();
        }
        emit("{\"done\":true}");
    }

    static void member(String bootstrap, String topic, String group) {
        Properties properties = new Properties();
        properties.put("bootstrap.servers", bootstrap);
        properties.put("group.id", group);
        properties.put("group.protocol", "classic");
        properties.put("auto.offset.reset", "earliest");
        properties.put("enable.auto.commit", "false");
        properties.put("session.timeout.ms", "10000");
        properties.put("heartbeat.interval.ms", "500");
        properties.put("partition.assignment.strategy",
            "org.apache.kafka.clients.consumer.CooperativeStickyAssignor");
        AtomicBoolean isStopped = new AtomicBoolean();
        Thread reader = new Thread(() -> {
            try {
                System.in.read();
            } catch (IOException ignored) {
                // The test has gone: stop as well.
            }
            isStopped.set(true);
        });
        reader.setDaemon(true);
        reader.start();
        try (var consumer = new KafkaConsumer<>(properties, new StringDeserializer(), new StringDeserializer())) {
            TreeMap<String, Integer> owned = new TreeMap<>();
            consumer.subscribe(List.of(topic.split(",")), new ConsumerRebalanceListener() {
                @Override
                public void onPartitionsRevoked(Collection<TopicPartition> lost) {
                    lost.forEach(partition -> owned.remove(partition.toString()));
                    emit("{\"assigned\":" + owned.values() + "}");
                }

                @Override
                public void onPartitionsAssigned(Collection<TopicPartition> added) {
                    added.forEach(partition -> owned.put(partition.toString(), partition.partition()));
                    emit("{\"assigned\":" + owned.values() + "}");
                }
            });
            while (!isStopped.get()) {
                for (var record : consumer.poll(Duration.ofMillis(100))) {
                    consumer.commitSync(Map.of(new TopicPartition(record.topic(), record.partition()),
                        new OffsetAndMetadata(record.offset() + 1)));
                    String header = new String(record.headers().lastHeader("h").value(), StandardCharsets.UTF_8);
                    emit(String.format("{\"partition\":%d,\"offset\":%d,\"key\":\"%s\",\"value\":\"%s\",\"header\":\"%s\"}",
                        record.partition(), record.offset(), record.key(), record.value(), header));
                }
            }
        }
        emit("{\"stopped\":true}");
    }

    static synchronized void emit(String line) {
        System.out.println(line);
    }
}
