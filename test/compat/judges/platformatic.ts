import { Consumer, Producer, stringDeserializers, stringSerializers } from '@platformatic/kafka'
import { emit, headerOf, judgeArguments, keyOf, onStop, valueOf } from './support/line-protocol.ts'

// @platformatic/kafka as a judge: every codec, classic groups.
const { command, bootstrap, topic, codec, from, count, group } = judgeArguments()
const clientId = 'judge'
const bootstrapBrokers = [bootstrap]

if (command === 'produce') {
  const producer = new Producer({
    clientId,
    bootstrapBrokers,
    serializers: stringSerializers,
    autocreateTopics: true,
    compression: codec as 'none',
  })
  await producer.send({
    messages: Array.from({ length: count }, (_, index) => ({
      topic,
      key: keyOf(from + index),
      value: valueOf(from + index),
      headers: { h: headerOf(from + index) },
    })),
  })
  await producer.close()
  emit({ done: true })
} else {
  const consumer = new Consumer({
    groupId: group,
    clientId,
    bootstrapBrokers,
    deserializers: stringDeserializers,
    sessionTimeout: 10_000,
    rebalanceTimeout: 10_000,
    heartbeatInterval: 500,
  })
  const tell = (): void => {
    emit({ assigned: consumer.assignments?.flatMap(({ partitions }) => partitions) ?? [] })
  }
  consumer.on('consumer:group:join', tell)
  const stream = await consumer.consume({
    topics: topic.split(','),
    mode: 'committed',
    fallbackMode: 'earliest',
    autocommit: false,
    maxWaitTime: 500,
  })
  onStop(async () => {
    await stream.close()
    await consumer.close(true)
  })
  for await (const message of stream) {
    await message.commit()
    const { partition, offset, key, value, headers } = message
    emit({ partition, offset: Number(offset), key, value, header: headers.get('h') })
  }
}
