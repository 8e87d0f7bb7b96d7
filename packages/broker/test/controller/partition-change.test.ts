import { NO_NODE_ID, type NodeId, nodeId } from '@samsa/base'
import type { PartitionChangeRecord } from '@samsa/protocol'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type PartitionChange, partitionChange } from '../../src/controller/partition-change.ts'
import type { PartitionImage } from '../../src/metadata/image.ts'
import { testUuid } from '../metadata/support/fixed-doors.ts'

const nodes = (...ids: number[]): NodeId[] => ids.map(nodeId)

function partitionOf(fields: Partial<PartitionImage> = {}): PartitionImage {
  return {
    replicas: nodes(1, 2, 3),
    directories: [1, 2, 3].map(testUuid),
    isr: nodes(1, 2, 3),
    removingReplicas: [],
    addingReplicas: [],
    eligibleLeaderReplicas: [],
    lastKnownLeaderReplicas: [],
    leader: nodeId(1),
    leaderRecoveryState: 0,
    leaderEpoch: 5 as PartitionImage['leaderEpoch'],
    partitionEpoch: 9,
    ...fields,
  }
}

/** What changes, by field; empty when nothing does. Brokers 1 to 3 are up unless `up` says so. */
function changed(
  partition: PartitionImage,
  fields: Partial<PartitionChange> & { readonly up?: readonly number[] } = {},
): Readonly<Record<string, unknown>> {
  const up = fields.up ?? [1, 2, 3]
  const record = partitionChange({
    topicId: testUuid(7),
    partitionId: 4,
    partition,
    metadataVersion: 30,
    usesEligibleLeaderReplicas: false,
    minInsyncReplicas: 1,
    allowsUncleanElection: false,
    targetIsr: partition.isr,
    uncleanReplica: undefined,
    isAcceptableLeader: (id) => up.includes(id),
    ...fields,
  })
  if (record === undefined) return {}
  const message = record.message as PartitionChangeRecord
  expect([message.topicId, message.partitionId, record.version]).toEqual([testUuid(7), 4, 2])
  const kept = Object.entries(message).filter(
    ([key, value]) =>
      !['topicId', 'partitionId'].includes(key) &&
      value !== null &&
      !(key === 'leader' && value === -2) &&
      !(key === 'leaderRecoveryState' && value === -1),
  )
  return Object.fromEntries(kept)
}

describe('without eligible leader replicas', () => {
  test('nothing changes while leader and ISR can stay', () => {
    expect(changed(partitionOf())).toEqual({})
  })

  test('a leader that leaves is followed by the first replica of the ISR, in order of assignment', () => {
    const gone = { targetIsr: nodes(2, 3), up: [2, 3] }
    expect(changed(partitionOf(), gone)).toEqual({ isr: [2, 3], leader: 2 })
    const other = partitionOf({ replicas: nodes(1, 3, 2) })
    expect(changed(other, gone)).toEqual({ isr: [2, 3], leader: 3 })
  })

  test('a follower that leaves changes the ISR alone', () => {
    expect(changed(partitionOf(), { targetIsr: nodes(1, 3) })).toEqual({ isr: [1, 3] })
  })

  test('below metadata.version 12 an ISR that shrinks makes a new leader epoch', () => {
    const record = partitionChange({
      topicId: testUuid(7),
      partitionId: 4,
      partition: partitionOf(),
      metadataVersion: 11,
      usesEligibleLeaderReplicas: false,
      minInsyncReplicas: 1,
      allowsUncleanElection: false,
      targetIsr: nodes(1, 3),
      uncleanReplica: undefined,
      isAcceptableLeader: () => true,
    })
    expect(record).toMatchObject({ version: 0, message: { isr: [1, 3], leader: 1 } })
  })

  test('the last of the ISR stays in it when it leaves, and nobody leads', () => {
    const alone = partitionOf({ isr: nodes(1) })
    expect(changed(alone, { targetIsr: [], up: [2, 3] })).toEqual({ leader: -1 })
  })

  test('it leads again when it is back', () => {
    const orphan = partitionOf({ isr: nodes(1), leader: NO_NODE_ID })
    expect(changed(orphan)).toEqual({ leader: 1 })
  })

  test('a replica from outside the ISR leads only where the topic allows it, and has to recover', () => {
    const alone = partitionOf({ isr: nodes(1) })
    const gone = { targetIsr: [], up: [2, 3], allowsUncleanElection: true }
    expect(changed(alone, gone)).toEqual({ isr: [2], leader: 2, leaderRecoveryState: 1 })
    expect(changed(alone, { ...gone, up: [] })).toEqual({ leader: -1 })
  })

  test('leftovers of eligible replicas are cleared', () => {
    expect(changed(partitionOf({ eligibleLeaderReplicas: nodes(2) }))).toEqual({
      eligibleLeaderReplicas: [],
    })
  })
})

describe('with eligible leader replicas', () => {
  const elr = { usesEligibleLeaderReplicas: true, minInsyncReplicas: 2 }

  test('who leaves an ISR at its minimum becomes eligible', () => {
    const two = partitionOf({ isr: nodes(1, 2) })
    expect(changed(two, { ...elr, targetIsr: nodes(1), up: [1, 3] })).toEqual({
      isr: [1],
      eligibleLeaderReplicas: [2],
    })
  })

  test('the ISR may be empty; the last leader is remembered', () => {
    const one = partitionOf({ isr: nodes(1), eligibleLeaderReplicas: nodes(2) })
    expect(changed(one, { ...elr, targetIsr: [], up: [] })).toEqual({
      isr: [],
      leader: -1,
      eligibleLeaderReplicas: [2, 1],
      lastKnownElr: [1],
    })
  })

  test('an eligible replica that is up leads, and is the ISR', () => {
    const none = partitionOf({
      isr: [],
      leader: NO_NODE_ID,
      eligibleLeaderReplicas: nodes(2, 1),
      lastKnownLeaderReplicas: nodes(1),
    })
    expect(changed(none, { ...elr, up: [2] })).toEqual({
      isr: [2],
      leader: 2,
      eligibleLeaderReplicas: [1],
      lastKnownElr: [],
    })
  })

  test('who stopped uncleanly is not eligible', () => {
    const one = partitionOf({ isr: nodes(1), eligibleLeaderReplicas: nodes(2) })
    const gone = { ...elr, targetIsr: [], uncleanReplica: nodeId(1), up: [] }
    expect(changed(one, gone)).toMatchObject({ isr: [], leader: -1, lastKnownElr: [1] })
    expect(changed(one, gone)).not.toHaveProperty('eligibleLeaderReplicas')
  })

  test('with nobody eligible the last known leader leads when it is up, and has to recover', () => {
    const none = partitionOf({
      isr: [],
      leader: NO_NODE_ID,
      lastKnownLeaderReplicas: nodes(1),
    })
    expect(changed(none, { ...elr, up: [1, 2] })).toEqual({
      isr: [1],
      leader: 1,
      leaderRecoveryState: 1,
      lastKnownElr: [],
    })
    expect(changed(none, { ...elr, up: [2, 3] })).toEqual({})
  })

  test('a full ISR clears the eligible ones', () => {
    const two = partitionOf({ isr: nodes(1, 2), eligibleLeaderReplicas: nodes(3) })
    expect(changed(two, elr)).toEqual({ eligibleLeaderReplicas: [] })
  })
})

test('nobody is ever elected who may not lead, and only the ISR or the eligible without leave', () => {
  const ids = fc.uniqueArray(fc.integer({ min: 1, max: 4 }).map(nodeId), { maxLength: 4 })
  const given = fc.record({
    replicas: fc.constant(nodes(1, 2, 3, 4)),
    isr: ids,
    eligible: ids,
    lastKnown: ids,
    leaderIndex: fc.nat(3),
    target: ids,
    up: ids,
    usesElr: fc.boolean(),
    unclean: fc.boolean(),
    min: fc.integer({ min: 1, max: 3 }),
  })
  fc.assert(
    fc.property(given, (it) => {
      const before = it.isr[it.leaderIndex] ?? NO_NODE_ID
      const partition = partitionOf({
        replicas: it.replicas,
        isr: it.isr,
        eligibleLeaderReplicas: it.eligible.filter((id) => !it.isr.includes(id)),
        lastKnownLeaderReplicas: it.lastKnown,
        leader: before,
      })
      const targetIsr = it.target.filter((id) => it.isr.includes(id))
      // Who leaves the ISR is not up.
      const up = it.up.filter((id) => !it.isr.includes(id) || targetIsr.includes(id))
      const record = changed(partition, {
        targetIsr,
        up,
        usesEligibleLeaderReplicas: it.usesElr,
        allowsUncleanElection: it.unclean,
        minInsyncReplicas: it.min,
      })
      const leader = (record['leader'] ?? before) as NodeId
      if (leader !== NO_NODE_ID) expect(up).toContain(leader)
      const isr = (record['isr'] ?? it.isr) as NodeId[]
      const elr = (record['eligibleLeaderReplicas'] ?? partition.eligibleLeaderReplicas) as NodeId[]
      if (it.usesElr) expect(isr.filter((id) => elr.includes(id))).toEqual([])
      if (leader !== NO_NODE_ID && record['leaderRecoveryState'] !== 1) {
        expect([...it.isr, ...partition.eligibleLeaderReplicas]).toContain(leader)
      }
      if (leader !== NO_NODE_ID && it.usesElr) expect(isr).toContain(leader)
    }),
    { numRuns: 2000 },
  )
})
