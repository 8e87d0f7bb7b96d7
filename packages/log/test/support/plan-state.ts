import { leaderEpoch, offset, type ProducerId, producerId } from '@samsa/base'
import { BatchView } from '@samsa/protocol'
import type { AppendPlan, AppendState } from '../../src/partition/append-state.ts'
import { planAppend } from '../../src/partition/plan-append.ts'
import { ProducerState } from '../../src/producer/producer-state.ts'
import type { AppendEntry, AppendOrigin } from '../../src/types.ts'

export interface PlanStateOptions {
  readonly logEndOffset?: number
  readonly segmentBaseOffset?: number
  readonly segmentSizeBytes?: number
  readonly segmentBytes?: number
  readonly segmentMs?: number
  readonly firstTimestamp?: number
  readonly createdMs?: number
  readonly indexRoom?: number
  readonly bytesSinceIndexEntry?: number
  readonly groupBytesMax?: number
  readonly groupPiecesMax?: number
  readonly latestLeaderEpoch?: number
}

/** A log's state as planning sees it. */
export function planState(options: PlanStateOptions = {}): AppendState & {
  readonly producerState: ProducerState
} {
  const producerState = new ProducerState()
  return {
    producerState,
    producers: producerState.producers,
    logStartOffset: offset(0),
    logEndOffset: offset(options.logEndOffset ?? 0),
    latestLeaderEpoch: leaderEpoch(options.latestLeaderEpoch ?? 0),
    segment: {
      baseOffset: offset(options.segmentBaseOffset ?? 0),
      sizeBytes: options.segmentSizeBytes ?? 0,
      firstTimestamp: options.firstTimestamp ?? -1,
      createdMs: options.createdMs ?? 0,
      bytesSinceIndexEntry: options.bytesSinceIndexEntry ?? options.segmentSizeBytes ?? 0,
      maxTimestamp: -1,
      maxTimestampOffset: offset(0),
      offsetIndexRoom: options.indexRoom ?? 1000,
      timeIndexRoom: options.indexRoom ?? 1000,
    },
    bounds: {
      segmentBytes: options.segmentBytes ?? 1_000_000,
      segmentMs: options.segmentMs ?? 1_000_000_000,
      indexIntervalBytes: 4096,
      groupBytesMax: options.groupBytesMax ?? 1_048_576,
      groupPiecesMax: options.groupPiecesMax ?? 1024,
    },
  }
}

export function entryOf(
  bytes: Uint8Array,
  origin: AppendOrigin = 'client',
  epoch: number = 0,
): AppendEntry {
  return { origin, leaderEpoch: leaderEpoch(epoch), bytes }
}

export function planOf(
  state: AppendState,
  batches: readonly Uint8Array[],
  origin: AppendOrigin = 'client',
): AppendPlan {
  return planAppend(
    state,
    batches.map((bytes) => entryOf(bytes, origin)),
    0,
    batches.length,
    1000,
  )
}

/** The state after the batch has been appended at its base offset. */
export function learn(state: { producerState: ProducerState }, bytes: Uint8Array): void {
  state.producerState.replay(new BatchView(bytes))
}

export const producer7: ProducerId = producerId(7)
