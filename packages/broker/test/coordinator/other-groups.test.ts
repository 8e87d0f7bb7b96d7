import {
  ErrorCode,
  buildBatch,
  buildEndMarker,
  groupRecords,
  offsetCommitValue,
} from '@samsa/protocol'
import { expect, test } from 'vitest'
import { GroupBench, tools } from './support/group-bench.ts'
import { MemoryPartition } from './support/memory-partition.ts'

const DAY_MS = 86_400_000
const producer = { producerId: 7, producerEpoch: 0 }

function offsetOf(group: string, offset: number, partition: number = 0) {
  const key = groupRecords.encodeKey(1, { group, topic: 't', partition })
  const value = offsetCommitValue({ offset: BigInt(offset), commitTimestamp: 1n })
  return { key, value: groupRecords.encodeValue(1, 4, value), timestamp: 1 }
}

const batchOf = (...records: ReturnType<typeof offsetOf>[]) => buildBatch(tools, {}, records)

const transactional = (...records: ReturnType<typeof offsetOf>[]) =>
  buildBatch(tools, { ...producer, baseSequence: 0, isTransactional: true }, records)

const marker = (outcome: 'commit' | 'abort') => buildEndMarker(tools, outcome, 0, 1, producer)

async function benchOn(...batches: readonly Uint8Array[]): Promise<GroupBench> {
  const partition = new MemoryPartition()
  for (const batch of batches) partition.append(batch)
  return GroupBench.start({ 'offsets.retention.minutes': 1 }, { partition })
}

test('offsets of a transaction count once it is committed, and not when it is aborted', async () => {
  const committed = await benchOn(transactional(offsetOf('g', 5)), marker('commit'))
  expect(committed.offsets('g').now).toEqual({ 't-0': 5 })
  const aborted = await benchOn(
    batchOf(offsetOf('g', 1)),
    transactional(offsetOf('g', 5)),
    marker('abort'),
  )
  expect(aborted.offsets('g').now).toEqual({ 't-0': 1 })
})

test('an offset that was committed during a transaction is not overwritten when it ends', async () => {
  const bench = await benchOn(
    transactional(offsetOf('g', 5), offsetOf('g', 6, 1)),
    batchOf(offsetOf('g', 9)),
    marker('commit'),
  )
  expect(bench.offsets('g').now).toEqual({ 't-0': 9, 't-1': 6 })
})

test('what an open transaction has under way is told as unstable to who asks, and does not expire', async () => {
  const bench = await benchOn(batchOf(offsetOf('g', 1)), transactional(offsetOf('g', 5)))
  expect(bench.offsets('g').now).toEqual({ 't-0': 1 })
  expect(bench.offsets('g', true).now).toEqual({ 't-0': -1 })
  await bench.clock.advance(DAY_MS)
  expect(bench.groups()).toEqual(['g'])
  const deleted = bench.coordinator.deleteGroups(['g'])
  if ('toPromise' in deleted) await deleted.toPromise()
  expect(bench.groups()).toEqual([])
})

test('groups of other kinds are neither served nor touched, their offsets are told', async () => {
  const key = groupRecords.encodeKey(3, { groupId: 'modern' })
  const value = groupRecords.encodeValue(3, 0, {
    epoch: 4,
    metadataHash: 0n,
    unknownTaggedFields: null,
  })
  const bench = await benchOn(
    batchOf({ key, value, timestamp: 1 }, offsetOf('modern', 3)),
    batchOf(offsetOf('plain', 4)),
  )
  expect(bench.groups()).toEqual(['plain'])
  expect(bench.state('modern')).toBe(`error ${ErrorCode.GROUP_ID_NOT_FOUND}`)
  expect(bench.offsets('modern').now).toEqual({ 't-0': 3 })
  expect(bench.join('modern').now.errorCode).toBe(ErrorCode.INCONSISTENT_GROUP_PROTOCOL)
  expect(bench.commit('modern').now).toEqual([ErrorCode.UNKNOWN_MEMBER_ID])
  const { length } = bench.partition.batches
  await bench.clock.advance(DAY_MS)
  expect(bench.groups()).toEqual([])
  expect(bench.offsets('modern').now).toEqual({ 't-0': 3 })
  // One batch of tombstones, for the other group.
  expect(bench.partition.batches).toHaveLength(length + 1)
})
