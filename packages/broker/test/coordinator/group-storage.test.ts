import { listGroupsRequest, ErrorCode } from '@samsa/protocol'
import { expect, test } from 'vitest'
import { GroupBench, subscribed } from './support/group-bench.ts'
import { MemoryPartition } from './support/memory-partition.ts'

test('generation, members and offsets outlive a crash, and sessions begin anew', async () => {
  const bench = await GroupBench.start()
  const a = await bench.stable('g')
  bench.commit('g', { id: a, gen: 1, values: [7, 8] })
  await bench.clock.advance(9000)
  await bench.restart()
  expect(bench.state('g')).toBe('Stable')
  expect(bench.offsets('g').now).toEqual({ 't-0': 7, 't-1': 8 })
  await bench.clock.advance(9000)
  expect(bench.heartbeat('g', a, 1)).toBe(ErrorCode.NONE)
  expect(Buffer.from(bench.sync('g', a, 1).now.assignment).toString()).toBe('A')
  await bench.clock.advance(10_000)
  expect(bench.state('g')).toBe('Empty')
  await bench.restart()
  const joined = bench.join('g')
  await bench.clock.advance(3000)
  expect(joined.now.generationId).toBe(3)
})

test('a group over the limit of today rebalances when it is loaded', async () => {
  const bench = await GroupBench.start()
  const joins = [bench.join('g'), bench.join('g')]
  await bench.clock.advance(6000)
  const [a, b] = joins.map(({ now }) => now.memberId) as [string, string]
  bench.sync('g', b, 1)
  bench.sync('g', a, 1)
  const smaller = await GroupBench.start(
    { 'group.max.size': 1 },
    { partition: bench.partition.reopened() },
  )
  expect(smaller.state('g')).toBe('PreparingRebalance')
  const [first, second] = [smaller.join('g', { id: a }), smaller.join('g', { id: b })]
  expect(second.now.errorCode).toBe(ErrorCode.GROUP_MAX_SIZE_REACHED)
  expect(first.now.members).toHaveLength(1)
})

test('while groups are being loaded members are not told that they are nobody', async () => {
  const bench = await GroupBench.start()
  const a = await bench.stable('g')
  const loading = await GroupBench.start(
    {},
    { partition: bench.partition.reopened(), isLoading: true },
  )
  expect(loading.heartbeat('g', a, 1)).toBe(ErrorCode.NONE)
  expect(loading.join('g').now.errorCode).toBe(ErrorCode.COORDINATOR_LOAD_IN_PROGRESS)
  expect(loading.sync('g', a, 1).now.errorCode).toBe(ErrorCode.COORDINATOR_LOAD_IN_PROGRESS)
  expect(loading.commit('g').now).toEqual([ErrorCode.COORDINATOR_LOAD_IN_PROGRESS])
  expect(loading.offsets('g').now).toBe(ErrorCode.COORDINATOR_LOAD_IN_PROGRESS)
  expect(loading.state('g')).toBe(`error ${ErrorCode.COORDINATOR_LOAD_IN_PROGRESS}`)
  const { errorCode } = loading.coordinator.listGroups(listGroupsRequest())
  expect(errorCode).toBe(ErrorCode.COORDINATOR_LOAD_IN_PROGRESS)
  await loading.loaded()
  expect(loading.state('g')).toBe('Stable')
})

test('a partition that goes to another node answers whoever waits', async () => {
  const bench = await GroupBench.start()
  const waiting = bench.join('g')
  const a = await bench.stable('h')
  bench.partition.isHolding = true
  const commit = bench.commit('h', { id: a, gen: 1 })
  bench.coordinator.onResigned(bench.partition)
  expect(waiting.now.errorCode).toBe(0)
  expect(commit.now).toEqual([ErrorCode.NOT_COORDINATOR])
  const parked = ErrorCode.NOT_COORDINATOR
  expect(bench.heartbeat('h', a, 1)).toBe(parked)
  expect(bench.join('h').now.errorCode).toBe(parked)
  expect(bench.offsets('h').now).toBe(parked)
  expect(bench.leave('h', a).now.errorCode).toBe(parked)
})

test('joins and syncs that wait are told when the partition goes to another node', async () => {
  const bench = await GroupBench.start()
  const joins = [bench.join('g'), bench.join('g')]
  await bench.clock.advance(6000)
  const [, b] = joins.map(({ now }) => now.memberId) as [string, string]
  const sync = bench.sync('g', b, 1)
  const join = bench.join('other')
  bench.coordinator.close()
  expect(sync.now.errorCode).toBe(ErrorCode.NOT_COORDINATOR)
  expect(join.now.errorCode).toBe(ErrorCode.NOT_COORDINATOR)
  expect(bench.wheel.count).toBe(0)
  expect(bench.join('g').now.errorCode).toBe(ErrorCode.COORDINATOR_NOT_AVAILABLE)
})

test.each([
  [ErrorCode.NOT_LEADER_OR_FOLLOWER, ErrorCode.NOT_COORDINATOR],
  [ErrorCode.KAFKA_STORAGE_ERROR, ErrorCode.NOT_COORDINATOR],
  [ErrorCode.NOT_ENOUGH_REPLICAS, ErrorCode.COORDINATOR_NOT_AVAILABLE],
  [ErrorCode.MESSAGE_TOO_LARGE, ErrorCode.UNKNOWN_SERVER_ERROR],
])('error %i of the log is %i to clients, and nothing has changed', async (refusal, told) => {
  const bench = await GroupBench.start()
  const a = await bench.stable('g')
  bench.commit('g', { id: a, gen: 1, values: [1] })
  bench.partition.refusal = refusal
  expect(bench.commit('g', { id: a, gen: 1, values: [2] }).now).toEqual([told])
  expect(bench.offsets('g').now).toEqual({ 't-0': 1 })
  const again = bench.join('g', { id: a })
  const { generationId } = again.now
  expect(bench.sync('g', a, generationId, { [a]: 'B' }).now.errorCode).toBe(told)
  expect(bench.state('g')).toBe('PreparingRebalance')
  bench.partition.refusal = 0
  const third = bench.join('g', { id: a })
  expect(bench.sync('g', a, third.now.generationId, { [a]: 'B' }).now.errorCode).toBe(0)
  expect(bench.state('g')).toBe('Stable')
})

test('a group that could not be stored never was, and all who joined it are told', async () => {
  const bench = await GroupBench.start()
  bench.partition.isHolding = true
  const first = bench.join('g')
  const second = bench.join('g')
  bench.partition.refusal = ErrorCode.NOT_ENOUGH_REPLICAS
  bench.partition.release()
  expect(first.now.errorCode).toBe(ErrorCode.COORDINATOR_NOT_AVAILABLE)
  expect(second.now.errorCode).toBe(ErrorCode.COORDINATOR_NOT_AVAILABLE)
  expect(bench.groups()).toEqual([])
  bench.partition.refusal = 0
  bench.partition.isHolding = false
  const third = bench.join('g')
  await bench.clock.advance(3000)
  expect(third.now.generationId).toBe(1)
})

test('members wait for the store no longer than offsets.commit.timeout.ms', async () => {
  const bench = await GroupBench.start()
  const joined = bench.join('g')
  await bench.clock.advance(3000)
  const { memberId } = joined.now
  bench.partition.isHolding = true
  const sync = bench.sync('g', memberId, 1, { [memberId]: 'A' })
  await bench.clock.advance(4999)
  expect(sync.value).toBeUndefined()
  await bench.clock.advance(1)
  expect(sync.now.errorCode).toBe(ErrorCode.COORDINATOR_NOT_AVAILABLE)
  bench.partition.isHolding = false
  bench.partition.release()
  const again = bench.join('g', { id: memberId })
  expect(again.now.generationId).toBe(2)
})

test('an offset that is not committed yet is not told, and waited for when it has to be stable', async () => {
  const bench = await GroupBench.start()
  bench.commit('g', { values: [1] })
  bench.partition.isHolding = true
  const commit = bench.commit('g', { values: [2] })
  const stable = bench.offsets('g', true)
  expect(bench.offsets('g').now).toEqual({ 't-0': 1 })
  expect(stable.value).toBeUndefined()
  bench.partition.release()
  expect(commit.now).toEqual([0])
  expect(stable.now).toEqual({ 't-0': 2 })
})

test('an offset that has to be stable and fails sends old consumers to look for their coordinator', async () => {
  const bench = await GroupBench.start()
  bench.partition.isHolding = true
  bench.commit('g')
  const stable = bench.offsets('g', true)
  await bench.clock.advance(5000)
  expect(stable.now).toBe(ErrorCode.NOT_COORDINATOR)
})

test('a group whose records are larger than the load buffer is loaded, and its neighbours', async () => {
  const numbers = { 'offsets.load.buffer.size': 16_384, 'group.initial.rebalance.delay.ms': 0 }
  const bench = await GroupBench.start(numbers)
  const metadata = Buffer.concat([subscribed('t'), Buffer.alloc(10_240)])
  const joins = Array.from({ length: 20 }, () => bench.join('big', { metadata }))
  await bench.clock.advance(1)
  const ids = joins.map(({ now }) => now.memberId)
  const leader = joins[0]!.now.leader
  const assign = Object.fromEntries(ids.map((id) => [id, Buffer.alloc(10_240, 7)]))
  for (const id of ids) if (id !== leader) bench.sync('big', id, 1)
  expect(bench.sync('big', leader, 1, assign).now.errorCode).toBe(0)
  const values = Array.from({ length: 1000 }, (_, index) => index)
  const committed = bench.commit('big', { id: leader, gen: 1, values, metadata: 'm'.repeat(1024) })
  // 1,000 offsets of 1 KB are more than a batch takes: the member commits fewer at once.
  expect(new Set(committed.now)).toEqual(new Set([ErrorCode.UNKNOWN_SERVER_ERROR]))
  for (const half of [values.slice(0, 500), values.slice(0, 500)]) {
    const part = bench.commit('big', {
      id: leader,
      gen: 1,
      values: half,
      metadata: 'm'.repeat(1024),
    })
    expect(new Set(part.now)).toEqual(new Set([0]))
  }
  for (let count = 0; count < 19; count++) bench.commit(`small${count}`)
  const restarted = await GroupBench.start(numbers, { partition: bench.partition.reopened() })
  expect(restarted.groups()).toHaveLength(20)
  expect(restarted.state('big')).toBe('Stable')
  for (const id of ids) expect(restarted.heartbeat('big', id, 1)).toBe(0)
  expect(restarted.sync('big', ids[3]!, 1).now.assignment).toHaveLength(10_240)
  expect(Object.keys(restarted.offsets('big').now)).toHaveLength(500)
})

test('a group too large for one record tells its members so, tries again, and harms no other', async () => {
  const bench = await GroupBench.start({ 'group.initial.rebalance.delay.ms': 0 })
  const other = await bench.stable('other')
  const metadata = Buffer.concat([subscribed('t'), Buffer.alloc(10_240)])
  const joins = Array.from({ length: 200 }, () => bench.join('big', { metadata }))
  await bench.clock.advance(1)
  const ids = joins.map(({ now }) => now.memberId)
  const leader = joins[0]!.now.leader
  const followers = ids.filter((id) => id !== leader).map((id) => bench.sync('big', id, 1))
  const synced = bench.sync('big', leader, 1)
  for (const { now } of [synced, ...followers]) {
    expect(now.errorCode).toBe(ErrorCode.UNKNOWN_SERVER_ERROR)
  }
  expect(bench.state('big')).toBe('PreparingRebalance')
  expect(bench.heartbeat('big', leader, 1)).toBe(ErrorCode.REBALANCE_IN_PROGRESS)
  expect(bench.heartbeat('other', other, 1)).toBe(ErrorCode.NONE)
  expect(bench.commit('other', { id: other, gen: 1 }).now).toEqual([0])
  await bench.restart()
  expect(bench.groups()).toEqual(['big', 'other'])
})

test('a partition that cannot be read answers that the coordinator is not here', async () => {
  const partition = new MemoryPartition()
  partition.append(Buffer.alloc(100))
  partition.readError = ErrorCode.KAFKA_STORAGE_ERROR
  const bench = await GroupBench.start({}, { partition, isLoading: true })
  await bench.loaded()
  expect(bench.heartbeat('g', 'm', 1)).toBe(ErrorCode.NOT_COORDINATOR)
})

test('a new leader epoch loads the partition again', async () => {
  const bench = await GroupBench.start()
  const a = await bench.stable('g')
  const waiting = bench.join('g', { id: a })
  expect(waiting.now.generationId).toBe(2)
  bench.partition.leaderEpoch = bench.partition.reopened().leaderEpoch
  bench.coordinator.onLeader(bench.partition)
  await bench.loaded()
  expect(bench.state('g')).toBe('Stable')
  expect(bench.heartbeat('g', a, 1)).toBe(ErrorCode.NONE)
})
