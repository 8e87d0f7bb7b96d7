import { randomUUID } from 'node:crypto'
import { CompressionTypes, Kafka, logLevel } from 'kafkajs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { eventually } from '../support/eventually.ts'
import { startCluster, type ClusterUnderTest } from './support/cluster-under-test.ts'
import { codecs, Member, produce, type Codec, type Judge } from './support/judge.ts'
import { franzGo, judges } from './support/judges.ts'
import { Matrix } from './support/matrix.ts'
import { headerOf, keyOf, valueOf } from './judges/support/line-protocol.ts'

const RECORDS = 100
const matrix = new Matrix()
let cluster: ClusterUnderTest
const members: Member[] = []

beforeAll(async () => {
  cluster = await startCluster()
})

afterAll(async () => {
  for (const member of members) member.kill()
  await cluster.dispose()
  process.stdout.write(`\n${matrix.toString()}\n`)
})

function join(judge: Judge, topic: string, group: string): Member {
  const member = new Member(judge, judge.memberCommand(cluster.bootstrap, topic, group))
  members.push(member)
  return member
}

async function send(judge: Judge, topic: string, codec: Codec, from: number, count: number) {
  await produce(judge, judge.produceCommand(cluster.bootstrap, topic, codec, from, count))
}

/** Records by kafkajs, gzip on the wire, for a topic that has a codec of its own. */
async function sendPlain(topic: string, from: number): Promise<void> {
  const kafka = new Kafka({ brokers: [cluster.bootstrap], logLevel: logLevel.NOTHING })
  const producer = kafka.producer()
  await producer.connect()
  const messages = Array.from({ length: RECORDS }, (_, index) => ({
    key: keyOf(from + index),
    value: valueOf(from + index),
    headers: { h: headerOf(from + index) },
  }))
  await producer.send({ topic, compression: CompressionTypes.GZIP, messages })
  await producer.disconnect()
}

/** Waits until the members together have told all records of [from, to), each once and as sent. */
async function expectRecords(judge: Judge, readers: readonly Member[], from: number, to: number) {
  const told = await eventually(`${judge.name} reads ${to - from} records`, () => {
    const records = readers.flatMap((reader) => reader.records)
    for (const reader of readers) expect(reader.hasExited, reader.said).toBe(false)
    return records.length >= to - from ? records : undefined
  })
  const keys = told.map(({ key }) => Number(key.slice(1))).sort((a, b) => a - b)
  expect(keys).toEqual(Array.from({ length: to - from }, (_, index) => from + index))
  for (const { key, value, header } of told) {
    const index = Number(key.slice(1))
    expect(value).toBe(valueOf(index))
    // kcat gives all records of a run the header of the first.
    expect([headerOf(index), headerOf(index - (index % RECORDS))]).toContain(header)
  }
}

async function createTopic(topic: string, config: Readonly<Record<string, string>> = {}) {
  const kafka = new Kafka({ brokers: [cluster.bootstrap], logLevel: logLevel.NOTHING })
  const admin = kafka.admin()
  await admin.connect()
  const configEntries = Object.entries(config).map(([name, value]) => ({ name, value }))
  await admin.createTopics({ topics: [{ topic, numPartitions: 2, configEntries }] })
  await admin.disconnect()
}

const allJudges = [...judges, await franzGo()]

/** A test that fills cells of the table; where the judge is missing it is skipped by name. */
async function step(
  judge: Judge,
  cells: readonly string[],
  skip: (condition: boolean, reason: string) => void,
  run: () => Promise<void>,
): Promise<void> {
  const missing = await judge.missing()
  if (missing !== undefined) {
    for (const cell of cells) matrix.set(judge.name, cell, 'not here')
    skip(true, missing)
    return
  }
  for (const cell of cells) matrix.set(judge.name, cell, 'FAILED')
  await run()
  for (const cell of cells) matrix.set(judge.name, cell, 'ok')
}

describe.each(allJudges.map((judge) => [judge.name, judge] as const))('%s', (_name, judge) => {
  const unique = randomUUID().slice(0, 8)

  for (const codec of codecs) {
    if (!judge.codecs.includes(codec)) matrix.set(judge.name, codec, 'no codec')
  }

  test('produces with every codec it brings along and reads all of it back in a group', ({
    skip,
  }) =>
    step(judge, judge.codecs, skip, async () => {
      const topic = `${judge.name}-codecs-${unique}`
      await createTopic(topic)
      const member = join(judge, topic, `${topic}-group`)
      for (const [turn, codec] of judge.codecs.entries()) {
        await send(judge, topic, codec, turn * RECORDS, RECORDS)
      }
      await expectRecords(judge, [member], 0, judge.codecs.length * RECORDS)
      expect(member.assigned.length).toBe(2)
      await member.leave()
    }))

  test('reads what the broker itself compressed with each of these codecs', ({ skip }) =>
    step(judge, ['broker codecs'], skip, async () => {
      const topics = judge.codecs.map((codec) => `${judge.name}-topic-${codec}-${unique}`)
      for (const [turn, codec] of judge.codecs.entries()) {
        const topic = topics[turn] ?? ''
        await createTopic(topic, { 'compression.type': codec === 'none' ? 'uncompressed' : codec })
        await sendPlain(topic, turn * RECORDS)
      }
      const member = join(judge, topics.join(','), `${judge.name}-topics-${unique}-group`)
      await expectRecords(judge, [member], 0, judge.codecs.length * RECORDS)
      expect(member.assigned.length).toBe(2 * topics.length)
      await member.leave()
    }))

  test('shares a topic between two members, and one takes over when the other leaves', ({ skip }) =>
    step(judge, ['two members'], skip, async () => {
      const topic = `${judge.name}-shared-${unique}`
      await createTopic(topic)
      const group = `${topic}-group`
      const first = join(judge, topic, group)
      await eventually('the first member owns both partitions', () => owns(first, 2))
      const second = join(judge, topic, group)
      await eventually('each member owns one partition', () => owns(first, 1) && owns(second, 1))
      await send(judge, topic, 'none', 0, RECORDS)
      await expectRecords(judge, [first, second], 0, RECORDS)
      await second.leave()
      await eventually('the one that stayed owns both again', () => owns(first, 2))
      await first.leave()
      expect(first.records.length + second.records.length).toBe(RECORDS)
    }))

  test('commits, and goes on behind its commits after a restart of the broker', ({ skip }) =>
    step(judge, ['restart'], skip, async () => {
      const topic = `${judge.name}-continued-${unique}`
      await createTopic(topic)
      const group = `${topic}-group`
      const first = join(judge, topic, group)
      await send(judge, topic, 'none', 0, RECORDS)
      await expectRecords(judge, [first], 0, RECORDS)
      await first.leave()
      await cluster.restart()
      await send(judge, topic, 'none', RECORDS, RECORDS)
      const second = join(judge, topic, group)
      await expectRecords(judge, [second], RECORDS, 2 * RECORDS)
      await second.leave()
      expect(second.records.length).toBe(RECORDS)
    }))
})

/** True, or undefined to go on waiting, when the member's last assignment has so many partitions. */
function owns(member: Member, count: number): true | undefined {
  expect(member.hasExited, member.said).toBe(false)
  return member.assigned.length === count ? true : undefined
}
