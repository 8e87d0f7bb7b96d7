import { assert, type LeaderEpoch, NO_OFFSET, type Offset, type ProducerId } from '@samsa/base'
import { BatchView, ErrorCode, RECORD_BATCH_OVERHEAD } from '@samsa/protocol'
import type { EpochEntry } from '../epoch/leader-epoch-cache.ts'
import { type EndTransactionMarker, endTransactionMarkerOf } from '../producer/control-marker.ts'
import { ProducerUpdate } from '../producer/producer-update.ts'
import type { AppendEntry, AppendOutcome } from '../types.ts'
import type { AppendPlan, AppendState, PlannedIndexEntry } from './append-state.ts'
import { appended, duplicateOf, refused } from './outcomes.ts'

const RELATIVE_OFFSET_MAX = 0x7fffffff

/**
 * Decides what one write to the partition holds: as many of `entries[from … to)`, as fit the
 * group and the active segment, with the offsets they get, and what becomes of the others.
 * Pure: neither the state nor the batches are touched (`stampBatches` patches them). `view` is scratch.
 */
export function planAppend(
  state: AppendState,
  entries: readonly AppendEntry[],
  from: number,
  to: number,
  nowMs: number,
  view: BatchView = new BatchView(EMPTY),
): AppendPlan {
  const planner = new AppendPlanner(state, nowMs, view)
  for (let index = from; index < to; index += 1) {
    if (!planner.add(entries[index]!)) break
  }
  return planner
}

/**
 * A plan in the making. One per group; most groups hold one entry, so lists are made when they have an
 * item, with room for it alone.
 */
class AppendPlanner implements AppendPlan {
  takenCount: number
  rollsFirst: boolean
  outcomes: readonly AppendOutcome[]
  pieces: readonly Uint8Array[]
  pieceEntries: readonly number[]
  sizeBytes: number
  batchCount: number
  endOffset: Offset
  producerUpdates: readonly ProducerUpdate[]
  epochStarts: readonly EpochEntry[]
  indexEntries: readonly PlannedIndexEntry[]
  bytesSinceIndexEntry: number
  firstTimestamp: number
  maxTimestamp: number
  maxTimestampOffset: Offset
  readonly #state: AppendState
  readonly #nowMs: number
  readonly #batch: BatchView
  #latestEpoch: LeaderEpoch
  /** Of the entry that was looked at last. */
  #entryLastOffset: Offset
  #entryMaxTimestamp: number
  /** The update that was asked for last; it may not be part of the plan yet. */
  #latestUpdate: ProducerUpdate | undefined

  constructor(state: AppendState, nowMs: number, view: BatchView) {
    const { segment } = state
    this.takenCount = 0
    this.rollsFirst = false
    this.outcomes = NOTHING
    this.pieces = NOTHING
    this.pieceEntries = NOTHING
    this.sizeBytes = 0
    this.batchCount = 0
    this.endOffset = state.logEndOffset
    this.producerUpdates = NOTHING
    this.epochStarts = NOTHING
    this.indexEntries = NOTHING
    this.bytesSinceIndexEntry = segment.bytesSinceIndexEntry
    this.firstTimestamp = segment.firstTimestamp
    this.maxTimestamp = segment.maxTimestamp
    this.maxTimestampOffset = segment.maxTimestampOffset
    this.#state = state
    this.#nowMs = nowMs
    this.#batch = view
    this.#latestEpoch = state.latestLeaderEpoch
    this.#entryLastOffset = NO_OFFSET
    this.#entryMaxTimestamp = -1
    this.#latestUpdate = undefined
  }

  /** False when the entry is not part of this group any more. */
  add(entry: AppendEntry): boolean {
    const { bounds, logStartOffset } = this.#state
    const sizeBytes = entry.bytes.length
    if (this.outcomes.length >= bounds.groupPiecesMax) return false
    if (this.sizeBytes > 0 && this.sizeBytes + sizeBytes > bounds.groupBytesMax) return false

    const early = this.#examine(entry)
    if (early !== undefined) return this.#settle(early)
    if (this.#mustRoll(sizeBytes)) {
      this.rollsFirst = this.takenCount === 0
      return false
    }
    const lastOffset = this.#entryLastOffset
    const baseOffset = this.#take(entry)
    const appendTimeMs = this.#batch.isLogAppendTime ? this.#batch.maxTimestamp : -1
    this.pieces = withItem(this.pieces, entry.bytes)
    this.pieceEntries = withItem(this.pieceEntries, this.outcomes.length)
    return this.#settle(appended(baseOffset, lastOffset, appendTimeMs, logStartOffset))
  }

  #settle(outcome: AppendOutcome): true {
    this.outcomes = withItem(this.outcomes, outcome)
    this.takenCount += 1
    return true
  }

  /**
   * The outcome of an entry that will not be written, undefined when it will; notes its last offset
   * and max timestamp.
   */
  #examine(entry: AppendEntry): AppendOutcome | undefined {
    const { bounds, logStartOffset } = this.#state
    if (entry.bytes.length > bounds.segmentBytes) {
      return refused(ErrorCode.RECORD_LIST_TOO_LARGE, logStartOffset)
    }
    let nextOffset = this.endOffset
    this.#entryMaxTimestamp = -1
    for (let position = 0; position < entry.bytes.length;) {
      const batch = this.#look(entry, position)
      if (entry.origin === 'replication') {
        if (batch.baseOffset < nextOffset) {
          return refused(ErrorCode.OFFSET_OUT_OF_RANGE, logStartOffset)
        }
        nextOffset = batch.nextOffset
      } else {
        if (batch.hasProducerId) {
          const outcome = this.#producerVerdict(entry, batch)
          if (outcome !== undefined) return outcome
        }
        nextOffset = (nextOffset + batch.lastOffsetDelta + 1) as Offset
      }
      const { maxTimestamp } = batch
      if (maxTimestamp > this.#entryMaxTimestamp) this.#entryMaxTimestamp = maxTimestamp
      position += batch.sizeBytes
    }
    this.#entryLastOffset = (nextOffset - 1) as Offset
    return undefined
  }

  #producerVerdict(entry: AppendEntry, batch: BatchView): AppendOutcome | undefined {
    const { logStartOffset } = this.#state
    const update = this.#updateOf(batch.producerId)
    if (batch.isControl) {
      const marker = endTransactionMarkerOf(batch)
      const code =
        marker === undefined ? ErrorCode.NONE : update.checkMarker(batch, marker, entry.origin)
      return code === ErrorCode.NONE ? undefined : refused(code, logStartOffset)
    }
    if (entry.origin === 'client') {
      const duplicate = update.findDuplicate(batch)
      if (duplicate !== undefined) return duplicateOf(duplicate, logStartOffset)
    }
    const code = update.check(batch, entry.origin)
    return code === ErrorCode.NONE ? undefined : refused(code, logStartOffset)
  }

  /** The batch at a byte of the entry; asserts that it lies whole in it. */
  #look(entry: AppendEntry, position: number): BatchView {
    const batch = this.#batch.reset(entry.bytes, position)
    const { sizeBytes } = batch
    assert(
      sizeBytes >= RECORD_BATCH_OVERHEAD && position + sizeBytes <= entry.bytes.length,
      'appended bytes are whole, validated batches',
    )
    return batch
  }

  #mustRoll(sizeBytes: number): boolean {
    const { segment, bounds } = this.#state
    const segmentSizeBytes = segment.sizeBytes + this.sizeBytes
    if (this.#entryLastOffset - segment.baseOffset > RELATIVE_OFFSET_MAX) return true
    if (segmentSizeBytes === 0) return false
    if (segmentSizeBytes + sizeBytes > bounds.segmentBytes) return true
    if (segment.offsetIndexRoom <= this.indexEntries.length) return true
    if (segment.timeIndexRoom <= this.indexEntries.length) return true
    const waitedMs =
      this.firstTimestamp >= 0
        ? this.#entryMaxTimestamp - this.firstTimestamp
        : this.#nowMs - segment.createdMs
    return waitedMs > bounds.segmentMs
  }

  /** Adds the batches of an accepted entry; its base offset. */
  #take(entry: AppendEntry): Offset {
    const isReplicated = entry.origin === 'replication'
    let baseOffset = NO_OFFSET
    for (let position = 0; position < entry.bytes.length;) {
      const batch = this.#look(entry, position)
      const batchOffset = isReplicated ? batch.baseOffset : this.endOffset
      if (baseOffset === NO_OFFSET) baseOffset = batchOffset
      this.#takeBatch(batch, batchOffset, isReplicated ? batch.leaderEpoch : entry.leaderEpoch)
      position = batch.endPosition
    }
    return baseOffset
  }

  #takeBatch(batch: BatchView, baseOffset: Offset, epoch: LeaderEpoch): void {
    const { segment, bounds } = this.#state
    const { maxTimestamp, sizeBytes } = batch
    const lastOffset = (baseOffset + batch.lastOffsetDelta) as Offset
    const position = segment.sizeBytes + this.sizeBytes
    if (position === 0) this.firstTimestamp = maxTimestamp
    if (maxTimestamp > this.maxTimestamp) {
      this.maxTimestamp = maxTimestamp
      this.maxTimestampOffset = lastOffset
    }
    if (this.bytesSinceIndexEntry > bounds.indexIntervalBytes) {
      const entry = {
        lastOffset,
        position,
        maxTimestamp: this.maxTimestamp,
        maxTimestampOffset: this.maxTimestampOffset,
      }
      this.indexEntries = withItem(this.indexEntries, entry)
      this.bytesSinceIndexEntry = 0
    }
    if (batch.hasProducerId) this.#takeProducer(batch, baseOffset)
    if (epoch > this.#latestEpoch) {
      this.epochStarts = withItem(this.epochStarts, { epoch, startOffset: baseOffset })
      this.#latestEpoch = epoch
    }
    this.bytesSinceIndexEntry += sizeBytes
    this.sizeBytes += sizeBytes
    this.batchCount += 1
    this.endOffset = (lastOffset + 1) as Offset
  }

  #takeProducer(batch: BatchView, baseOffset: Offset): void {
    const update = this.#updateOf(batch.producerId)
    let marker: EndTransactionMarker | undefined
    if (batch.isControl) {
      marker = endTransactionMarkerOf(batch)
      if (marker === undefined) return
      update.addMarker(batch, marker)
    } else {
      update.addData(batch, baseOffset)
    }
    if (!this.producerUpdates.includes(update)) {
      this.producerUpdates = withItem(this.producerUpdates, update)
    }
  }

  #updateOf(id: ProducerId): ProducerUpdate {
    if (this.#latestUpdate?.producerId === id) return this.#latestUpdate
    this.#latestUpdate =
      this.producerUpdates.find((update) => update.producerId === id) ??
      new ProducerUpdate(id, this.#state.producers.get(id))
    return this.#latestUpdate
  }
}

/** The list with one more item; the shared empty one is not touched. */
function withItem<Item>(list: readonly Item[], item: Item): readonly Item[] {
  if (list.length === 0) return [item]
  const grown = list as Item[]
  grown.push(item)
  return grown
}

const NOTHING: readonly never[] = []
const EMPTY: Uint8Array = new Uint8Array(0)
