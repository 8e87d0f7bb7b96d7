import { ErrorCode } from '@samsa/protocol'
import { expect, test } from 'vitest'
import { GroupBench, subscribed, topicIdOf } from './support/group-bench.ts'

const DAY_MS = 86_400_000
const CHECK_MS = 600_000

/** Retention of a day, looked at every ten minutes. */
const dailyExpiry = { 'offsets.retention.minutes': 1440 }

/** Time until the next look after `ms` is over, and the turns that a look takes. */
async function pass(bench: GroupBench, ms: number): Promise<void> {
  await bench.clock.advance(ms + CHECK_MS)
}

test('whoever is no member commits while the group is empty, members in their generation', async () => {
  const bench = await GroupBench.start()
  expect(bench.commit('g', { gen: 3, v: 8 }).now).toEqual([ErrorCode.ILLEGAL_GENERATION])
  expect(bench.commit('g', { gen: 3, v: 9 }).now).toEqual([ErrorCode.GROUP_ID_NOT_FOUND])
  expect(bench.commit('g').now).toEqual([0])
  expect(bench.commit('g', { gen: 3, id: 'm' }).now).toEqual([ErrorCode.UNKNOWN_MEMBER_ID])
  expect(bench.commit('').now).toEqual([0])
  const a = await bench.stable('g')
  expect(bench.commit('g').now).toEqual([ErrorCode.UNKNOWN_MEMBER_ID])
  expect(bench.commit('g', { gen: 2, id: a }).now).toEqual([ErrorCode.ILLEGAL_GENERATION])
  expect(bench.commit('g', { gen: 1, id: a }).now).toEqual([0])
})

test('a commit keeps the session of its member alive', async () => {
  const bench = await GroupBench.start()
  const a = await bench.stable('g')
  for (let count = 0; count < 4; count++) {
    await bench.clock.advance(9000)
    expect(bench.commit('g', { id: a, gen: 1 }).now).toEqual([0])
  }
  expect(bench.state('g')).toBe('Stable')
})

test('metadata that is too long is refused partition by partition', async () => {
  const bench = await GroupBench.start()
  expect(bench.commit('g', { metadata: 'm'.repeat(4097) }).now).toEqual([
    ErrorCode.OFFSET_METADATA_TOO_LARGE,
  ])
  expect(bench.commit('g', { metadata: 'm'.repeat(4096) }).now).toEqual([0])
  expect(bench.groups()).toEqual(['g'])
})

test('offsets that nobody manages expire a retention after their commit, and the group with them', async () => {
  const bench = await GroupBench.start(dailyExpiry)
  bench.commit('g', { values: [1, 2] })
  await bench.clock.advance(DAY_MS / 2)
  bench.commit('g', { values: [3] })
  await pass(bench, DAY_MS / 2)
  expect(bench.offsets('g').now).toEqual({ 't-0': 3 })
  await pass(bench, DAY_MS / 2)
  expect(bench.groups()).toEqual([])
  await bench.restart()
  expect(bench.groups()).toEqual([])
})

test('offsets of a group that was left expire a retention after it became empty', async () => {
  const bench = await GroupBench.start(dailyExpiry)
  const a = await bench.stable('g', { session: 60_000 })
  bench.commit('g', { id: a, gen: 1 })
  bench.leave('g', a)
  await pass(bench, DAY_MS - 2 * CHECK_MS)
  expect(bench.offsets('g').now).toEqual({ 't-0': 1 })
  await bench.restart()
  await pass(bench, 2 * CHECK_MS)
  expect(bench.groups()).toEqual([])
})

test('while consumers are there, offsets of topics they have left expire, those they read do not', async () => {
  const bench = await GroupBench.start(dailyExpiry)
  const a = await bench.stable('g', { session: 1_800_000, metadata: subscribed('read') })
  bench.commit('g', { id: a, gen: 1, topic: 'read' })
  bench.commit('g', { id: a, gen: 1, topic: 'left' })
  for (let hours = 0; hours < 26; hours++) {
    await bench.clock.advance(1_200_000)
    bench.heartbeat('g', a, 1)
    await bench.clock.advance(1_200_000)
    bench.heartbeat('g', a, 1)
    await bench.clock.advance(1_200_000)
    expect(bench.heartbeat('g', a, 1)).toBe(0)
  }
  expect(bench.offsets('g').now).toEqual({ 'read-0': 1 })
})

test.each([
  ['other than consumers', { type: 'connect' }],
  ['whose subscription cannot be read', { metadata: Buffer.from([0]) }],
])('offsets of members %s do not expire while these are there', async (_what, options) => {
  const bench = await GroupBench.start(dailyExpiry)
  const a = await bench.stable('g', { session: 1_800_000, ...options })
  bench.commit('g', { id: a, gen: 1 })
  for (let count = 0; count < 80; count++) {
    await bench.clock.advance(1_200_000)
    bench.heartbeat('g', a, 1)
  }
  expect(bench.offsets('g').now).toEqual({ 't-0': 1 })
})

test('an offset that brings a retention of its own expires by that', async () => {
  const bench = await GroupBench.start(dailyExpiry)
  bench.commit('short', { v: 2, retentionMs: 1000 })
  bench.commit('long', { v: 2, retentionMs: 3 * DAY_MS })
  await pass(bench, CHECK_MS)
  expect(bench.groups()).toEqual(['long'])
  await bench.restart()
  await pass(bench, 2 * DAY_MS)
  expect(bench.groups()).toEqual(['long'])
  await pass(bench, DAY_MS)
  expect(bench.groups()).toEqual([])
})

test.each([
  ['the longest', 2n ** 63n - 1n, ['g']],
  ['the most negative', -(2n ** 63n), []],
])('%s retention that can be asked for is stored', async (_what, retentionMs, left) => {
  const bench = await GroupBench.start(dailyExpiry)
  expect(bench.commit('g', { v: 2, retentionMs }).now).toEqual([0])
  await pass(bench, 2 * DAY_MS)
  expect(bench.groups()).toEqual(left)
})

test('an empty group without offsets is gone at the next look', async () => {
  const bench = await GroupBench.start(dailyExpiry)
  const a = await bench.stable('g')
  bench.leave('g', a)
  await pass(bench, 0)
  expect(bench.groups()).toEqual([])
})

test('a group for whose first member an id was handed out is not gone under its hands', async () => {
  const bench = await GroupBench.start({ 'offsets.retention.check.interval.ms': 1000 })
  const required = bench.join('g', { v: 4, session: 10_000 })
  await bench.clock.advance(5000)
  const joined = bench.join('g', { v: 4, id: required.now.memberId })
  await bench.clock.advance(3000)
  expect(joined.now.errorCode).toBe(0)
})

test('offsets of a deleted topic are gone, those of its successor under the name are not', async () => {
  const bench = await GroupBench.start()
  bench.publish([
    ['gone', topicIdOf(1)],
    ['kept', topicIdOf(2)],
  ])
  bench.commit('g', { topic: 'gone', topicId: topicIdOf(1), values: [1, 2, 3] })
  bench.commit('g', { topic: 'kept', topicId: topicIdOf(2) })
  bench.commit('h', { topic: 'gone', topicId: topicIdOf(3) })
  bench.publish([], ['gone'])
  await bench.clock.advance(1)
  expect(bench.offsets('g').now).toEqual({ 'kept-0': 1 })
  expect(bench.offsets('h').now).toEqual({ 'gone-0': 1 })
  await bench.restart()
  expect(bench.offsets('g').now).toEqual({ 'kept-0': 1 })
})

test('a look at many groups takes many turns, and its tombstones as many batches as they need', async () => {
  const bench = await GroupBench.start(dailyExpiry)
  const metadata = 'm'.repeat(100)
  for (let count = 0; count < 3000; count++)
    bench.commit(`g${count}`, { values: [1, 2, 3], metadata })
  await pass(bench, DAY_MS)
  for (let turns = 0; turns < 100 && bench.groups().length > 0; turns++)
    await bench.clock.advance(1)
  expect(bench.groups()).toEqual([])
})
