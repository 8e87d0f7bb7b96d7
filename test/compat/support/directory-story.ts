import { Kafka, logLevel, CompressionTypes } from 'kafkajs'
import {
  buildBatch,
  codecOfName,
  createChecksum,
  createCompression,
  deleteRecordsApi,
  deleteRecordsRequest,
  deleteRecordsRequestTopic,
  deleteRecordsRequestTopicPartition,
  deleteTopicsApi,
  deleteTopicsRequest,
  deleteTopicsRequestTopic,
  ErrorCode,
  initProducerIdApi,
  initProducerIdRequest,
} from '@samsa/protocol'
import type { PlainClient, TopicName } from '../../support/plain-client.ts'
import { codecs } from './judge.ts'

export const GROUP = 'readers'
/** Of `orders` the group has read everything, of `trimmed` nothing. */
export const ORDERS = 60
export const CODEC_RECORDS = 40
export const TRIMMED_RECORDS = 30
export const TRIMMED_TO = 10
export const ROLLED_BATCHES = 300
const ROLLED_VALUE_BYTES = 10_000
const IN_FLIGHT_MAX = 8

/** One idempotent producer, which goes on wherever the directory goes. */
export interface Sequence {
  readonly topic: TopicName
  readonly producerId: number
  readonly producerEpoch: number
}

/** The topics of the story, all that is needed to look at them, and how to go on. */
export interface Story {
  readonly topics: readonly { readonly topic: TopicName; readonly partitions: number }[]
  /** What the console consumer prints of `orders`, `codecs` and `trimmed`, sorted. */
  readonly recordLines: readonly string[]
  readonly sequence: Sequence
}

const tools = { checksum: createChecksum(), compression: createCompression() }

/** Fills a broker: configs, keys, headers, codecs, segments, sequences, commits and deletions. */
export async function writeStory(client: PlainClient, bootstrap: string): Promise<Story> {
  const orders = await client.createTopic('orders', 3, { 'retention.ms': '864000000' })
  const byCodec = await client.createTopic('codecs', codecs.length)
  const trimmed = await client.createTopic('trimmed', 1, { 'max.message.bytes': '2000000' })
  const rolled = await client.createTopic('rolled', 2, { 'segment.bytes': '1048576' })
  const sequenced = await client.createTopic('sequenced', 1)
  await client.createTopic('gone', 2)
  const lines = [
    ...(await writeOrders(bootstrap)),
    ...(await writeCodecs(client, byCodec)),
    ...(await writeTrimmed(client, trimmed)),
  ]
  await writeRolled(client, rolled)
  await commitOrders(bootstrap)
  const gone = deleteTopicsRequestTopic({ name: 'gone' })
  await client.ask(deleteTopicsApi, deleteTopicsRequest({ topics: [gone], timeoutMs: 10_000 }))
  return {
    topics: [
      { topic: orders, partitions: 3 },
      { topic: byCodec, partitions: codecs.length },
      { topic: trimmed, partitions: 1 },
      { topic: rolled, partitions: 2 },
    ],
    recordLines: lines.toSorted(),
    sequence: await beginSequence(client, sequenced),
  }
}

/** Appends the batch of that sequence number; answers error code and base offset. */
export async function appendInSequence(
  client: PlainClient,
  { topic, producerId, producerEpoch }: Sequence,
  baseSequence: number,
): Promise<readonly [errorCode: number, baseOffset: number]> {
  const record = { key: null, value: Buffer.from(`number ${baseSequence}`), timestamp: Date.now() }
  const batch = buildBatch(tools, { producerId, producerEpoch, baseSequence }, [record])
  const { errorCode, baseOffset } = await client.produce(topic, 0, -1, batch)
  return [errorCode, baseOffset]
}

async function beginSequence(client: PlainClient, topic: TopicName): Promise<Sequence> {
  const request = initProducerIdRequest({
    transactionalId: null,
    producerId: -1,
    producerEpoch: -1,
  })
  const { producerId, producerEpoch } = await client.ask(initProducerIdApi, request)
  return { topic, producerId, producerEpoch }
}

/** By kafkajs, idempotently, with keys and headers. */
async function writeOrders(bootstrap: string): Promise<readonly string[]> {
  const kafka = new Kafka({ brokers: [bootstrap], logLevel: logLevel.NOTHING })
  const producer = kafka.producer({ idempotent: true, maxInFlightRequests: 1 })
  await producer.connect()
  const lines: string[] = []
  for (let partition = 0; partition < 3; partition++) {
    const numbers = Array.from({ length: ORDERS / 3 }, (_, offset) => offset)
    await producer.send({
      topic: 'orders',
      compression: partition === 1 ? CompressionTypes.GZIP : CompressionTypes.None,
      messages: numbers.map((offset) => ({
        partition,
        key: `key ${offset}`,
        value: `orders ${partition} ${offset}`,
        headers: { h: `header ${offset}` },
      })),
    })
    lines.push(...numbers.map((offset) => lineOf('orders', partition, offset)))
  }
  await producer.disconnect()
  return lines
}

/** By kafkajs: a member reads everything, commits it and leaves. */
async function commitOrders(bootstrap: string): Promise<void> {
  const kafka = new Kafka({ brokers: [bootstrap], logLevel: logLevel.NOTHING })
  const consumer = kafka.consumer({ groupId: GROUP })
  await consumer.connect()
  await consumer.subscribe({ topics: ['orders'], fromBeginning: true })
  await new Promise<void>((resolve, reject) => {
    let seen = 0
    consumer
      .run({
        autoCommit: false,
        eachMessage: async ({ topic, partition, message }) => {
          const offset = String(Number(message.offset) + 1)
          await consumer.commitOffsets([{ topic, partition, offset, metadata: 'by hand' }])
          if (++seen === ORDERS) resolve()
        },
      })
      .catch(reject)
  })
  await consumer.disconnect()
}

/** One partition for each codec. */
async function writeCodecs(client: PlainClient, topic: TopicName): Promise<readonly string[]> {
  const lines: string[] = []
  for (const [partition, codec] of codecs.entries()) {
    await append(client, topic, partition, CODEC_RECORDS, codecOfName(codec))
    for (let at = 0; at < CODEC_RECORDS; at++) lines.push(lineOf('codecs', partition, at))
  }
  return lines
}

async function writeTrimmed(client: PlainClient, topic: TopicName): Promise<readonly string[]> {
  await append(client, topic, 0, TRIMMED_RECORDS, undefined)
  const partition = deleteRecordsRequestTopicPartition({ partitionIndex: 0, offset: TRIMMED_TO })
  const trimmed = deleteRecordsRequestTopic({ name: topic.name, partitions: [partition] })
  const request = deleteRecordsRequest({ topics: [trimmed], timeoutMs: 10_000 })
  const { topics } = await client.ask(deleteRecordsApi, request)
  const answer = topics[0]?.partitions[0]
  if (answer?.errorCode !== ErrorCode.NONE) throw new Error('records were not deleted')
  const numbers = Array.from({ length: TRIMMED_RECORDS - TRIMMED_TO }, (_, at) => at + TRIMMED_TO)
  return numbers.map((at) => lineOf('trimmed', 0, at))
}

/** Some segments, with entries in their indexes. */
async function writeRolled(client: PlainClient, topic: TopicName): Promise<void> {
  let open: Promise<unknown>[] = []
  for (let at = 0; at < ROLLED_BATCHES; at++) {
    const value = Buffer.alloc(ROLLED_VALUE_BYTES, at)
    const batch = buildBatch(tools, {}, [{ key: null, value, timestamp: Date.now() }])
    open.push(client.produce(topic, at % 2, 1, batch))
    if (open.length === IN_FLIGHT_MAX) {
      await Promise.all(open)
      open = []
    }
  }
  await Promise.all(open)
}

/** Records 0, 1, 2, … in batches of ten. */
async function append(
  client: PlainClient,
  topic: TopicName,
  partition: number,
  count: number,
  codec: number | undefined,
): Promise<void> {
  for (let first = 0; first < count; first += 10) {
    const records = Array.from({ length: 10 }, (_, at) => ({
      key: Buffer.from(`key ${first + at}`),
      value: Buffer.from(`${topic.name} ${partition} ${first + at}`),
      headers: [{ key: Buffer.from('h'), value: Buffer.from(`header ${first + at}`) }],
      timestamp: Date.now(),
    }))
    const batch = buildBatch(tools, { codec }, records)
    const { errorCode } = await client.produce(topic, partition, -1, batch)
    if (errorCode !== ErrorCode.NONE) throw new Error(`${topic.name} answers ${errorCode}`)
  }
}

/** As the console consumer prints it. */
function lineOf(topic: string, partition: number, offset: number): string {
  const told = [`Partition:${partition}`, `Offset:${offset}`, `h:header ${offset}`]
  return [...told, `key ${offset}`, `${topic} ${partition} ${offset}`].join('\t')
}
