import { ZERO_UUID, type Uuid } from '@samsa/base'
import {
  ErrorCode,
  offsetFetchResponseGroup,
  type OffsetFetchRequestGroup,
  type OffsetFetchResponseGroup,
  type OffsetFetchResponseGroupTopic,
  type OffsetFetchResponseGroupTopicPartition,
} from '@samsa/protocol'
import { isOtherTopic, type StoredOffset } from '../group-records.ts'
import type { GroupShard } from '../shard/group-shard.ts'

/** How a fetch looks at offsets. */
export interface FetchView {
  /** The committed epoch, or `LATEST` where the answer waits for what it has seen. */
  readonly epoch: number
  /** KIP-447: what a transaction has under way is told as such. */
  readonly requireStable: boolean
}

/** Offsets of one group. A group that does not exist has none, which is no error. */
export function fetchOffsets(
  shard: GroupShard,
  { groupId, topics }: OffsetFetchRequestGroup,
  view: FetchView,
): OffsetFetchResponseGroup {
  if (topics === null) {
    return offsetFetchResponseGroup({ groupId, topics: allOffsets(shard, groupId, view) })
  }
  const found = topics.map(({ name, topicId, partitionIndexes }) => ({
    name,
    topicId,
    partitions: partitionIndexes.map((partition) => {
      const stored = shard.offsets.get(groupId, name, partition, view.epoch)
      const isOther = stored !== undefined && isOtherTopic(stored.topicId, topicId)
      if (isPending(shard, groupId, name, partition, view)) return unstable(partition)
      return stored === undefined || isOther ? nothing(partition) : told(partition, stored)
    }),
    unknownTaggedFields: null,
  }))
  return offsetFetchResponseGroup({ groupId, topics: found })
}

function allOffsets(
  shard: GroupShard,
  groupId: string,
  view: FetchView,
): OffsetFetchResponseGroupTopic[] {
  const topics: OffsetFetchResponseGroupTopic[] = []
  let last: OffsetFetchResponseGroupTopic | undefined
  // Offsets of one topic come one after the other.
  for (const { topic, partition, stored } of shard.offsets.entries(groupId, view.epoch)) {
    if (last?.name !== topic) {
      last = { name: topic, topicId: ZERO_UUID, partitions: [], unknownTaggedFields: null }
      topics.push(last)
    }
    last.partitions.push(
      isPending(shard, groupId, topic, partition, view)
        ? unstable(partition)
        : told(partition, stored),
    )
  }
  return topics
}

function isPending(
  { transactions }: GroupShard,
  groupId: string,
  topic: string,
  partition: number,
  { requireStable }: FetchView,
): boolean {
  return requireStable && transactions.isPending(groupId, topic, partition)
}

function told(
  partitionIndex: number,
  stored: StoredOffset,
): OffsetFetchResponseGroupTopicPartition {
  return {
    partitionIndex,
    committedOffset: stored.committedOffset,
    committedLeaderEpoch: stored.leaderEpoch,
    metadata: stored.metadata,
    errorCode: ErrorCode.NONE,
    unknownTaggedFields: null,
  }
}

/** A partition without an offset; `errorCode` says why, where it is known. */
export function nothing(
  partitionIndex: number,
  errorCode: number = ErrorCode.NONE,
): OffsetFetchResponseGroupTopicPartition {
  return {
    partitionIndex,
    committedOffset: -1n,
    committedLeaderEpoch: -1,
    metadata: '',
    errorCode,
    unknownTaggedFields: null,
  }
}

function unstable(partitionIndex: number): OffsetFetchResponseGroupTopicPartition {
  return nothing(partitionIndex, ErrorCode.UNSTABLE_OFFSET_COMMIT)
}

/** All partitions of a topic without an offset, for the same reason. */
export function nothingOf(
  name: string,
  topicId: Uuid,
  partitionIndexes: readonly number[],
  errorCode: number,
): OffsetFetchResponseGroupTopic {
  return {
    name,
    topicId,
    partitions: partitionIndexes.map((partition) => nothing(partition, errorCode)),
    unknownTaggedFields: null,
  }
}
