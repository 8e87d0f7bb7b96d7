import { NO_OFFSET, offset, type Offset } from '@samsa/base'
import { BatchView, RECORD_BATCH_OVERHEAD } from '@samsa/protocol'

/** Which of the whole batches in some bytes a reader gets. */
export interface BatchRun {
  /** Bytes before the first one. */
  readonly start: number
  /** Byte after the last one; `start` when there is none. */
  readonly end: number
  readonly baseOffset: Offset
  /** Offset after the last one; −1 when there is none. */
  readonly nextOffset: Offset
  /** Size of the first batch, when it does not lie whole in the bytes; else 0. */
  readonly missingBytes: number
  /** The bytes at `end` cannot be a batch. */
  readonly isCorrupt: boolean
}

/**
 * The longest run of whole batches in `bytes[from, to)` that begins with the one holding
 * `startOffset`, stays below `upTo` and within `maxBytes`; the first batch may be larger than that
 * when `minOneBatch`.
 */
export function runOfBatches(
  bytes: Uint8Array,
  from: number,
  to: number,
  startOffset: number,
  upTo: number,
  maxBytes: number,
  minOneBatch: boolean,
): BatchRun {
  const batch = new BatchView(bytes)
  let start = from
  let position = from
  let baseOffset: Offset = NO_OFFSET
  let nextOffset: Offset = NO_OFFSET
  let missingBytes = 0
  let isCorrupt = false
  while (to - position >= RECORD_BATCH_OVERHEAD) {
    batch.position = position
    const { sizeBytes } = batch
    isCorrupt = sizeBytes < RECORD_BATCH_OVERHEAD
    if (isCorrupt) break
    const batchNext = batch.nextOffset
    if (batchNext > upTo) break
    if (nextOffset === NO_OFFSET && batchNext <= startOffset) {
      position += sizeBytes
      start = position
      continue
    }
    const isTooLarge = position + sizeBytes - start > maxBytes
    if (isTooLarge && (nextOffset !== NO_OFFSET || !minOneBatch)) break
    if (position + sizeBytes > to) {
      if (nextOffset === NO_OFFSET) missingBytes = sizeBytes
      break
    }
    if (nextOffset === NO_OFFSET) baseOffset = offset(batch.baseOffset)
    nextOffset = batchNext
    position += sizeBytes
  }
  return { start, end: position, baseOffset, nextOffset, missingBytes, isCorrupt }
}
