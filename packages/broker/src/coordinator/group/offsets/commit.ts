import type { Uuid } from '@samsa/base'
import {
  ErrorCode,
  offsetCommitResponse,
  type OffsetCommitRequest,
  type OffsetCommitRequestTopicPartition,
  type OffsetCommitResponse,
  type OffsetCommitResponseTopic,
} from '@samsa/protocol'
import { type CoordinatorRecord, type Decided, NOT_WRITTEN_YET } from '../../runtime/operation.ts'
import { commitRefusal } from '../classic/heartbeat.ts'
import { offsetRecord, type StoredOffset } from '../group-records.ts'
import type { GroupShard } from '../shard/group-shard.ts'

/** From here on an unknown group is told apart from an old generation. */
const GROUP_ID_NOT_FOUND_SINCE = 9
/** The node's own retention. */
const DEFAULT_RETENTION_MS = -1n

export interface CommitLimits {
  readonly version: number
  /** `offset.metadata.max.bytes`; in characters, as Apache Kafka counts them. */
  readonly metadataCharactersMax: number
}

/**
 * Stores what a member has consumed, or what somebody without a group keeps here. The request is
 * refused as a whole where its sender is none of the group; partitions only for metadata that is too
 * long.
 */
export function commitOffsets(
  shard: GroupShard,
  request: OffsetCommitRequest,
  { version, metadataCharactersMax }: CommitLimits,
  nowMs: number,
): Decided<OffsetCommitResponse> {
  const { groupId, memberId } = request
  const refusal = refusalOf(shard, request, version)
  if (refusal !== ErrorCode.NONE) return { records: [], response: refuseCommit(request, refusal) }
  const live = shard.live.get(groupId)
  if (live?.group.state === 'Stable' || live?.group.state === 'PreparingRebalance') {
    shard.extendSession(live, memberId)
  }
  const expireTimestampMs = expiryOf(request.retentionTimeMs, nowMs)
  const records: CoordinatorRecord[] = []
  const topics: OffsetCommitResponseTopic[] = []
  for (const { name, topicId, partitions } of request.topics) {
    const results: OffsetCommitResponseTopic['partitions'] = []
    for (const partition of partitions) {
      const { partitionIndex, committedMetadata } = partition
      const isTooLong = (committedMetadata?.length ?? 0) > metadataCharactersMax
      const errorCode = isTooLong ? ErrorCode.OFFSET_METADATA_TOO_LARGE : ErrorCode.NONE
      results.push({ partitionIndex, errorCode, unknownTaggedFields: null })
      if (isTooLong) continue
      const stored = toStore(partition, topicId, nowMs, expireTimestampMs)
      records.push(offsetRecord(groupId, name, partitionIndex, stored, shard.writer))
    }
    topics.push({ name, topicId, partitions: results, unknownTaggedFields: null })
  }
  return { records, response: offsetCommitResponse({ topics }) }
}

/** Every partition with the same error. */
export function refuseCommit(
  request: Pick<OffsetCommitRequest, 'topics'>,
  errorCode: number,
): OffsetCommitResponse {
  return offsetCommitResponse({
    topics: request.topics.map(({ name, topicId, partitions }) => ({
      name,
      topicId,
      partitions: partitions.map(({ partitionIndex }) => ({
        partitionIndex,
        errorCode,
        unknownTaggedFields: null,
      })),
      unknownTaggedFields: null,
    })),
  })
}

function refusalOf(shard: GroupShard, request: OffsetCommitRequest, version: number): number {
  const { groupId, memberId, groupInstanceId, generationIdOrMemberEpoch: generation } = request
  // Its members are not known here.
  if (shard.others.has(groupId)) return ErrorCode.UNKNOWN_MEMBER_ID
  const live = shard.live.get(groupId)
  if (live !== undefined) return commitRefusal(live.group, memberId, groupInstanceId, generation)
  if (generation < 0) return ErrorCode.NONE
  if (shard.groups.has(groupId)) return ErrorCode.UNKNOWN_MEMBER_ID
  return version >= GROUP_ID_NOT_FOUND_SINCE
    ? ErrorCode.GROUP_ID_NOT_FOUND
    : ErrorCode.ILLEGAL_GENERATION
}

function toStore(
  partition: OffsetCommitRequestTopicPartition,
  topicId: Uuid,
  nowMs: number,
  expireTimestampMs: number,
): StoredOffset {
  return {
    committedOffset: partition.committedOffset,
    leaderEpoch: partition.committedLeaderEpoch,
    metadata: partition.committedMetadata ?? '',
    commitTimestampMs: nowMs,
    expireTimestampMs,
    topicId,
    recordOffset: NOT_WRITTEN_YET,
  }
}

/** −1 where the node's retention holds. Any int64 may come. */
function expiryOf(retentionTimeMs: bigint, nowMs: number): number {
  if (retentionTimeMs === DEFAULT_RETENTION_MS) return -1
  const expiryMs = nowMs + Number(retentionTimeMs)
  return Math.min(Math.max(expiryMs, 0), Number.MAX_SAFE_INTEGER)
}
