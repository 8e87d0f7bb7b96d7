import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createNodeDoors } from '@samsa/base/node'
import { createBatchTools, loadNodeAccelerators } from '@samsa/broker/server'
import {
  Admin,
  type ConsumedRecord,
  Consumer,
  type ConsumerOptions,
  Producer,
  type ProducerOptions,
} from '@samsa/client'
import {
  CODEC_GZIP,
  CODEC_LZ4,
  CODEC_NONE,
  CODEC_SNAPPY,
  CODEC_ZSTD,
  ErrorCode,
} from '@samsa/protocol'
import { CuttingNet } from './support/cutting-net.ts'
import { type InProcessNode, startInProcessNode } from './support/in-process-node.ts'

const { clock, random, net: realNet, compute } = createNodeDoors()
const tools = createBatchTools(loadNodeAccelerators())
let broker: InProcessNode
let admin: Admin
let topicsMade = 0

const common = (net: ProducerOptions['net'] = realNet): ProducerOptions & ConsumerOptions => ({
  net,
  clock,
  random,
  tools,
  bootstrap: [broker.address],
  clientId: 'test',
})

beforeAll(async () => {
  broker = await startInProcessNode(['group.min.session.timeout.ms=300'])
  admin = new Admin(common())
})

afterAll(async () => {
  admin.close()
  await broker.dispose()
  await compute.close()
})

async function newTopic(partitions: number = 1, configs: Record<string, string> = {}) {
  const name = `client-${++topicsMade}`
  await admin.createTopic({ name, partitions, replicationFactor: 1, configs })
  return name
}

const bytesOf = (text: string): Buffer => Buffer.from(text)
const textOf = ({ value }: ConsumedRecord): string => Buffer.from(value ?? []).toString()

/** Polls until there are `count` records. */
async function take(consumer: Consumer, count: number): Promise<ConsumedRecord[]> {
  const records: ConsumedRecord[] = []
  const deadline = clock.monotonicMs() + 20_000
  while (records.length < count) {
    if (clock.monotonicMs() > deadline) throw new Error(`${records.length} of ${count} records`)
    records.push(...(await consumer.poll(500)))
  }
  return records
}

async function readAll(topic: string, partitions: number, count: number) {
  const consumer = new Consumer({ ...common(), offsetReset: 'earliest' })
  await consumer.assign(
    Array.from({ length: partitions }, (_, partition) => ({ topic, partition })),
  )
  const records = await take(consumer, count)
  // What is there beyond would come at once.
  records.push(...(await consumer.poll(100)))
  await consumer.close()
  return records
}

describe('producer and consumer', () => {
  test.each([
    ['none', CODEC_NONE],
    ['gzip', CODEC_GZIP],
    ['snappy', CODEC_SNAPPY],
    ['lz4', CODEC_LZ4],
    ['zstd', CODEC_ZSTD],
  ])('a consumer reads what a producer sent, in order, with codec %s', async (_name, codec) => {
    const topic = await newTopic()
    const producer = new Producer({ ...common(), codec, batchBytesMax: 4096 })
    const headers = [{ key: bytesOf('h'), value: bytesOf('v') }]
    const sent = Array.from({ length: 500 }, (_, index) =>
      producer.send({ topic, key: bytesOf(`k${index}`), value: bytesOf(`v${index}`), headers }),
    )
    const positions = await Promise.all(sent)
    await producer.close()
    expect(positions.map(({ offset }) => offset)).toEqual(sent.map((_, index) => index))
    const records = await readAll(topic, 1, 500)
    expect(records.map(textOf)).toEqual(sent.map((_, index) => `v${index}`))
    expect(records.map(({ offset }) => offset)).toEqual(sent.map((_, index) => index))
    expect(Buffer.from(records[7]!.key!).toString()).toBe('k7')
    const [header] = records[7]!.headers
    expect(Buffer.from(header!.value!).toString()).toBe('v')
  })

  test('without acknowledgements records arrive all the same, at an offset nobody tells', async () => {
    const topic = await newTopic()
    const producer = new Producer({ ...common(), acks: 0 })
    const position = await producer.send({ topic, key: null, value: bytesOf('a') })
    expect(position).toEqual({ topic, partition: 0, offset: -1 })
    expect((await readAll(topic, 1, 1)).map(textOf)).toEqual(['a'])
    await producer.close()
  })

  test('an idempotent producer whose connections are cut writes each record once and in order', async () => {
    const topic = await newTopic(3)
    const net = new CuttingNet(realNet)
    const producer = new Producer({ ...common(net), lingerMs: 0, retryBackoffMs: 5 })
    let delivered = 0
    const sent: Promise<unknown>[] = []
    for (let index = 0; index < 3000; index++) {
      const value = bytesOf(String(index))
      const sending = producer.send({ topic, partition: index % 3, key: null, value })
      sent.push(sending.then(() => delivered++))
      if (index % 100 === 99) {
        await producer.send({ topic, partition: 0, key: null, value: bytesOf('mark') })
        // What is sent now is under way when the line goes dead.
        for (let more = 0; more < 3; more++) {
          const extra = { topic, partition: more, key: null, value: bytesOf(`extra${index}`) }
          sent.push(producer.send(extra))
        }
        clock.afterIo(() => net.cutAll())
      }
    }
    await Promise.all(sent)
    await producer.close()
    expect(delivered).toBe(3000)
    expect(net.connects).toBeGreaterThan(10)
    const records = await readAll(topic, 3, 3000 + 30 + 90)
    expect(records).toHaveLength(3000 + 30 + 90)
    for (const partition of [0, 1, 2]) {
      const numbers = records
        .filter((record) => record.partition === partition && /^\d+$/.test(textOf(record)))
        .map((record) => Number(textOf(record)))
      expect(numbers).toEqual(Array.from({ length: 1000 }, (_, index) => index * 3 + partition))
    }
  })

  test('a record that is too large fails by name, and those after it are delivered', async () => {
    const topic = await newTopic(1, { 'max.message.bytes': '1000' })
    const producer = new Producer({ ...common(), lingerMs: 0 })
    const large = producer.send({ topic, key: null, value: Buffer.alloc(5000) })
    await expect(large).rejects.toMatchObject({
      code: 'CLIENT_REFUSED',
      errorCode: ErrorCode.MESSAGE_TOO_LARGE,
    })
    const position = await producer.send({ topic, key: null, value: bytesOf('small') })
    expect(position.offset).toBe(0)
    await producer.close()
  })

  test('a producer waits while its buffer is full, and loses nothing', async () => {
    const topic = await newTopic()
    const options = { bufferedBytesMax: 20_000, batchBytesMax: 5_000 }
    const producer = new Producer({ ...common(), ...options })
    const value = Buffer.alloc(1000)
    const sent = Array.from({ length: 300 }, () => producer.send({ topic, key: null, value }))
    const positions = await Promise.all(sent)
    expect(positions.map(({ offset }) => offset)).toEqual(positions.map((_, index) => index))
    await producer.close()
  })

  test('a consumer goes on after its connections were cut', async () => {
    const topic = await newTopic(2)
    const net = new CuttingNet(realNet)
    const consumer = new Consumer({ ...common(net), offsetReset: 'earliest', retryBackoffMs: 5 })
    await consumer.assign([0, 1].map((partition) => ({ topic, partition })))
    const producer = new Producer({ ...common(), lingerMs: 0 })
    const seen: string[] = []
    for (let round = 0; round < 10; round++) {
      for (const partition of [0, 1]) {
        await producer.send({
          topic,
          partition,
          key: null,
          value: bytesOf(`${partition}:${round}`),
        })
      }
      seen.push(...(await take(consumer, 2)).map(textOf))
      net.cutAll()
    }
    const expected = seen.map((_, index) => `${index % 2}:${index >> 1}`)
    expect(new Set(seen)).toEqual(new Set(expected))
    expect(seen).toHaveLength(20)
    await Promise.all([producer.close(), consumer.close()])
  })

  test('a consumer of many partitions reads only what changes in them', async () => {
    const topic = await newTopic(40)
    const consumer = new Consumer({ ...common(), offsetReset: 'earliest' })
    await consumer.assign(Array.from({ length: 40 }, (_, partition) => ({ topic, partition })))
    const producer = new Producer({ ...common(), lingerMs: 0 })
    for (let round = 0; round < 5; round++) {
      const partition = (round * 7) % 40
      await producer.send({ topic, partition, key: null, value: bytesOf(String(round)) })
      const [record] = await take(consumer, 1)
      expect([record!.partition, textOf(record!)]).toEqual([partition, String(round)])
    }
    await Promise.all([producer.close(), consumer.close()])
  })

  test('a consumer seeks, begins at the end by default, and fails for an offset that is gone', async () => {
    const topic = await newTopic()
    const producer = new Producer(common())
    for (const value of ['a', 'b', 'c'])
      await producer.send({ topic, key: null, value: bytesOf(value) })
    const partition = { topic, partition: 0 }
    const consumer = new Consumer({ ...common(), fetchWaitMsMax: 50 })
    await consumer.assign([partition])
    expect(await consumer.poll(200)).toEqual([])
    expect(consumer.position(partition)).toBe(3)
    consumer.seek(partition, 1)
    expect((await take(consumer, 2)).map(textOf)).toEqual(['b', 'c'])
    consumer.seekToBeginning(partition)
    expect((await take(consumer, 3)).map(textOf)).toEqual(['a', 'b', 'c'])
    await consumer.close()
    const strict = new Consumer({ ...common(), offsetReset: 'none' })
    await strict.assign([partition])
    strict.seek(partition, 99)
    await expect(strict.poll(5000)).rejects.toMatchObject({
      code: 'CLIENT_REFUSED',
      errorCode: ErrorCode.OFFSET_OUT_OF_RANGE,
    })
    await Promise.all([producer.close(), strict.close()])
  })
})

describe('groups', () => {
  const member = (groupId: string, options: Partial<ConsumerOptions> = {}): Consumer =>
    new Consumer({
      ...common(),
      groupId,
      offsetReset: 'earliest',
      heartbeatIntervalMs: 50,
      sessionTimeoutMs: 6_000,
      ...options,
    })

  /** Polls both until `holds`; a rebalance needs every member to poll. */
  async function pollUntil(members: readonly Consumer[], holds: () => boolean) {
    const deadline = clock.monotonicMs() + 20_000
    const records: ConsumedRecord[] = []
    while (!holds()) {
      if (clock.monotonicMs() > deadline) throw new Error('the group does not settle')
      const polled = await Promise.all(members.map((consumer) => consumer.poll(50)))
      records.push(...polled.flat())
    }
    return records
  }

  test('two members share the partitions, and the one that stays takes over those of the other', async () => {
    const topic = await newTopic(5)
    const [first, second] = [member(topic), member(topic)]
    first.subscribe([topic])
    second.subscribe([topic])
    const sizes = (): number[] =>
      [first, second].map(({ assignment }) => assignment.length).sort((one, other) => one - other)
    await pollUntil([first, second], () => sizes().join() === '2,3')
    const all = [...first.assignment, ...second.assignment].map(({ partition }) => partition)
    expect(all.sort((one, other) => one - other)).toEqual([0, 1, 2, 3, 4])
    await second.close()
    await pollUntil([first], () => first.assignment.length === 5)
    await first.close()
  })

  test('a member that dies is replaced when its session is over', async () => {
    const topic = await newTopic(2)
    const options = { sessionTimeoutMs: 400 }
    const [first, second] = [member(topic, options), member(topic, options)]
    first.subscribe([topic])
    second.subscribe([topic])
    await pollUntil([first, second], () => second.assignment.length === 1)
    second.abort()
    await pollUntil([first], () => first.assignment.length === 2)
    expect(first.assignment.map(({ partition }) => partition)).toEqual([0, 1])
    await first.close()
  })

  test('a member that comes later goes on where the group has committed', async () => {
    const topic = await newTopic(2)
    const producer = new Producer(common())
    for (let index = 0; index < 20; index++) {
      await producer.send({ topic, partition: index % 2, key: null, value: bytesOf(String(index)) })
    }
    const first = member(topic, { pollRecordsMax: 7 })
    first.subscribe([topic])
    const before = await take(first, 7)
    await first.commit()
    await first.close()
    const second = member(topic)
    second.subscribe([topic])
    const after = await take(second, 20 - before.length)
    const seen = [...before, ...after].map(textOf).map(Number)
    expect(seen.sort((one, other) => one - other)).toEqual(seen.map((_, index) => index))
    const [even] = await second.committed([{ topic, partition: 0 }])
    expect(even).toBe(before.filter(({ partition }) => partition === 0).length || -1)
    await Promise.all([producer.close(), second.close()])
  })

  test('what is committed while partitions are revoked is not read again', async () => {
    const topic = await newTopic(4)
    const producer = new Producer(common())
    const seen: string[] = []
    const consume = (consumer: Consumer): void =>
      consumer.subscribe([topic], { onRevoked: () => consumer.commit() })
    const first = member(topic)
    consume(first)
    for (let index = 0; index < 40; index++) {
      await producer.send({ topic, partition: index % 4, key: null, value: bytesOf(String(index)) })
    }
    seen.push(...(await take(first, 40)).map(textOf))
    const second = member(topic)
    consume(second)
    const isShared = (): boolean => first.assignment.length === 2 && second.assignment.length === 2
    seen.push(...(await pollUntil([first, second], isShared)).map(textOf))
    for (let index = 40; index < 80; index++) {
      await producer.send({ topic, partition: index % 4, key: null, value: bytesOf(String(index)) })
    }
    const rest = await pollUntil([first, second], () => {
      const read = [first, second].flatMap((one) => one.assignment.map((at) => one.position(at)))
      return read.every((position) => position === 20)
    })
    seen.push(...rest.map(textOf))
    expect(seen.map(Number).sort((one, other) => one - other)).toEqual(
      Array.from({ length: 80 }, (_, index) => index),
    )
    await Promise.all([producer.close(), first.close(), second.close()])
  })
})

test('the admin makes, describes and deletes topics, and says why when it cannot', async () => {
  const name = await newTopic(3)
  const topic = await admin.describeTopic(name)
  expect(topic.partitions.map(({ leaderId }) => leaderId)).toEqual([1, 1, 1])
  await expect(admin.createTopic({ name })).rejects.toMatchObject({
    errorCode: ErrorCode.TOPIC_ALREADY_EXISTS,
  })
  await admin.deleteTopic(name)
  await expect(admin.deleteTopic(name)).rejects.toMatchObject({
    code: 'CLIENT_REFUSED',
    errorCode: ErrorCode.UNKNOWN_TOPIC_OR_PARTITION,
  })
  const { brokers, controllerId } = await admin.describeCluster()
  expect(brokers).toEqual([{ nodeId: 1, ...broker.address }])
  expect(controllerId).toBe(1)
})
