import { expect, test } from 'vitest'
import {
  listOffsetsApi,
  listOffsetsRequest,
  listOffsetsRequestTopic,
  listOffsetsRequestTopicPartition,
} from '@samsa/protocol'
import { batch } from '../replica/support/batches.ts'
import { type ListedOffset, listOffset, produceAll, put } from '../replica/support/requests.ts'
import type { TestClient } from '../replica/support/test-client.ts'
import { TestNode } from '../replica/support/test-node.ts'

const found = ({ errorCode, timestamp, offset }: ListedOffset): unknown[] => [
  errorCode,
  timestamp,
  offset,
]

/** Four batches, with timestamps 2, 4, 6 and 8. */
async function fill(client: TestClient): Promise<void> {
  for (const timestamp of [2, 4, 6, 8]) {
    await produceAll(client, [['t', 0, batch([`at ${timestamp}`], { timestamp })]])
  }
}

test('F03: a time gives the first record that is not older, with its own timestamp', async () => {
  await using node = await TestNode.start()
  await node.createTopic('t')
  using client = node.client()
  await fill(client)
  const cases: [asked: number, timestamp: number, offset: number][] = [
    [0, 2, 0],
    [2, 2, 0],
    [3, 4, 1],
    [4, 4, 1],
    [5, 6, 2],
    [8, 8, 3],
    [9, -1, -1],
    [Number.MAX_SAFE_INTEGER, -1, -1],
    [-1, -1, 4],
    [-2, -1, 0],
  ]
  for (const [asked, timestamp, offset] of cases) {
    expect(found(await listOffset(client, 't', asked)), `time ${asked}`).toEqual([
      0,
      timestamp,
      offset,
    ])
  }
})

test('F03: on an emptied log a time gives nothing, and both ends are the log start', async () => {
  await using node = await TestNode.start()
  await node.createTopic('t')
  using client = node.client()
  await fill(client)
  await node.partition('t').log.deleteRecordsBefore(4 as never)
  expect(found(await listOffset(client, 't', 2))).toEqual([0, -1, -1])
  expect(found(await listOffset(client, 't', -2))).toEqual([0, -1, 4])
  expect(found(await listOffset(client, 't', -1))).toEqual([0, -1, 4])
})

test('a negative timestamp that the version does not know is error 35, for that partition', async () => {
  await using node = await TestNode.start()
  await node.createTopic('t')
  using client = node.client()
  await fill(client)
  const first = new Map([
    [-1, 1],
    [-2, 1],
    [-3, 7],
    [-4, 8],
    [-5, 9],
    [-6, 11],
    [-7, 99],
    [-8_000_000_000, 99],
  ])
  for (const [timestamp, version] of first) {
    for (const asked of [1, 4, 6, 7, 8, 9, 10, 11]) {
      const { errorCode } = await listOffset(client, 't', timestamp, { version: asked })
      expect(errorCode, `${timestamp} in v${asked}`).toBe(asked >= version ? 0 : 35)
    }
  }
})

test('-3 is the record with the largest timestamp, -4 the log start, -5 and -6 are nowhere', async () => {
  await using node = await TestNode.start()
  await node.createTopic('t')
  using client = node.client()
  for (const timestamp of [5, 9, 7]) {
    await produceAll(client, [['t', 0, batch(['a', 'b'], { timestamp })]])
  }
  expect(found(await listOffset(client, 't', -3))).toEqual([0, 9, 2])
  expect(found(await listOffset(client, 't', -4))).toEqual([0, -1, 0])
  expect(found(await listOffset(client, 't', -5))).toEqual([0, -1, -1])
  expect(found(await listOffset(client, 't', -6))).toEqual([0, -1, -1])
})

test('an empty log has ends and nothing else', async () => {
  await using node = await TestNode.start()
  await node.createTopic('t')
  using client = node.client()
  const all = [-1, -2, -3, 5].map((timestamp) => listOffset(client, 't', timestamp))
  expect((await Promise.all(all)).map(found)).toEqual([
    [0, -1, 0],
    [0, -1, 0],
    [0, -1, -1],
    [0, -1, -1],
  ])
})

test('the leader epoch stands beside the offset from v4 on', async () => {
  await using node = await TestNode.start()
  await node.createTopic('t')
  using client = node.client()
  await put(client, 't', 'old')
  node.alterTopic('t', () => ({ leaderEpoch: 5 as never }))
  await put(client, 't', 'new')
  const epochOf = async (timestamp: number, version: number): Promise<number> =>
    (await listOffset(client, 't', timestamp, { version })).leaderEpoch
  expect(await epochOf(-1, 4)).toBe(5)
  expect(await epochOf(-2, 4)).toBe(0)
  expect(await epochOf(0, 4)).toBe(0)
  expect(await epochOf(-1, 3)).toBe(-1)
})

test('a consumer sees committed records only, a replica all', async () => {
  await using node = await TestNode.start()
  await node.createTopic('t')
  using client = node.client()
  await put(client, 't', 'committed')
  node.alterTopic('t', () => ({ isr: [1, 2] as never }))
  const bytes = batch(['not yet'], { timestamp: 1_750_000_000_999 })
  await produceAll(client, [['t', 0, bytes]], { acks: 1 })
  expect(found(await listOffset(client, 't', -1))).toEqual([0, -1, 1])
  expect(found(await listOffset(client, 't', -1, { isolationLevel: 1 }))).toEqual([0, -1, 1])
  expect(found(await listOffset(client, 't', -1, { replicaId: 2 }))).toEqual([0, -1, 2])
  expect(found(await listOffset(client, 't', -3))).toEqual([0, -1, -1])
  expect(found(await listOffset(client, 't', 1_750_000_000_999))).toEqual([0, -1, -1])
})

test('a new leader says nothing of the end until it knows what was committed', async () => {
  await using node = await TestNode.start()
  await node.createTopic('t', { isr: [1, 2] })
  using client = node.client()
  await produceAll(client, [['t', 0, batch(['a'])]], { acks: 1 })
  node.alterTopic('t', () => ({ leaderEpoch: 1 as never }))
  expect((await listOffset(client, 't', -1, { version: 5 })).errorCode).toBe(78)
  expect((await listOffset(client, 't', -1, { version: 4 })).errorCode).toBe(5)
  expect((await listOffset(client, 't', 0, { version: 5 })).errorCode).toBe(78)
  expect((await listOffset(client, 't', -2, { version: 5 })).errorCode).toBe(0)
  node.alterTopic('t', () => ({ isr: [1] as never }))
  expect(found(await listOffset(client, 't', -1))).toEqual([0, -1, 1])
})

test('errors tell no offset: unknown, wrong epoch, unknown isolation level', async () => {
  await using node = await TestNode.start()
  await node.createTopic('t')
  node.alterTopic('t', () => ({ leaderEpoch: 4 as never }))
  using client = node.client()
  const none = (errorCode: number): unknown[] => [errorCode, -1, -1]
  expect(found(await listOffset(client, 'nope', -1))).toEqual(none(3))
  expect(found(await listOffset(client, 't', -1, { partition: 7 }))).toEqual(none(3))
  expect(found(await listOffset(client, 't', -1, { partition: -1 }))).toEqual(none(3))
  expect(found(await listOffset(client, 't', -1, { currentLeaderEpoch: 3 }))).toEqual(none(74))
  expect(found(await listOffset(client, 't', -1, { currentLeaderEpoch: 5 }))).toEqual(none(75))
  expect(found(await listOffset(client, 't', -1, { currentLeaderEpoch: -2 }))).toEqual(none(74))
  expect(found(await listOffset(client, 't', -1, { isolationLevel: 7 }))).toEqual(none(-1))
  node.alterTopic('t', () => ({ leader: 2 as never, leaderEpoch: 6 as never }))
  expect(found(await listOffset(client, 't', -1))).toEqual(none(6))
})

test('a partition that is named twice is error 42, once; the others are answered', async () => {
  await using node = await TestNode.start()
  await node.createTopic('t', { partitions: 2 })
  using client = node.client()
  const topicOf = (...partitions: number[]): ReturnType<typeof listOffsetsRequestTopic> =>
    listOffsetsRequestTopic({
      name: 't',
      partitions: partitions.map((partitionIndex) =>
        listOffsetsRequestTopicPartition({ partitionIndex, timestamp: -1n }),
      ),
    })
  const request = listOffsetsRequest({ replicaId: -1, topics: [topicOf(0, 1), topicOf(0)] })
  const { topics } = await client.call(listOffsetsApi, 5, request)
  expect(topics).toHaveLength(1)
  const answers = topics[0]!.partitions.map(({ partitionIndex, errorCode, offset }) => [
    partitionIndex,
    errorCode,
    offset,
  ])
  expect(answers).toEqual([
    [0, 42, -1],
    [1, 0, 0],
  ])
})
