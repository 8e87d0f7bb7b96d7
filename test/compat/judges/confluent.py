"""confluent-kafka (librdkafka) as a judge; see support/line-protocol.ts."""

import json
import sys
import threading

from confluent_kafka import Consumer, Producer

command, bootstrap, topic, third = sys.argv[1:5]


def emit(line):
    print(json.dumps(line), flush=True)


def value_of(index):
    return f"v{index}-" + "samsa " * 30


def produce(codec, first, count):
    failures = []
    producer = Producer(
        {"bootstrap.servers": bootstrap, "compression.type": codec, "enable.idempotence": True, "linger.ms": 50}
    )
    for index in range(first, first + count):
        producer.produce(
            topic,
            key=f"k{index}",
            value=value_of(index),
            headers=[("h", f"h{index}".encode())],
            on_delivery=lambda error, _message: error and failures.append(str(error)),
        )
    left = producer.flush(30)
    if failures or left:
        sys.exit(f"{left} left, {failures[:3]}")
    emit({"done": True})


def member(group):
    stop = threading.Event()
    threading.Thread(target=lambda: (sys.stdin.readline(), stop.set()), daemon=True).start()
    consumer = Consumer(
        {
            "bootstrap.servers": bootstrap,
            "group.id": group,
            "auto.offset.reset": "earliest",
            "enable.auto.commit": False,
            "session.timeout.ms": 10000,
            "heartbeat.interval.ms": 500,
        }
    )

    def assigned(_consumer, partitions):
        emit({"assigned": [partition.partition for partition in partitions]})

    consumer.subscribe(topic.split(","), on_assign=assigned)
    while not stop.is_set():
        message = consumer.poll(0.1)
        if message is None:
            continue
        if message.error():
            print(message.error(), file=sys.stderr)
            continue
        consumer.commit(message, asynchronous=False)
        emit(
            {
                "partition": message.partition(),
                "offset": message.offset(),
                "key": message.key().decode(),
                "value": message.value().decode(),
                "header": dict(message.headers())["h"].decode(),
            }
        )
    consumer.close()
    emit({"stopped": True})


if command == "produce":
    produce(third, int(sys.argv[5]), int(sys.argv[6]))
else:
    member(third)
