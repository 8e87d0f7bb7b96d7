import { expect, test } from 'vitest'
import type { FetchResponse } from '@samsa/protocol'
import { batch } from './support/batches.ts'
import { turn, until } from './support/manual-clock.ts'
import {
  fetch,
  type FetchOptions,
  type FetchPart,
  partitionsOf,
  produceAll,
  put,
  told,
} from './support/requests.ts'
import type { TestClient } from './support/test-client.ts'
import { TestNode } from './support/test-node.ts'

const PLENTY_MS = 60_000
const TWO_MINUTES_MS = 120_000

/** A client's side of a session. */
class Session {
  readonly client: TestClient
  id: number = 0
  epoch: number = 0
  readonly #version: number

  constructor(client: TestClient, version: number = 12) {
    this.client = client
    this.#version = version
  }

  async fetch(parts: readonly FetchPart[], more: FetchOptions = {}): Promise<FetchResponse> {
    const options = { version: this.#version, sessionId: this.id, sessionEpoch: this.epoch }
    this.epoch++
    const response = await fetch(this.client, parts, { ...options, ...more })
    if (this.id === 0) this.id = response.sessionId
    return response
  }

  async told(parts: readonly FetchPart[] = [], more: FetchOptions = {}): Promise<string[]> {
    return told(await this.fetch(parts, more))
  }
}

const produceTo = async (
  client: TestClient,
  partition: number,
  ...texts: string[]
): Promise<void> => {
  await produceAll(client, [['t', partition, batch(texts)]])
}

test('a full fetch names every partition, an incremental one only those with news', async () => {
  await using node = await TestNode.start()
  await node.createTopic('t', { partitions: 3 })
  using client = node.client()
  await produceTo(client, 0, 'a')
  const session = new Session(client)
  const all = [0, 1, 2].map((index) => ['t', index, 0] as const)
  expect(await session.told(all)).toEqual(['t-0: a', 't-1:', 't-2:'])
  expect(session.id).toBeGreaterThan(0)
  // Not moved on: the same records again.
  expect(await session.told()).toEqual(['t-0: a'])
  expect(await session.told([['t', 0, 1]])).toEqual([])
  await produceTo(client, 2, 'b')
  expect(await session.told()).toEqual(['t-2: b'])
})

test('a poll looks only at the partitions in which something changed', async () => {
  await using node = await TestNode.start()
  await node.createTopic('t', { partitions: 50 })
  using client = node.client()
  const session = new Session(client)
  await session.fetch(Array.from({ length: 50 }, (_, index) => ['t', index, 0] as const))
  const cached = node.sessions.get(session.id)!
  expect(cached.dirty).toEqual([])
  await produceTo(client, 7, 'a')
  await produceTo(client, 3, 'b')
  await produceTo(client, 7, 'c')
  expect(cached.dirty.map(({ index }) => index)).toEqual([7, 3])
  expect(await session.told()).toEqual(['t-3: b', 't-7: a c'])
  expect(
    await session.told([
      ['t', 3, 1],
      ['t', 7, 2],
    ]),
  ).toEqual([])
  expect(cached.dirty).toEqual([])
})

test('a session that nobody polls costs a partition one wake-up, not one per append', async () => {
  await using node = await TestNode.start()
  await node.createTopic('t')
  using client = node.client()
  await new Session(client).fetch([['t', 0, 0]])
  const { watchers } = node.partition('t')
  expect(watchers.size).toBe(1)
  await put(client, 't', 'a')
  expect(watchers.size).toBe(0)
})

test('a partition that gave records goes to the end, so that a small answer serves all in turn', async () => {
  await using node = await TestNode.start()
  await node.createTopic('t', { partitions: 3 })
  using client = node.client()
  for (const index of [0, 1, 2]) await produceTo(client, index, 'x'.repeat(100))
  const session = new Session(client)
  const all = [0, 1, 2].map((index) => ['t', index, 0] as const)
  const options = { maxBytes: 1 }
  const served = async (response: Promise<FetchResponse>): Promise<number[]> =>
    partitionsOf(await response)
      .filter(({ records }) => records!.sizeBytes > 0)
      .map(({ partitionIndex }) => partitionIndex)
  // A new session's order is that of its first answer.
  expect(await served(session.fetch(all, options))).toEqual([0])
  expect(await served(session.fetch([], options))).toEqual([0])
  expect(await served(session.fetch([], options))).toEqual([1])
  expect(await served(session.fetch([], options))).toEqual([2])
  expect(await served(session.fetch([], options))).toEqual([0])
})

test('a new log start offset is news, without a record', async () => {
  await using node = await TestNode.start()
  await node.createTopic('t')
  using client = node.client()
  await put(client, 't', 'a', 'b')
  const session = new Session(client)
  await session.fetch([['t', 0, 2]])
  await node.partition('t').log.deleteRecordsBefore(1 as never)
  const [partition] = partitionsOf(await session.fetch([]))
  expect(partition).toMatchObject({ errorCode: 0, logStartOffset: 1, highWatermark: 2 })
  expect(await session.told()).toEqual([])
})

test('an error is told in every poll, and its end once', async () => {
  await using node = await TestNode.start()
  await node.createTopics({ t: {}, u: {} })
  using client = node.client()
  const session = new Session(client)
  await session.fetch([
    ['t', 0, 0],
    ['u', 0, 0],
  ])
  node.alterTopic('t', () => ({ leader: 2 as never, leaderEpoch: 1 as never }))
  expect(await session.told()).toEqual(['t-0: error 6'])
  expect(await session.told()).toEqual(['t-0: error 6'])
  node.alterTopic('t', () => ({ leader: 1 as never, leaderEpoch: 2 as never }))
  expect(await session.told()).toEqual(['t-0:'])
  expect(await session.told()).toEqual([])
})

test('a waiting poll ends with the partitions that changed', async () => {
  await using node = await TestNode.start()
  await node.createTopic('t', { partitions: 3 })
  using client = node.client()
  using writer = node.client()
  const session = new Session(client)
  await session.fetch([0, 1, 2].map((index) => ['t', index, 0] as const))
  for (const round of ['first', 'second']) {
    const waiting = session.told([], { maxWaitMs: PLENTY_MS })
    await turn()
    await produceTo(writer, 1, round)
    expect(await waiting).toEqual([`t-1: ${round}`])
    const { logEndOffset } = node.partition('t', 1).log
    const moved = session.told([['t', 1, logEndOffset]], { maxWaitMs: 100 })
    await turn()
    await node.clock.advance(101)
    expect(await moved).toEqual([])
  }
})

test('min_bytes counts over polls: what was left lying counts with what comes', async () => {
  await using node = await TestNode.start()
  await node.createTopic('t', { partitions: 2 })
  using client = node.client()
  using writer = node.client()
  const size = batch(['x'.repeat(100)]).length
  const session = new Session(client)
  await session.fetch([
    ['t', 0, 0],
    ['t', 1, 0],
  ])
  await produceTo(writer, 0, 'x'.repeat(100))
  let answer: FetchResponse | undefined
  void session
    .fetch([], { maxWaitMs: PLENTY_MS, minBytes: 2 * size })
    .then((response) => (answer = response))
  for (let turns = 0; turns < 5; turns++) await turn()
  expect(answer).toBeUndefined()
  await produceTo(writer, 1, 'x'.repeat(100))
  await until(() => answer !== undefined, 'the poll is answered')
  expect(partitionsOf(answer!)).toHaveLength(2)
})

test('partitions are added and forgotten as requests say; without any the session ends', async () => {
  await using node = await TestNode.start()
  await node.createTopic('t', { partitions: 3 })
  using client = node.client()
  const session = new Session(client)
  await session.fetch([['t', 0, 0]])
  expect(await session.told([['t', 1, 0]])).toEqual(['t-1:'])
  expect(
    await session.told([], {
      forget: [
        ['t', [0, 9]],
        ['nope', [0]],
      ],
    }),
  ).toEqual([])
  await produceTo(client, 0, 'a')
  await produceTo(client, 1, 'b')
  expect(await session.told()).toEqual(['t-1: b'])
  // Added and forgotten at once: not part of it, but asked for in this request.
  const last = await session.fetch([['t', 1, 0]], { forget: [['t', [1]]] })
  expect(told(last)).toEqual(['t-1: b'])
  expect(last.sessionId).toBe(0)
  expect((await session.fetch([])).errorCode).toBe(70)
  expect(node.sessions.size).toBe(0)
  expect(node.partition('t', 0).watchers.size + node.partition('t', 1).watchers.size).toBe(0)
})

test('an unknown session is error 70, a wrong epoch 71, ids where names were before 106', async () => {
  await using node = await TestNode.start()
  await node.createTopic('t')
  using client = node.client()
  const parts = [['t', 0, 0]] as const
  const code = async (options: FetchOptions): Promise<number[]> => {
    const response = await fetch(client, options.version === 13 ? [] : parts, options)
    return [response.errorCode, response.sessionId, response.responses.length]
  }
  expect(await code({ sessionId: 77, sessionEpoch: 3 })).toEqual([70, 0, 0])
  expect(await code({ sessionId: 0, sessionEpoch: 3 })).toEqual([70, 0, 0])
  expect(await code({ sessionId: 77, sessionEpoch: -5 })).toEqual([70, 0, 0])
  const session = new Session(client)
  await session.fetch(parts)
  const { id: sessionId } = session
  expect(await code({ sessionId, sessionEpoch: 2 })).toEqual([71, 0, 0])
  expect(await code({ sessionId, sessionEpoch: 1, version: 13 })).toEqual([106, 0, 0])
  // None of them has spent the epoch.
  expect(await session.told()).toEqual([])
  expect(await code({ sessionId, sessionEpoch: 1 })).toEqual([71, 0, 0])
})

test('epoch 0 begins anew and ends the session of that id, epoch -1 only ends it', async () => {
  await using node = await TestNode.start()
  await node.createTopic('t')
  using client = node.client()
  const session = new Session(client)
  await session.fetch([['t', 0, 0]])
  const again = await fetch(client, [['t', 0, 0]], { sessionId: session.id, sessionEpoch: 0 })
  expect(again.sessionId).not.toBe(session.id)
  expect(again.sessionId).toBeGreaterThan(0)
  expect(node.sessions.size).toBe(1)
  const options = { sessionId: again.sessionId, sessionEpoch: -1 }
  const last = await fetch(client, [['t', 0, 0]], options)
  expect([last.errorCode, last.sessionId, told(last)]).toEqual([0, 0, ['t-0:']])
  expect(node.sessions.size).toBe(0)
  expect(node.partition('t').watchers.size).toBe(0)
})

test('a session epoch wraps to 1', async () => {
  await using node = await TestNode.start()
  await node.createTopic('t')
  using client = node.client()
  const session = new Session(client)
  await session.fetch([['t', 0, 0]])
  node.sessions.get(session.id)!.epoch = 0x7fffffff
  session.epoch = 0x7fffffff
  expect((await session.fetch([])).errorCode).toBe(0)
  session.epoch = 1
  expect((await session.fetch([])).errorCode).toBe(0)
})

test('without a place for a session the fetch is served all the same', async () => {
  await using node = await TestNode.start({ slotsMax: 0 })
  await node.createTopic('t')
  using client = node.client()
  await put(client, 't', 'a')
  const response = await fetch(client, [['t', 0, 0]], { sessionEpoch: 0 })
  expect([told(response), response.sessionId]).toEqual([['t-0: a'], 0])
  expect(node.partition('t').watchers.size).toBe(0)
})

test('a full table gives up what was not polled for two minutes, or is older and smaller', async () => {
  await using node = await TestNode.start({ slotsMax: 2 })
  await node.createTopic('t', { partitions: 3 })
  using client = node.client()
  const parts = (count: number): FetchPart[] =>
    Array.from({ length: count }, (_, index) => ['t', index, 0] as const)
  const open = async (count: number): Promise<number> =>
    (await fetch(client, parts(count), { sessionEpoch: 0 })).sessionId

  const first = new Session(client)
  await first.fetch(parts(2))
  const second = new Session(client)
  await second.fetch(parts(1))
  // Both are young.
  expect(await open(3)).toBe(0)
  await node.clock.advance(TWO_MINUTES_MS)
  await first.fetch([])
  await second.fetch([])
  await node.clock.advance(1001)
  // Old enough, but not smaller.
  expect(await open(1)).toBe(0)
  // The smaller of the two goes.
  const third = await open(2)
  expect(third).toBeGreaterThan(0)
  expect(node.sessions.get(second.id)).toBeUndefined()
  expect(node.sessions.get(first.id)).toBeDefined()
  await node.clock.advance(TWO_MINUTES_MS + 1)
  // Nobody has polled either: the one polled longest ago goes, whatever its size.
  expect(await open(1)).toBeGreaterThan(0)
  expect(node.sessions.get(first.id)).toBeUndefined()
  expect(node.sessions.get(third)).toBeDefined()
  expect(node.sessions.size).toBe(2)
})

test("a follower's session takes the place of any consumer's", async () => {
  await using node = await TestNode.start({ slotsMax: 1 })
  await node.createTopic('t')
  using client = node.client()
  const consumer = new Session(client)
  await consumer.fetch([['t', 0, 0]])
  const follower = await fetch(client, [['t', 0, 0]], { sessionEpoch: 0, replicaId: 2 })
  expect(follower.sessionId).toBeGreaterThan(0)
  expect(node.sessions.get(consumer.id)).toBeUndefined()
  const other = await fetch(client, [['t', 0, 0]], { sessionEpoch: 0 })
  expect(other.sessionId).toBe(0)
})

test('a poll on a new connection ends the one that waits on the old, which learns it is out of date', async () => {
  await using node = await TestNode.start()
  await node.createTopic('t')
  using old = node.client()
  using fresh = node.client()
  const session = new Session(old)
  await session.fetch([['t', 0, 0]])
  const waiting = session.fetch([], { maxWaitMs: PLENTY_MS })
  await turn()
  const options = { sessionId: session.id, sessionEpoch: session.epoch, maxWaitMs: PLENTY_MS }
  const next = fetch(fresh, [], options)
  expect(await waiting).toMatchObject({ errorCode: 71, sessionId: session.id, responses: [] })
  await put(old, 't', 'a')
  expect(told(await next)).toEqual(['t-0: a'])
})

test('a session that is given up while its poll waits still answers that poll', async () => {
  await using node = await TestNode.start()
  await node.createTopic('t')
  using client = node.client()
  using other = node.client()
  const session = new Session(client)
  await session.fetch([['t', 0, 0]])
  const waiting = session.fetch([], { maxWaitMs: PLENTY_MS })
  await turn()
  await fetch(other, [], { sessionId: session.id, sessionEpoch: -1 })
  await put(other, 't', 'a')
  const response = await waiting
  expect([told(response), response.errorCode]).toEqual([['t-0: a'], 0])
  expect((await session.fetch([])).errorCode).toBe(70)
  expect(node.partition('t').watchers.size).toBe(0)
})

test('a client that hangs up while its poll waits can go on with its session on another connection', async () => {
  await using node = await TestNode.start()
  await node.createTopic('t')
  const old = node.client()
  const session = new Session(old)
  await session.fetch([['t', 0, 0]])
  void session.fetch([], { maxWaitMs: PLENTY_MS }).catch(() => {})
  await turn()
  old.hangUp()
  using fresh = node.client()
  await put(fresh, 't', 'a')
  const options = { sessionId: session.id, sessionEpoch: session.epoch }
  expect(told(await fetch(fresh, [], options))).toEqual(['t-0: a'])
})

test('in a session by id a deleted topic is error 3, and one made anew under its name 103', async () => {
  await using node = await TestNode.start()
  const id = await node.createTopic('t')
  using client = node.client()
  const session = new Session(client, 13)
  await session.fetch([[id, 0, 0]])
  node.deleteTopic('t')
  expect(await session.told()).toEqual(['-0: error 3'])
  const anew = await node.createTopic('t')
  expect(anew).not.toBe(id)
  expect(await session.told()).toEqual(['-0: error 103'])
  expect(await session.told([[anew, 0, 0]], { forget: [[id, [0]]] })).toEqual(['-0:'])
})

test('in a session by name a topic made anew is simply there', async () => {
  await using node = await TestNode.start()
  await node.createTopic('t')
  using client = node.client()
  const session = new Session(client)
  await session.fetch([['t', 0, 0]])
  node.deleteTopic('t')
  expect(await session.told()).toEqual(['t-0: error 3'])
  await node.createTopic('t')
  await put(client, 't', 'a')
  expect(await session.told()).toEqual(['t-0: a'])
})

test('an id that becomes known is served from the next poll on', async () => {
  await using node = await TestNode.start()
  await node.createTopic('other')
  using client = node.client()
  const id = 'EjRWeJCrze9-3LoJh2VDIQ'
  const session = new Session(client, 13)
  expect(await session.told([[id, 0, 0]])).toEqual(['-0: error 100'])
  expect(await session.told()).toEqual(['-0: error 100'])
  const other = node.image.topics.byName('other')!
  node.publish([{ ...other, name: 't', id: id as never }])
  await node.replicas.whenSettled()
  expect(await session.told()).toEqual(['-0:'])
})

test('rights that are taken away end what a session gives, from the next poll on', async () => {
  let isAllowed = true
  await using node = await TestNode.start({
    authorizer: {
      isEnabled: true,
      allows: (_principal, _host, operation) => operation !== 'read' || isAllowed,
    },
  })
  await node.createTopic('t')
  using client = node.client()
  const session = new Session(client)
  await session.fetch([['t', 0, 0]])
  expect(await session.told()).toEqual([])
  isAllowed = false
  expect(await session.told()).toEqual(['t-0: error 29'])
})
