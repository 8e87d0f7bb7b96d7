import { NO_NODE_ID, type NodeId, type Uuid } from '@samsa/base'
import {
  type PartitionChangeRecord,
  partitionChangeRecord,
  partitionChangeRecordSchema,
} from '@samsa/protocol'
import { type MetadataRecord, metadataRecord } from '@samsa/raft'
import { NO_LEADER_CHANGE } from '../metadata/delta/topics-delta-builder.ts'
import type { PartitionImage } from '../metadata/image.ts'
import {
  bumpsLeaderEpochOnIsrShrink,
  partitionRecordVersion,
} from '../metadata/metadata-version.ts'

const RECOVERING = 1

/** What is to become of a partition, and by which rules. */
export interface PartitionChange {
  readonly topicId: Uuid
  readonly partitionId: number
  readonly partition: PartitionImage
  readonly metadataVersion: number
  /** KIP-966 is finalized. */
  readonly usesEligibleLeaderReplicas: boolean
  /** `min.insync.replicas` of the topic. */
  readonly minInsyncReplicas: number
  /** `unclean.leader.election.enable` of the topic. */
  readonly allowsUncleanElection: boolean
  readonly targetIsr: readonly NodeId[]
  /** Lost its unsynced records: not eligible any more; undefined when none did. */
  readonly uncleanReplica: NodeId | undefined
  isAcceptableLeader(id: NodeId): boolean
}

interface Election {
  readonly leader: NodeId
  readonly isUnclean: boolean
}

/**
 * The record that takes a partition to its target ISR and elects a leader where the present one
 * cannot stay; undefined when nothing changes. Election order: the present leader, a replica of the
 * ISR (of the ELR when the ISR is empty) in order of assignment, the last known leader, and where the
 * topic allows it any replica. KIP-966, Kafka's partition change rules.
 */
export function partitionChange(change: PartitionChange): MetadataRecord | undefined {
  const { partition, topicId, partitionId, metadataVersion } = change
  const record = partitionChangeRecord({ topicId, partitionId })
  const targets = targetsOf(change)
  const election = elect(change, targets)
  if (election.leader !== partition.leader) setLeader(record, change, targets, election)

  setEligibleReplicas(record, change, targets)
  setIsr(record, change, targets)
  setLastKnownLeader(record, change)
  if (isNoChange(record)) return undefined
  return metadataRecord(
    partitionChangeRecordSchema,
    record,
    partitionRecordVersion(metadataVersion),
  )
}

/** ISR and ELR to be; an election from the ELR moves a replica from one to the other. */
interface Targets {
  isr: readonly NodeId[]
  eligible: readonly NodeId[]
}

function targetsOf(change: PartitionChange): Targets {
  const { partition, targetIsr, uncleanReplica } = change
  const { eligibleLeaderReplicas } = partition
  if (!change.usesEligibleLeaderReplicas) {
    return { isr: targetIsr, eligible: eligibleLeaderReplicas }
  }
  if (targetIsr.length >= change.minInsyncReplicas) return { isr: targetIsr, eligible: [] }
  const candidates = new Set([...eligibleLeaderReplicas, ...partition.isr])
  const eligible = [...candidates].filter((id) => !targetIsr.includes(id) && id !== uncleanReplica)
  return { isr: targetIsr, eligible }
}

function elect(change: PartitionChange, targets: Targets): Election {
  const { partition } = change
  const pool = targets.isr.length > 0 ? targets.isr : targets.eligible
  const mayLead = (id: NodeId): boolean => pool.includes(id) && change.isAcceptableLeader(id)
  if (mayLead(partition.leader)) return { leader: partition.leader, isUnclean: false }
  const clean = partition.replicas.find(mayLead)
  if (clean !== undefined) return { leader: clean, isUnclean: false }
  const unclean = uncleanLeader(change, targets)
  return { leader: unclean ?? NO_NODE_ID, isUnclean: unclean !== undefined }
}

function uncleanLeader(change: PartitionChange, targets: Targets): NodeId | undefined {
  const { partition, usesEligibleLeaderReplicas } = change
  const [lastKnown, ...others] = partition.lastKnownLeaderReplicas
  const isPoolEmpty = targets.isr.length === 0 && targets.eligible.length === 0
  if (usesEligibleLeaderReplicas && isPoolEmpty && lastKnown !== undefined && others.length === 0) {
    if (change.isAcceptableLeader(lastKnown)) return lastKnown
  }
  if (!change.allowsUncleanElection) return undefined
  return partition.replicas.find((id) => change.isAcceptableLeader(id))
}

function setLeader(
  record: PartitionChangeRecord,
  { partition }: PartitionChange,
  targets: Targets,
  { leader, isUnclean }: Election,
): void {
  record.leader = leader
  if (targets.eligible.includes(leader)) {
    targets.isr = [leader]
    targets.eligible = targets.eligible.filter((id) => id !== leader)
  }
  if (!isUnclean) return
  record.isr = [leader]
  if (partition.leaderRecoveryState !== RECOVERING) record.leaderRecoveryState = RECOVERING
}

function setEligibleReplicas(
  record: PartitionChangeRecord,
  change: PartitionChange,
  targets: Targets,
): void {
  const isCleared = record.isr !== null || !change.usesEligibleLeaderReplicas
  const eligible = isCleared ? [] : targets.eligible
  if (!sameNodes(eligible, change.partition.eligibleLeaderReplicas)) {
    record.eligibleLeaderReplicas = [...eligible]
  }
}

function setIsr(record: PartitionChangeRecord, change: PartitionChange, targets: Targets): void {
  const { partition, metadataVersion, usesEligibleLeaderReplicas } = change
  const mayBeEmpty = usesEligibleLeaderReplicas
  if (record.isr === null && (targets.isr.length > 0 || mayBeEmpty)) {
    if (!sameNodes(targets.isr, partition.isr)) record.isr = [...targets.isr]
  }
  const { isr } = record
  const shrinks = isr !== null && partition.isr.some((id) => !isr.includes(id))
  if (shrinks && bumpsLeaderEpochOnIsrShrink(metadataVersion))
    keepLeaderInNewEpoch(record, partition)
}

function keepLeaderInNewEpoch(record: PartitionChangeRecord, partition: PartitionImage): void {
  if (record.leader === NO_LEADER_CHANGE) record.leader = partition.leader
}

/** Remembered when the partition first has no leader, forgotten when it has one again. */
function setLastKnownLeader(record: PartitionChangeRecord, change: PartitionChange): void {
  const { partition, usesEligibleLeaderReplicas } = change
  if (!usesEligibleLeaderReplicas) return
  const knowsLast = partition.lastKnownLeaderReplicas.length > 0
  if (record.leader === NO_NODE_ID && !knowsLast) record.lastKnownElr = [partition.leader]
  else if (record.leader >= 0 && knowsLast) record.lastKnownElr = []
}

function isNoChange(record: PartitionChangeRecord): boolean {
  return (
    record.isr === null &&
    record.leader === NO_LEADER_CHANGE &&
    record.leaderRecoveryState === -1 &&
    record.eligibleLeaderReplicas === null &&
    record.lastKnownElr === null
  )
}

function sameNodes(a: readonly NodeId[], b: readonly NodeId[]): boolean {
  return a.length === b.length && a.every((id, index) => id === b[index])
}
