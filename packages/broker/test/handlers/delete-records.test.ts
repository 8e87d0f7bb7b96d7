import { expect, test } from 'vitest'
import {
  deleteRecordsApi,
  deleteRecordsRequest,
  deleteRecordsRequestTopic,
  deleteRecordsRequestTopicPartition,
} from '@samsa/protocol'
import { batch } from '../replica/support/batches.ts'
import { fetch, listOffset, produceAll, put, told } from '../replica/support/requests.ts'
import type { TestClient } from '../replica/support/test-client.ts'
import { TestNode } from '../replica/support/test-node.ts'

/** Topic, partition, offset; the answer as `[error, low watermark]`, in the order of the request. */
async function cut(
  client: TestClient,
  parts: readonly (readonly [topic: string, partition: number, offset: number])[],
  version: number = 2,
): Promise<unknown> {
  const request = deleteRecordsRequest({
    timeoutMs: 1000,
    topics: parts.map(([name, partitionIndex, offset]) =>
      deleteRecordsRequestTopic({
        name,
        partitions: [deleteRecordsRequestTopicPartition({ partitionIndex, offset })],
      }),
    ),
  })
  const { topics } = await client.call(deleteRecordsApi, version, request)
  return topics.flatMap(({ partitions }) =>
    partitions.map(({ errorCode, lowWatermark }) => [errorCode, lowWatermark]),
  )
}

test.each([0, 1, 2])(
  'F08: v%i moves the log start up, never down, never past the end',
  async (version) => {
    await using node = await TestNode.start()
    await node.createTopic('t')
    using client = node.client()
    const texts = Array.from({ length: 10 }, (_, index) => `${index}`)
    await produceAll(client, [['t', 0, batch(texts)]])
    const to = (offset: number): Promise<unknown> => cut(client, [['t', 0, offset]], version)
    expect(await to(6)).toEqual([[0, 6]])
    expect(await to(6)).toEqual([[0, 6]])
    expect(await to(3)).toEqual([[0, 6]])
    expect((await listOffset(client, 't', -2)).offset).toBe(6)
    expect(told(await fetch(client, [['t', 0, 5]]))).toEqual(['t-0: error 1'])
    expect(told(await fetch(client, [['t', 0, 6]]))).toEqual([`t-0: ${texts.join(' ')}`])
    expect(await to(11)).toEqual([[1, -1]])
    expect(await to(-2)).toEqual([[1, -1]])
    expect(await to(-1)).toEqual([[0, 10]])
    const end = await fetch(client, [['t', 0, 10]])
    expect(end.responses[0]!.partitions[0]).toMatchObject({ errorCode: 0, logStartOffset: 10 })
    expect((await produceAll(client, [['t', 0, batch(['next'])]]))[0]).toMatchObject({
      errorCode: 0,
      baseOffset: 10,
    })
  },
)

test('F08: what was deleted stays deleted over a crash', async () => {
  await using first = await TestNode.start()
  const id = await first.createTopic('t')
  const client = first.client()
  await put(client, 't', 'a', 'b', 'c')
  expect(await cut(client, [['t', 0, 2]])).toEqual([[0, 2]])
  const topic = first.image.topics.byName('t')!
  await first.crash()
  await using node = await TestNode.start({ directory: first.directory })
  node.publish([{ ...topic, id }])
  await node.replicas.whenSettled()
  using again = node.client()
  expect((await listOffset(again, 't', -2)).offset).toBe(2)
  expect((await listOffset(again, 't', -1)).offset).toBe(3)
})

test('F08: a topic that is only compacted keeps its records: error 44', async () => {
  await using node = await TestNode.start()
  await node.createTopics({
    compacted: { configs: { 'cleanup.policy': 'compact' } },
    both: { configs: { 'cleanup.policy': 'compact,delete' } },
  })
  using client = node.client()
  await put(client, 'compacted', 'a')
  await put(client, 'both', 'a')
  expect(
    await cut(client, [
      ['compacted', 0, 1],
      ['both', 0, 1],
    ]),
  ).toEqual([
    [44, -1],
    [0, 1],
  ])
})

test('internal topics are error 17, unknown ones 3, and the others are cut all the same', async () => {
  await using node = await TestNode.start()
  await node.createTopics({ __consumer_offsets: {}, t: {} })
  using client = node.client()
  await put(client, 't', 'a')
  const parts = [
    ['__consumer_offsets', 0, 0],
    ['nope', 0, 0],
    ['t', 7, 0],
    ['t', -1, 0],
    ['t', 0, 1],
  ] as const
  expect(await cut(client, parts)).toEqual([
    [17, -1],
    [3, -1],
    [3, -1],
    [3, -1],
    [0, 1],
  ])
})

test('a partition that is named twice is cut once, as it is named last', async () => {
  await using node = await TestNode.start()
  await node.createTopic('t')
  using client = node.client()
  await put(client, 't', 'a', 'b', 'c')
  expect(
    await cut(client, [
      ['t', 0, 3],
      ['t', 0, 1],
    ]),
  ).toEqual([[0, 1]])
})

test('records above the high watermark cannot be deleted', async () => {
  await using node = await TestNode.start()
  await node.createTopic('t', { isr: [1, 2] })
  using client = node.client()
  await produceAll(client, [['t', 0, batch(['a'])]], { acks: 1 })
  expect(await cut(client, [['t', 0, 1]])).toEqual([[1, -1]])
  expect(await cut(client, [['t', 0, -1]])).toEqual([[0, 0]])
})

test('what follows on the connection sees the records gone', async () => {
  await using node = await TestNode.start()
  await node.createTopic('t')
  using client = node.client()
  await put(client, 't', 'a', 'b')
  const deleted = cut(client, [['t', 0, 2]])
  const read = fetch(client, [['t', 0, 0]])
  expect(await deleted).toEqual([[0, 2]])
  expect(told(await read)).toEqual(['t-0: error 1'])
})

test('without the right to delete the answer is error 29', async () => {
  await using node = await TestNode.start({
    authorizer: {
      isEnabled: true,
      allows: (_principal, _host, operation) => operation !== 'delete',
    },
  })
  await node.createTopic('t')
  using client = node.client()
  expect(
    await cut(client, [
      ['t', 0, 0],
      ['nope', 0, 0],
    ]),
  ).toEqual([
    [29, -1],
    [29, -1],
  ])
})
