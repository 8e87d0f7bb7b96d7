import { NO_LEADER_EPOCH, ZERO_UUID } from '@samsa/base'
import { ErrorCode } from '@samsa/protocol'
import type { LocalPartition } from '../local-partition.ts'
import type { ReplicaManager } from '../replica-manager.ts'
import type { FetchPartition } from './fetch-partition.ts'

/** Whose eyes a partition is looked at with. */
export interface FetchTerms {
  readonly replicas: ReplicaManager
  /** Topics are named by id; the zero id is one that nobody has. */
  readonly usesTopicIds: boolean
  /** Asks for replication: another broker, or somebody who says so. */
  readonly isFollower: boolean
  readonly isReadCommitted: boolean
  /** Reads to the log's end, committed or not. */
  readonly isReadToEnd: boolean
  mayRead(topic: string): boolean
}

/**
 * Finds out what a partition has for its client, short of reading; true when there is something to
 * read below `upTo`. In Apache Kafka's order: unknown, forbidden, offline, another topic's id, wrong
 * epoch, no leader, diverged, out of range.
 */
export function lookAt(partition: FetchPartition, terms: FetchTerms): boolean {
  partition.beginLook()
  const replica = resolve(partition, terms)
  if (replica === undefined) return false
  const refusal = refusalOf(partition, replica, terms)
  if (refusal !== ErrorCode.NONE) {
    partition.fail(refusal)
    return false
  }
  const { log, highWatermark, lastStableOffset } = replica
  const { fetchOffset } = partition
  partition.noteLog(replica)
  partition.lastStableOffset = lastStableOffset
  partition.logStartOffset = log.logStartOffset
  if (hasDiverged(partition, replica)) return false
  if (fetchOffset < log.logStartOffset || fetchOffset > log.logEndOffset) {
    partition.fail(ErrorCode.OFFSET_OUT_OF_RANGE)
    return false
  }
  if (terms.isReadToEnd) partition.upTo = log.logEndOffset
  else partition.upTo = terms.isReadCommitted ? lastStableOffset : highWatermark
  return fetchOffset < partition.upTo
}

/** The replica here; undefined with the reason in the partition. */
function resolve(partition: FetchPartition, terms: FetchTerms): LocalPartition | undefined {
  const { replicas } = terms
  if (partition.topic === '' && terms.usesTopicIds) {
    partition.topic = replicas.topicName(partition.topicId) ?? ''
    if (partition.topic === '') return refuse(partition, ErrorCode.UNKNOWN_TOPIC_ID, true)
  }
  const { topic } = partition
  if (!terms.mayRead(topic)) return refuse(partition, ErrorCode.TOPIC_AUTHORIZATION_FAILED, true)
  let { replica } = partition
  if (replica === undefined || replica.isStopped) {
    replica = replicas.topic(topic)?.partitions[partition.index]
    partition.replica = replica
    if (replica === undefined) {
      const errorCode = replicas.absence(topic, partition.index)
      const isUnknown = errorCode === ErrorCode.UNKNOWN_TOPIC_OR_PARTITION
      return refuse(partition, errorCode, isUnknown)
    }
  }
  const isAnother = partition.topicId !== ZERO_UUID && partition.topicId !== replica.topicId
  return isAnother ? refuse(partition, ErrorCode.INCONSISTENT_TOPIC_ID, false) : replica
}

function refuse(partition: FetchPartition, errorCode: number, isErroneous: boolean): undefined {
  partition.fail(errorCode)
  partition.isErroneous = isErroneous
  return undefined
}

function refusalOf(
  partition: FetchPartition,
  replica: LocalPartition,
  { isFollower }: FetchTerms,
): number {
  const { refusal } = replica
  if (refusal !== ErrorCode.NONE && refusal !== ErrorCode.NOT_LEADER_OR_FOLLOWER) return refusal
  const epochRefusal = replica.epochRefusal(partition.currentLeaderEpoch)
  if (epochRefusal !== ErrorCode.NONE) return epochRefusal
  if (!isFollower || refusal !== ErrorCode.NONE) return refusal
  // Nobody follows yet: as Apache Kafka answers a broker that is none of the replicas.
  return partition.currentLeaderEpoch === NO_LEADER_EPOCH
    ? ErrorCode.NOT_LEADER_OR_FOLLOWER
    : ErrorCode.UNKNOWN_LEADER_EPOCH
}

/** KIP-595: what the client has fetched last may have been cut off here since. */
function hasDiverged(partition: FetchPartition, replica: LocalPartition): boolean {
  const { lastFetchedEpoch, fetchOffset } = partition
  if (lastFetchedEpoch === NO_LEADER_EPOCH) return false
  const { log } = replica
  const end = log.endOffsetForEpoch(lastFetchedEpoch as typeof replica.leaderEpoch)
  if (end.leaderEpoch < 0 || end.endOffset < 0 || fetchOffset < log.logStartOffset) {
    partition.fail(ErrorCode.OFFSET_OUT_OF_RANGE)
    return true
  }
  if (end.leaderEpoch >= lastFetchedEpoch && end.endOffset >= fetchOffset) return false
  partition.divergingEpoch = end
  return true
}
