import { CompressionTypes, Kafka, logLevel } from 'kafkajs'
import { emit, headerOf, judgeArguments, keyOf, onStop, valueOf } from './support/line-protocol.ts'

// kafkajs 2.2.4 as a judge: it brings gzip only; other codecs are plug-ins of other people.
const { command, bootstrap, topic, codec, from, count, group } = judgeArguments()
const kafka = new Kafka({ clientId: 'judge', brokers: [bootstrap], logLevel: logLevel.NOTHING })

if (command === 'produce') {
  const producer = kafka.producer({ allowAutoTopicCreation: true })
  await producer.connect()
  await producer.send({
    topic,
    compression: codec === 'gzip' ? CompressionTypes.GZIP : CompressionTypes.None,
    messages: Array.from({ length: count }, (_, index) => ({
      key: keyOf(from + index),
      value: valueOf(from + index),
      headers: { h: headerOf(from + index) },
    })),
  })
  await producer.disconnect()
  emit({ done: true })
} else {
  const consumer = kafka.consumer({
    groupId: group,
    sessionTimeout: 10_000,
    heartbeatInterval: 500,
    rebalanceTimeout: 10_000,
  })
  consumer.on(consumer.events.GROUP_JOIN, ({ payload }) => {
    emit({ assigned: Object.values(payload.memberAssignment).flat() })
  })
  await consumer.connect()
  await consumer.subscribe({ topics: topic.split(','), fromBeginning: true })
  await consumer.run({
    autoCommit: false,
    eachMessage: async ({ topic: from, partition, message }) => {
      const { key, value, headers, offset } = message
      await consumer.commitOffsets([{ topic: from, partition, offset: String(Number(offset) + 1) }])
      emit({
        partition,
        offset: Number(offset),
        key: String(key),
        value: String(value),
        header: String(headers?.['h']),
      })
    },
  })
  onStop(() => consumer.disconnect())
}
