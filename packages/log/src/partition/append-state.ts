import type { LeaderEpoch, Offset, ProducerId } from '@samsa/base'
import type { EpochEntry } from '../epoch/leader-epoch-cache.ts'
import type { ProducerEntry } from '../producer/producer-entry.ts'
import type { ProducerUpdate } from '../producer/producer-update.ts'
import type { AppendOutcome } from '../types.ts'

/** What planning an append looks at. */
export interface AppendState {
  readonly logStartOffset: Offset
  readonly logEndOffset: Offset
  readonly latestLeaderEpoch: LeaderEpoch
  readonly producers: ReadonlyMap<ProducerId, ProducerEntry>
  readonly segment: AppendSegmentState
  readonly bounds: AppendBounds
}

/** The active segment. */
export interface AppendSegmentState {
  readonly baseOffset: Offset
  readonly sizeBytes: number
  readonly firstTimestamp: number
  readonly createdMs: number
  readonly bytesSinceIndexEntry: number
  readonly maxTimestamp: number
  readonly maxTimestampOffset: Offset
  readonly offsetIndexRoom: number
  readonly timeIndexRoom: number
}

export interface AppendBounds {
  readonly segmentBytes: number
  readonly segmentMs: number
  readonly indexIntervalBytes: number
  readonly groupBytesMax: number
  readonly groupPiecesMax: number
}

/** An index entry to be made once the group is written. */
export interface PlannedIndexEntry {
  readonly lastOffset: Offset
  readonly position: number
  readonly maxTimestamp: number
  readonly maxTimestampOffset: Offset
}

/**
 * What is to be written and what will be true afterwards. Nothing of it is true before the write has
 * resolved.
 */
export interface AppendPlan {
  /** Entries of the queue that this plan settles; 0 only when `rollsFirst`. */
  readonly takenCount: number
  /** The active segment has to be closed before the first entry fits. */
  readonly rollsFirst: boolean
  /** One for each taken entry, in order; those of accepted ones hold once all is written. */
  readonly outcomes: readonly AppendOutcome[]
  /** Bytes of the accepted entries, in order. */
  readonly pieces: readonly Uint8Array[]
  /** Base offset and index of the entry for each piece. */
  readonly pieceEntries: readonly number[]
  readonly sizeBytes: number
  readonly batchCount: number
  readonly endOffset: Offset
  readonly producerUpdates: readonly ProducerUpdate[]
  readonly epochStarts: readonly EpochEntry[]
  readonly indexEntries: readonly PlannedIndexEntry[]
  readonly bytesSinceIndexEntry: number
  readonly firstTimestamp: number
  readonly maxTimestamp: number
  readonly maxTimestampOffset: Offset
}
