import type { Completion, LeaderEpoch, Offset, Uuid } from '@samsa/base'
import type { PartitionLog } from '@samsa/log'

/** A replica of a partition on this node. */
export interface Partition {
  readonly topic: string
  readonly topicId: Uuid
  readonly partition: number
  readonly leaderEpoch: LeaderEpoch
  readonly isLeader: boolean
  readonly log: PartitionLog
  readonly highWatermark: Offset
  readonly lastStableOffset: Offset
  /**
   * Appends one batch that this node made itself (coordinators): validated by its maker, offsets
   * assigned here. Settles when it is committed (high watermark past it) or refused.
   */
  appendInternal(batch: Uint8Array, expectedLeaderEpoch: LeaderEpoch): Completion<InternalAppend>
}

export interface InternalAppend {
  /** NONE, NOT_LEADER_OR_FOLLOWER, KAFKA_STORAGE_ERROR, MESSAGE_TOO_LARGE, … */
  readonly errorCode: number
  readonly baseOffset: Offset
  readonly lastOffset: Offset
}
