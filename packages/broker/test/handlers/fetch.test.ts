import { expect, test } from 'vitest'
import type { FetchResponse } from '@samsa/protocol'
import { batch } from '../replica/support/batches.ts'
import { turn, until } from '../replica/support/manual-clock.ts'
import {
  fetch,
  type FetchOptions,
  type FetchPart,
  partitionsOf,
  produceAll,
  put,
  told,
} from '../replica/support/requests.ts'
import type { TestClient } from '../replica/support/test-client.ts'
import { ZERO_UUID } from '@samsa/base'
import { TestNode, UNKNOWN_ID } from '../replica/support/test-node.ts'

/** A fetch under way: what came of it, once something did. */
class Pending {
  response: FetchResponse | undefined

  constructor(client: TestClient, parts: readonly FetchPart[], options: FetchOptions = {}) {
    void fetch(client, parts, options).then((response) => (this.response = response))
  }

  async answered(): Promise<FetchResponse> {
    await until(() => this.response !== undefined, 'the fetch is answered')
    return this.response!
  }

  async isParked(): Promise<boolean> {
    for (let turns = 0; turns < 5; turns++) await turn()
    return this.response === undefined
  }
}

const PLENTY_MS = 60_000

test.each([4, 5, 7, 11, 12])('v%i gives records and offsets of topics by name', async (version) => {
  await using node = await TestNode.start()
  await node.createTopics({ t: {}, u: {} })
  using client = node.client()
  await put(client, 't', 'a', 'b')
  const response = await fetch(
    client,
    [
      ['t', 0, 0],
      ['u', 0, 0],
    ],
    { version },
  )
  expect(told(response)).toEqual(['t-0: a b', 'u-0:'])
  expect(partitionsOf(response)[0]).toMatchObject({
    highWatermark: 2,
    lastStableOffset: 2,
    logStartOffset: version >= 5 ? 0 : -1,
    abortedTransactions: null,
    preferredReadReplica: -1,
  })
  // No records is an empty set, never null.
  expect(partitionsOf(response)[1]?.records?.sizeBytes).toBe(0)
})

test.each([13, 16, 18])('v%i names topics by id', async (version) => {
  await using node = await TestNode.start()
  const id = await node.createTopic('t')
  using client = node.client()
  await put(client, 't', 'a')
  const response = await fetch(
    client,
    [
      [id, 0, 0],
      [UNKNOWN_ID, 0, 0],
    ],
    { version },
  )
  expect(response.responses.map(({ topicId }) => topicId)).toEqual([id, UNKNOWN_ID])
  expect(told(response)).toEqual(['-0: a', '-0: error 100'])
})

test('the zero id, and a name in its place, are topics that nobody has', async () => {
  await using node = await TestNode.start()
  using client = node.client()
  expect(told(await fetch(client, [[ZERO_UUID, 0, 0]], { version: 13 }))).toEqual(['-0: error 100'])
  expect(told(await fetch(client, [['', 0, 0]]))).toEqual(['-0: error 3'])
})

test('F02: a fetch at the end waits for max_wait and no longer', async () => {
  await using node = await TestNode.start()
  await node.createTopic('t')
  using client = node.client()
  const pending = new Pending(client, [['t', 0, 0]], { maxWaitMs: 2000 })
  await node.clock.advance(1999)
  expect(await pending.isParked()).toBe(true)
  await node.clock.advance(2)
  expect(told(await pending.answered())).toEqual(['t-0:'])
})

test('F02: a waiting fetch ends with the record that is produced meanwhile', async () => {
  await using node = await TestNode.start()
  await node.createTopic('t')
  using reader = node.client()
  using writer = node.client()
  const timers = node.wheel.count
  const pending = new Pending(reader, [['t', 0, 0]], { maxWaitMs: PLENTY_MS })
  expect(await pending.isParked()).toBe(true)
  await put(writer, 't', 'news')
  expect(told(await pending.answered())).toEqual(['t-0: news'])
  expect(node.wheel.count).toBe(timers)
})

test('F02: below min_bytes a fetch waits, and then gives what there is', async () => {
  await using node = await TestNode.start()
  await node.createTopic('t')
  using client = node.client()
  await put(client, 't', 'little')
  const pending = new Pending(client, [['t', 0, 0]], { maxWaitMs: 1500, minBytes: 1_000_000 })
  await node.clock.advance(1499)
  expect(await pending.isParked()).toBe(true)
  await node.clock.advance(2)
  expect(told(await pending.answered())).toEqual(['t-0: little'])
})

test('a waiting fetch ends once min_bytes have come, over all its partitions', async () => {
  await using node = await TestNode.start()
  await node.createTopics({ t: {}, u: {} })
  using reader = node.client()
  using writer = node.client()
  const size = batch(['x'.repeat(100)]).length
  const parts = [
    ['t', 0, 0],
    ['u', 0, 0],
  ] as const
  const options = { maxWaitMs: PLENTY_MS, minBytes: 3 * size }
  const pending = new Pending(reader, parts, options)
  await put(writer, 't', 'x'.repeat(100))
  await put(writer, 'u', 'x'.repeat(100))
  expect(await pending.isParked()).toBe(true)
  await put(writer, 't', 'x'.repeat(100))
  const sizes = partitionsOf(await pending.answered()).map(({ records }) => records?.sizeBytes)
  expect(sizes).toEqual([2 * size, size])
})

test('min_bytes above max_bytes, or above a partition that is cut, does not wait', async () => {
  await using node = await TestNode.start()
  await node.createTopic('t')
  using client = node.client()
  for (let index = 0; index < 10; index++) await put(client, 't', 'x'.repeat(200))
  const size = batch(['x'.repeat(200)]).length
  const options = { maxWaitMs: PLENTY_MS, minBytes: 1 << 30, maxBytes: 2 * size + 50 }
  const [partition] = partitionsOf(await fetch(client, [['t', 0, 0]], options))
  expect(partition?.records?.sizeBytes).toBe(2 * size)
})

test('a fetch that wants nothing, or will not wait, is answered at once', async () => {
  await using node = await TestNode.start()
  await node.createTopic('t')
  using client = node.client()
  for (const options of [{ minBytes: 0 }, { minBytes: -5 }, { maxWaitMs: 0 }, { maxWaitMs: -5 }]) {
    const response = await fetch(client, [['t', 0, 0]], { maxWaitMs: PLENTY_MS, ...options })
    expect(told(response)).toEqual(['t-0:'])
  }
  expect((await fetch(client, [], { maxWaitMs: PLENTY_MS })).responses).toEqual([])
})

test('max_wait is bounded, whatever a client asks for', async () => {
  await using node = await TestNode.start({ fetchLimits: { waitMsMax: 5000 } })
  await node.createTopic('t')
  using client = node.client()
  const pending = new Pending(client, [['t', 0, 0]], { maxWaitMs: 0x7fffffff })
  await node.clock.advance(4999)
  expect(await pending.isParked()).toBe(true)
  await node.clock.advance(2)
  expect(told(await pending.answered())).toEqual(['t-0:'])
})

test('the first partition with records gives one whole batch, however small the limits', async () => {
  await using node = await TestNode.start()
  await node.createTopics({ t: {}, u: {}, v: {} })
  using client = node.client()
  for (const topic of ['u', 'v']) await put(client, topic, 'x'.repeat(500))
  const parts = (partitionMaxBytes: number): FetchPart[] =>
    ['t', 'u', 'v'].map((topic) => [topic, 0, 0, { partitionMaxBytes }])
  const sizes = async (partitionMaxBytes: number, maxBytes: number): Promise<unknown[]> =>
    partitionsOf(await fetch(client, parts(partitionMaxBytes), { maxBytes })).map(
      ({ records }) => records?.sizeBytes,
    )
  const size = batch(['x'.repeat(500)]).length
  expect(await sizes(100, 1 << 20)).toEqual([0, size, 0])
  expect(await sizes(0, 1 << 20)).toEqual([0, size, 0])
  expect(await sizes(1 << 20, 100)).toEqual([0, size, 0])
  expect(await sizes(1 << 20, 0)).toEqual([0, size, 0])
  expect(await sizes(1 << 20, size + 10)).toEqual([0, size, 0])
  expect(await sizes(1 << 20, 2 * size)).toEqual([0, size, size])
})

test('negative sizes are an error of the partition that meets them first', async () => {
  await using node = await TestNode.start()
  await node.createTopic('t', { partitions: 2 })
  using client = node.client()
  await put(client, 't', 'a')
  await produceAll(client, [['t', 1, batch(['b'])]])
  const parts = [
    ['t', 0, 0],
    ['t', 1, 0],
  ] as const
  expect(told(await fetch(client, parts, { maxBytes: -1 }))).toEqual(['t-0: error -1', 't-1: b'])
  const negative = parts.map(([topic, index, at]) => [topic, index, at, { partitionMaxBytes: -1 }])
  expect(told(await fetch(client, negative as never))).toEqual(['t-0: error -1', 't-1: error -1'])
})

test('an answer is bounded by the node, not only by the client', async () => {
  await using node = await TestNode.start({ fetchLimits: { responseBytesMax: 1000 } })
  await node.createTopic('t')
  using client = node.client()
  for (let index = 0; index < 10; index++) await put(client, 't', 'x'.repeat(200))
  const [partition] = partitionsOf(await fetch(client, [['t', 0, 0]]))
  expect(partition?.records?.sizeBytes).toBeLessThanOrEqual(1000)
  expect(partition?.records?.sizeBytes).toBeGreaterThan(500)
})

test('an offset outside of the log is error 1 and tells no offsets', async () => {
  await using node = await TestNode.start()
  await node.createTopic('t', { partitions: 2 })
  using client = node.client()
  await put(client, 't', 'a', 'b')
  const response = await fetch(
    client,
    [
      ['t', 0, 3],
      ['t', 0, 2],
    ],
    { maxWaitMs: 0 },
  )
  // Named twice: as it is named last.
  expect(told(response)).toEqual(['t-0:'])
  const errors = await fetch(
    client,
    [
      ['t', 0, 3],
      ['t', 1, -1],
    ],
    { maxWaitMs: PLENTY_MS },
  )
  expect(told(errors)).toEqual(['t-0: error 1', 't-1: error 1'])
  expect(partitionsOf(errors)[0]).toMatchObject({
    highWatermark: -1,
    lastStableOffset: -1,
    logStartOffset: -1,
    abortedTransactions: null,
  })
})

test('a wrong leader epoch is error 74 or 75; the right one and none pass', async () => {
  await using node = await TestNode.start()
  await node.createTopic('t')
  node.alterTopic('t', () => ({ leaderEpoch: 4 as never }))
  using client = node.client()
  const codeAt = async (currentLeaderEpoch: number): Promise<number | undefined> =>
    partitionsOf(await fetch(client, [['t', 0, 0, { currentLeaderEpoch }]]))[0]?.errorCode
  expect(await codeAt(3)).toBe(74)
  expect(await codeAt(5)).toBe(75)
  expect(await codeAt(4)).toBe(0)
  expect(await codeAt(-1)).toBe(0)
  expect(await codeAt(-2)).toBe(0)
})

test('the right leader stands beside errors 6 and 74 from v16 on', async () => {
  await using node = await TestNode.start()
  const id = await node.createTopic('t')
  node.alterTopic('t', () => ({ leaderEpoch: 4 as never }))
  using client = node.client()
  const part = [id, 0, 0, { currentLeaderEpoch: 3 }] as const
  const hint = await fetch(client, [part], { version: 16 })
  expect(partitionsOf(hint)[0]?.currentLeader).toMatchObject({ leaderId: 1, leaderEpoch: 4 })
  expect(hint.nodeEndpoints).toMatchObject([{ nodeId: 1, host: 'here', port: 9092 }])
  const none = await fetch(client, [part], { version: 15 })
  expect(partitionsOf(none)[0]?.currentLeader).toMatchObject({ leaderId: -1, leaderEpoch: -1 })
})

test('an epoch that ends earlier here than where the client is tells where to go back to', async () => {
  await using node = await TestNode.start()
  await node.createTopic('t')
  using client = node.client()
  await put(client, 't', 'a', 'b')
  node.alterTopic('t', () => ({ leaderEpoch: 3 as never }))
  await put(client, 't', 'c')
  const at = async (offset: number, lastFetchedEpoch: number): Promise<unknown> => {
    const part = ['t', 0, offset, { lastFetchedEpoch }] as const
    const [partition] = partitionsOf(await fetch(client, [part], { maxWaitMs: PLENTY_MS }))
    const { epoch, endOffset } = partition!.divergingEpoch
    return [partition!.errorCode, epoch, endOffset, partition!.records!.sizeBytes > 0]
  }
  expect(await at(3 - 1, 0)).toEqual([0, -1, -1, true])
  expect(await at(3, 0)).toEqual([0, 0, 2, false])
  // An epoch between two: the earlier one ends where the later begins.
  expect(await at(2, 1)).toEqual([0, 0, 2, false])
  // Unknown, so that nothing can be said.
  expect(await at(2, 9)).toEqual([1, -1, -1, false])
})

test('an unknown topic does not keep the others from waiting, but alone it is answered at once', async () => {
  await using node = await TestNode.start()
  await node.createTopic('t')
  using client = node.client()
  const alone = await fetch(client, [['nope', 0, 0]], { maxWaitMs: PLENTY_MS })
  expect(told(alone)).toEqual(['nope-0: error 3'])
  expect(partitionsOf(alone)[0]?.abortedTransactions).toEqual([])
  const parts = [
    ['nope', 0, 0],
    ['t', 7, 0],
    ['t', 0, 0],
  ] as const
  const pending = new Pending(client, parts, { maxWaitMs: 500 })
  expect(await pending.isParked()).toBe(true)
  await node.clock.advance(501)
  // As in Apache Kafka those that were refused at the door come last.
  expect(told(await pending.answered())).toEqual(['t-0:', 'nope-0: error 3', 't-7: error 3'])
})

test('F02: deleting the topic under waiting fetches ends them at once', async () => {
  await using node = await TestNode.start()
  const id = await node.createTopic('t')
  await node.createTopic('u')
  using one = node.client()
  using other = node.client()
  const byName = new Pending(
    one,
    [
      ['t', 0, 0],
      ['u', 0, 0],
    ],
    { maxWaitMs: PLENTY_MS },
  )
  const byId = new Pending(other, [[id, 0, 0]], { maxWaitMs: PLENTY_MS, version: 13 })
  expect(await byName.isParked()).toBe(true)
  expect(await byId.isParked()).toBe(true)
  node.deleteTopic('t')
  expect(told(await byName.answered())).toEqual(['u-0:', 't-0: error 3'])
  expect(told(await byId.answered())).toEqual(['-0: error 3'])
})

test('a new leader ends waiting fetches with error 6, a new epoch only those that named the old one', async () => {
  await using node = await TestNode.start()
  await node.createTopics({ t: {}, u: {} })
  using one = node.client()
  using other = node.client()
  using third = node.client()
  const options = { maxWaitMs: PLENTY_MS }
  const toLeader = new Pending(one, [['t', 0, 0]], options)
  const fenced = new Pending(other, [['u', 0, 0, { currentLeaderEpoch: 0 }]], options)
  const careless = new Pending(third, [['u', 0, 0]], options)
  node.alterTopic('t', () => ({ leader: 2 as never, leaderEpoch: 1 as never }))
  expect(told(await toLeader.answered())).toEqual(['t-0: error 6'])
  node.alterTopic('u', () => ({ leaderEpoch: 1 as never }))
  expect(told(await fenced.answered())).toEqual(['u-0: error 74'])
  expect(await careless.isParked()).toBe(true)
  using writer = node.client()
  await put(writer, 'u', 'still here')
  expect(told(await careless.answered())).toEqual(['u-0: still here'])
})

test('a fetch below a log start that has moved ends with error 1', async () => {
  await using node = await TestNode.start()
  await node.createTopic('t')
  using client = node.client()
  using writer = node.client()
  await put(writer, 't', 'a')
  const pending = new Pending(client, [['t', 0, 0]], { maxWaitMs: PLENTY_MS, minBytes: 100_000 })
  expect(await pending.isParked()).toBe(true)
  await node.partition('t').log.deleteRecordsBefore(1 as never)
  expect(told(await pending.answered())).toEqual(['t-0: error 1'])
})

test('a lost directory ends waiting fetches with error 56, which old clients read as 6', async () => {
  await using node = await TestNode.start()
  await node.createTopic('t')
  using client = node.client()
  const pending = new Pending(client, [['t', 0, 0]], { maxWaitMs: PLENTY_MS })
  expect(await pending.isParked()).toBe(true)
  const partition = node.partition('t')
  partition.onOffline(partition.log, new Error('the disk is gone') as never)
  expect(told(await pending.answered())).toEqual(['t-0: error 56'])
  expect(told(await fetch(client, [['t', 0, 0]], { version: 5 }))).toEqual(['t-0: error 6'])
  expect((await produceAll(client, [['t', 0, batch(['a'])]]))[0]?.errorCode).toBe(56)
})

test('a client that hangs up leaves nothing behind', async () => {
  await using node = await TestNode.start()
  await node.createTopic('t')
  const client = node.client()
  void fetch(client, [['t', 0, 0]], { maxWaitMs: PLENTY_MS }).catch(() => {})
  await turn()
  expect(node.partition('t').watchers.size).toBe(1)
  const timers = node.wheel.count
  client.hangUp()
  expect(node.partition('t').watchers.size).toBe(0)
  expect(node.wheel.count).toBe(timers - 1)
  expect(client.heldBytes).toBe(0)
})

test('one fetch of a connection waits at a time, and other requests pass it', async () => {
  await using node = await TestNode.start()
  await node.createTopic('t')
  using client = node.client()
  using writer = node.client()
  const first = new Pending(client, [['t', 0, 0]], { maxWaitMs: PLENTY_MS })
  const second = new Pending(client, [['t', 0, 1]], { maxWaitMs: PLENTY_MS })
  expect(await first.isParked()).toBe(true)
  expect(node.partition('t').watchers.size).toBe(1)
  await put(writer, 't', 'a')
  expect(told(await first.answered())).toEqual(['t-0: a'])
  expect(await second.isParked()).toBe(true)
  await put(writer, 't', 'b')
  expect(told(await second.answered())).toEqual(['t-0: b'])
})

test('a produce and the fetch it wakes on the same connection do not spoil each other', async () => {
  await using node = await TestNode.start()
  await node.createTopic('t')
  using client = node.client()
  const pending = new Pending(client, [['t', 0, 0]], { maxWaitMs: PLENTY_MS })
  expect(await pending.isParked()).toBe(true)
  const produced = produceAll(client, [['t', 0, batch(['a', 'b'])]])
  expect(told(await pending.answered())).toEqual(['t-0: a b'])
  expect(await produced).toMatchObject([{ errorCode: 0, baseOffset: 0 }])
})

test('a fetch is woken once by all partitions of one produce', async () => {
  await using node = await TestNode.start()
  await node.createTopic('t', { partitions: 12 })
  using reader = node.client()
  using writer = node.client()
  const indexes = Array.from({ length: 12 }, (_, index) => index)
  const parts = indexes.map((index) => ['t', index, 0] as const)
  const pending = new Pending(reader, parts, { maxWaitMs: PLENTY_MS })
  expect(await pending.isParked()).toBe(true)
  await produceAll(
    writer,
    indexes.map((index) => ['t', index, batch([`p${index}`])]),
  )
  const answers = partitionsOf(await pending.answered())
  expect(answers.every(({ records }) => records!.sizeBytes > 0)).toBe(true)
})

test('hundreds of fetches that one record wakes are all answered, and let I/O pass in between', async () => {
  await using node = await TestNode.start()
  await node.createTopic('t')
  using writer = node.client()
  const clients = Array.from({ length: 350 }, () => node.client())
  const waiting = clients.map((client) => fetch(client, [['t', 0, 0]], { maxWaitMs: PLENTY_MS }))
  await turn()
  expect(node.partition('t').watchers.size).toBe(350)
  let answered = 0
  for (const one of waiting) void one.then(() => answered++)
  await put(writer, 't', 'a')
  expect(clients.filter(({ socket }) => socket.writes.length > 0)).toHaveLength(100)
  const answers = await Promise.all(waiting)
  expect(answers.every((response) => told(response)[0] === 't-0: a')).toBe(true)
  expect(answered).toBe(350)
})

test('a bug that a waiting fetch runs into closes its connection and no other', async () => {
  await using node = await TestNode.start()
  await node.createTopics({ t: {}, u: {} })
  using unlucky = node.client()
  using other = node.client()
  using writer = node.client()
  const broken = fetch(unlucky, [['t', 0, 0]], { maxWaitMs: PLENTY_MS })
  const fine = new Pending(
    other,
    [
      ['t', 0, 0],
      ['u', 0, 0],
    ],
    { maxWaitMs: PLENTY_MS },
  )
  await turn()
  const { log } = node.partition('t')
  const read = log.read.bind(log)
  let isBroken = true
  log.read = (...args) => {
    if (!isBroken) return read(...args)
    isBroken = false
    throw new Error('a bug')
  }
  await put(writer, 't', 'a')
  await expect(broken).rejects.toThrow('closed the connection')
  expect(told(await fine.answered())).toEqual(['t-0: a', 'u-0:'])
})

test('a replica that nobody knows is refused: it is not told what is not committed', async () => {
  await using node = await TestNode.start()
  await node.createTopic('t')
  using client = node.client()
  await put(client, 't', 'a')
  const options = { replicaId: 5, maxWaitMs: PLENTY_MS }
  expect(told(await fetch(client, [['t', 0, 0]], options))).toEqual(['t-0: error 6'])
  const part = ['t', 0, 0, { currentLeaderEpoch: 0 }] as const
  expect(told(await fetch(client, [part], options))).toEqual(['t-0: error 75'])
  expect(told(await fetch(client, [['t', 0, 0]], { replicaId: -2 }))).toEqual(['t-0: a'])
})

test('without the right to act for the cluster a replica is error 29, without that to read a consumer', async () => {
  await using node = await TestNode.start({
    authorizer: {
      isEnabled: true,
      allows: (_principal, _host, operation, { name }) => operation === 'read' && name === 't',
    },
  })
  await node.createTopics({ t: {}, secret: {} })
  using client = node.client()
  const parts = [
    ['t', 0, 0],
    ['secret', 0, 0],
    ['nope', 0, 0],
  ] as const
  expect(told(await fetch(client, parts))).toEqual([
    't-0:',
    'secret-0: error 29',
    'nope-0: error 29',
  ])
  const asReplica = await fetch(client, [['t', 0, 0]], { replicaId: 5 })
  expect(told(asReplica)).toEqual(['t-0: error 29'])
})

test('records above the high watermark are not given', async () => {
  await using node = await TestNode.start()
  await node.createTopic('t', { isr: [1, 2] })
  using client = node.client()
  await produceAll(client, [['t', 0, batch(['not committed'])]], { acks: 1 })
  expect(told(await fetch(client, [['t', 0, 0]]))).toEqual(['t-0:'])
  expect(told(await fetch(client, [['t', 0, 1]]))).toEqual(['t-0:'])
  const pending = new Pending(client, [['t', 0, 0]], { maxWaitMs: PLENTY_MS })
  expect(await pending.isParked()).toBe(true)
  node.alterTopic('t', () => ({ isr: [1 as never] }))
  expect(told(await pending.answered())).toEqual(['t-0: not committed'])
})

test('read_committed lists no aborted transactions, read_uncommitted says nothing of them', async () => {
  await using node = await TestNode.start()
  await node.createTopic('t')
  using client = node.client()
  await put(client, 't', 'a')
  const aborted = async (isolationLevel: number): Promise<unknown> =>
    partitionsOf(await fetch(client, [['t', 0, 0]], { isolationLevel }))[0]?.abortedTransactions
  expect(await aborted(0)).toBeNull()
  expect(await aborted(1)).toEqual([])
  const unknown = await fetch(client, [['t', 0, 0]], { isolationLevel: 5 })
  expect(unknown.errorCode).toBe(-1)
  expect(told(unknown)).toEqual(['t-0: error -1'])
})
