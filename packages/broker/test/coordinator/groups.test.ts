import { ErrorCode } from '@samsa/protocol'
import { expect, test } from 'vitest'
import { GroupBench } from './support/group-bench.ts'

test('a member that sends heartbeats stays, one that stops is out when its session ends', async () => {
  const bench = await GroupBench.start()
  const joins = [bench.join('g'), bench.join('g')]
  await bench.clock.advance(6000)
  const [a, b] = joins.map(({ now }) => now.memberId) as [string, string]
  const follower = bench.sync('g', b, 1)
  bench.sync('g', a, 1, { [a]: 'A', [b]: 'B' })
  expect(Buffer.from(follower.now.assignment).toString()).toBe('B')
  for (let beats = 0; beats < 5; beats++) {
    await bench.clock.advance(9000)
    expect(bench.heartbeat('g', a, 1)).toBe(ErrorCode.NONE)
    if (beats === 0) expect(bench.heartbeat('g', b, 1)).toBe(ErrorCode.NONE)
    if (beats === 1) {
      await bench.clock.advance(999)
      expect(bench.state('g')).toBe('Stable')
      await bench.clock.advance(1)
      expect(bench.state('g')).toBe('PreparingRebalance')
      expect(bench.heartbeat('g', b, 1)).toBe(ErrorCode.UNKNOWN_MEMBER_ID)
      expect(bench.heartbeat('g', a, 1)).toBe(ErrorCode.REBALANCE_IN_PROGRESS)
      const again = bench.join('g', { id: a })
      expect(again.now.generationId).toBe(2)
      bench.sync('g', a, 2)
      break
    }
  }
  expect(bench.state('g')).toBe('Stable')
})

test('the first rebalance waits for the initial delay, and again while members come', async () => {
  const bench = await GroupBench.start()
  const first = bench.join('g', { rebalance: 7000 })
  await bench.clock.advance(2900)
  const second = bench.join('g', { rebalance: 7000 })
  await bench.clock.advance(3000)
  expect(first.value).toBeUndefined()
  const third = bench.join('g', { rebalance: 7000 })
  await bench.clock.advance(1099)
  expect(first.value).toBeUndefined()
  await bench.clock.advance(1)
  expect(first.now.members).toHaveLength(3)
  expect([second, third].map(({ now }) => now.generationId)).toEqual([1, 1])
})

test('members that do not rejoin within the longest rebalance timeout are out', async () => {
  const bench = await GroupBench.start()
  const joins = [
    bench.join('g', { rebalance: 20_000, session: 60_000 }),
    bench.join('g', { rebalance: 30_000, session: 60_000 }),
  ]
  await bench.clock.advance(6000)
  const [a, b] = joins.map(({ now }) => now.memberId) as [string, string]
  bench.sync('g', b, 1)
  bench.sync('g', a, 1)
  const again = bench.join('g', { id: a, rebalance: 20_000, session: 60_000 })
  await bench.clock.advance(29_999)
  expect(again.value).toBeUndefined()
  await bench.clock.advance(1)
  expect(again.now.members.map(({ memberId }) => memberId)).toEqual([a])
})

test('a member of JoinGroup v0 has its session timeout to rejoin in, and the group settles', async () => {
  const bench = await GroupBench.start()
  const old = bench.join('g', { v: 0, session: 10_000 })
  await bench.clock.advance(3000)
  const oldId = old.now.memberId
  bench.sync('g', oldId, 1)
  const young = bench.join('g', { v: 0, session: 10_000 })
  expect(bench.heartbeat('g', oldId, 1)).toBe(ErrorCode.REBALANCE_IN_PROGRESS)
  await bench.clock.advance(3000)
  const again = bench.join('g', { v: 0, id: oldId, session: 10_000 })
  expect([again.now.generationId, young.now.generationId]).toEqual([2, 2])
  expect(again.now.members).toHaveLength(2)
})

test('members that do not ask for their assignment in time are out', async () => {
  const bench = await GroupBench.start()
  const options = { rebalance: 20_000, session: 60_000 }
  const joins = [bench.join('g', options), bench.join('g', options)]
  await bench.clock.advance(6000)
  const [a, b] = joins.map(({ now }) => now.memberId) as [string, string]
  bench.sync('g', a, 1)
  await bench.clock.advance(20_000)
  expect(bench.heartbeat('g', b, 1)).toBe(ErrorCode.UNKNOWN_MEMBER_ID)
  expect(bench.heartbeat('g', a, 1)).toBe(ErrorCode.REBALANCE_IN_PROGRESS)
})

test('a new member that has gone away does not hold up a rebalance for ever', async () => {
  const bench = await GroupBench.start()
  const options = { rebalance: 1_000_000, session: 10_000 }
  const a = await bench.stable('g', options)
  bench.join('g', options)
  const waiting = setAlive(bench, a)
  await bench.clock.advance(299_000)
  expect(bench.state('g')).toBe('PreparingRebalance')
  waiting.stop()
  await bench.clock.advance(20_000)
  expect(bench.state('g')).toBe('Empty')
})

/** Heartbeats of generation 1 every 5 s, on the wheel of the bench. */
function setAlive(bench: GroupBench, memberId: string): { stop(): void } {
  let isOver = false
  const beat = (): void => {
    if (isOver) return
    bench.heartbeat('g', memberId, 1)
    bench.wheel.schedule(bench.clock.monotonicMs() + 5000, beat)
  }
  beat()
  return { stop: () => (isOver = true) }
}

test('an id that was handed out is void after the session timeout', async () => {
  const bench = await GroupBench.start()
  const required = bench.join('g', { v: 4 })
  expect(required.now.errorCode).toBe(ErrorCode.MEMBER_ID_REQUIRED)
  await bench.clock.advance(10_000)
  const late = bench.join('g', { v: 4, id: required.now.memberId })
  expect(late.now.errorCode).toBe(ErrorCode.UNKNOWN_MEMBER_ID)
})

test('joining with an empty name, a session out of bounds, or as nobody is refused', async () => {
  const bench = await GroupBench.start({ 'group.max.size': 1 })
  const refused = [
    bench.join(''),
    bench.join('g', { session: 5999 }),
    bench.join('g', { session: 1_800_001 }),
    bench.join('g', { id: 'nobody' }),
  ]
  expect(refused.map(({ now }) => now.errorCode)).toEqual([
    ErrorCode.INVALID_GROUP_ID,
    ErrorCode.INVALID_SESSION_TIMEOUT,
    ErrorCode.INVALID_SESSION_TIMEOUT,
    ErrorCode.UNKNOWN_MEMBER_ID,
  ])
  bench.join('g')
  expect(bench.join('g').now.errorCode).toBe(ErrorCode.GROUP_MAX_SIZE_REACHED)
})

test('a protocol that a member names twice counts once', async () => {
  const bench = await GroupBench.start()
  const joined = bench.join('g', { protocols: ['range', 'range'] })
  await bench.clock.advance(3000)
  expect(joined.now.protocolName).toBe('range')
})

test('a group that is left is empty, and deleted with its offsets when asked', async () => {
  const bench = await GroupBench.start()
  const a = await bench.stable('g')
  expect(bench.commit('g', { id: a, gen: 1, values: [5] }).now).toEqual([0])
  const busy = bench.coordinator.deleteGroups(['g'])
  expect(await settled(busy)).toEqual([['g', ErrorCode.NON_EMPTY_GROUP]])
  expect(bench.leave('g', a).now.members.map(({ errorCode }) => errorCode)).toEqual([0])
  expect(bench.state('g')).toBe('Empty')
  expect(await settled(bench.coordinator.deleteGroups(['g', 'nobody']))).toEqual([
    ['g', 0],
    ['nobody', ErrorCode.GROUP_ID_NOT_FOUND],
  ])
  expect(bench.offsets('g').now).toEqual({})
  await bench.restart()
  expect(bench.groups()).toEqual([])
})

async function settled(
  later: ReturnType<GroupBench['coordinator']['deleteGroups']>,
): Promise<[string, number][]> {
  const results = 'toPromise' in later ? await later.toPromise() : later
  return results.map(({ groupId, errorCode }) => [groupId, errorCode])
}

test('groups without members cost no timer, however many they are', async () => {
  const bench = await GroupBench.start()
  const before = bench.wheel.count
  for (let count = 0; count < 10_000; count++) bench.commit(`g${count}`)
  const a = await bench.stable('live')
  expect(bench.leave('live', a).now.errorCode).toBe(0)
  await bench.clock.advance(10_000)
  expect(bench.wheel.count).toBe(before)
  await bench.restart()
  expect(bench.groups()).toHaveLength(10_001)
  expect(bench.wheel.count - before).toBeLessThanOrEqual(1)
})

test('names that no record has room for are refused, and what comes after them is stored', async () => {
  const bench = await GroupBench.start()
  const long = 'é'.repeat(20_000)
  expect(bench.join(long, { v: 9 }).now.errorCode).toBe(ErrorCode.INVALID_GROUP_ID)
  expect(bench.commit(long).now).toEqual([ErrorCode.INVALID_GROUP_ID])
  expect(bench.heartbeat(long, 'm', 1)).toBe(ErrorCode.INVALID_GROUP_ID)
  const instance = 'i'.repeat(32_731)
  expect(bench.join('g', { v: 9, instance }).now.errorCode).toBe(ErrorCode.INVALID_REQUEST)
  const refused = ErrorCode.INCONSISTENT_GROUP_PROTOCOL
  expect(bench.join('g', { v: 9, type: long }).now.errorCode).toBe(refused)
  expect(bench.join('g', { v: 9, protocols: ['range', long] }).now.errorCode).toBe(refused)
  const longest = 'g'.repeat(32_767)
  await bench.stable(longest, { v: 9, instance: 'i'.repeat(32_730) })
  await bench.restart()
  expect(bench.state(longest)).toBe('Stable')
})
