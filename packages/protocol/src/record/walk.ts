import { BatchView } from './batch.ts'
import { readInt8, readInt32 } from './bytes.ts'
import { InvalidBatchHeaderError } from './errors.ts'
import {
  BATCH_LENGTH_OFFSET,
  HEADER_SIZE_UP_TO_MAGIC,
  LOG_OVERHEAD,
  MAGIC_OFFSET,
  MAGIC_V0,
  MAGIC_V2,
  RECORD_OVERHEAD_V0,
} from './layout.ts'

/** `batchSizeAt`: the bytes end before the batch does. */
export const PARTIAL_BATCH = -1
/** `batchSizeAt`: the length is smaller than any format allows. */
export const BAD_BATCH_LENGTH = -2
/** `batchSizeAt`: a format that does not exist. */
export const BAD_BATCH_MAGIC = -3

/**
 * Size in bytes of the batch at `position`, or one of the negative values above. It is looked at in
 * Kafka's order: length, then magic, then whether all of it is there. A batch of magic 2 may still be
 * smaller than its own header.
 */
export function batchSizeAt(bytes: Uint8Array, position: number, end: number): number {
  const bytesLeft = end - position
  if (bytesLeft < LOG_OVERHEAD) return PARTIAL_BATCH
  const batchLength = readInt32(bytes, position + BATCH_LENGTH_OFFSET)
  if (batchLength < RECORD_OVERHEAD_V0) return BAD_BATCH_LENGTH
  if (bytesLeft < HEADER_SIZE_UP_TO_MAGIC) return PARTIAL_BATCH
  const magic = readInt8(bytes, position + MAGIC_OFFSET)
  if (magic < MAGIC_V0 || magic > MAGIC_V2) return BAD_BATCH_MAGIC
  const sizeBytes = LOG_OVERHEAD + batchLength
  return bytesLeft < sizeBytes ? PARTIAL_BATCH : sizeBytes
}

/**
 * Goes through the batches that lie back to back in `bytes[start, end)`:
 *
 * ```ts
 * const walker = new BatchWalker(bytes)
 * while (walker.next()) use(walker.batch)
 * walker.partialBytes // of a last batch that is cut short, as at the end of a fetch
 * ```
 *
 * `next` throws `InvalidBatchHeaderError` where no batch can begin. Every batch it stops at lies whole
 * in the bytes; its CRC and content are not looked at, and one of magic 2 may be shorter than
 * `RECORD_BATCH_OVERHEAD` (`BatchView.isValid` refuses it).
 */
export class BatchWalker {
  readonly batch: BatchView
  /** Where `next` will look. */
  position: number
  readonly end: number

  constructor(bytes: Uint8Array, start: number = 0, end: number = bytes.length) {
    this.batch = new BatchView(bytes, start)
    this.position = start
    this.end = end
  }

  /** Moves to the next batch; false when no whole batch is left. */
  next(): boolean {
    const { batch, position } = this
    const sizeBytes = batchSizeAt(batch.bytes, position, this.end)
    if (sizeBytes < 0) {
      if (sizeBytes === PARTIAL_BATCH) return false
      throw invalidHeader(batch.bytes, position, sizeBytes)
    }
    batch.position = position
    this.position = position + sizeBytes
    return true
  }

  /** Bytes after the last whole batch; counts once `next` has answered false. */
  get partialBytes(): number {
    return this.end - this.position
  }
}

/** Calls `visit` with one and the same view for each whole batch; answers the bytes left over. */
export function walkBatches(
  bytes: Uint8Array,
  visit: (batch: BatchView) => void,
  start: number = 0,
  end: number = bytes.length,
): number {
  const walker = new BatchWalker(bytes, start, end)
  while (walker.next()) visit(walker.batch)
  return walker.partialBytes
}

function invalidHeader(bytes: Uint8Array, position: number, why: number): InvalidBatchHeaderError {
  if (why === BAD_BATCH_LENGTH) {
    const batchLength = readInt32(bytes, position + BATCH_LENGTH_OFFSET)
    return new InvalidBatchHeaderError(
      position,
      `batch length ${batchLength} is below the smallest possible, ${RECORD_OVERHEAD_V0}`,
    )
  }
  return new InvalidBatchHeaderError(
    position,
    `magic ${readInt8(bytes, position + MAGIC_OFFSET)} is no known batch format (0, 1 or 2)`,
  )
}
