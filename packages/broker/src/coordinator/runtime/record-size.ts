import type { CoordinatorRecord } from './operation.ts'

/** Header of a batch of magic 2. */
export const BATCH_OVERHEAD_BYTES = 61
/** Attributes, timestamp delta (0: all records of a batch have its time), count of headers (0). */
const FIXED_BYTES = 3
/** A batch has fewer than 2^31 records: an offset delta takes no more. */
const OFFSET_DELTA_BYTES_MAX = 5

/** What a record takes in an uncompressed batch, at most; exact but for the offset delta. */
export function recordBytesMax({ key, value }: CoordinatorRecord): number {
  const body =
    FIXED_BYTES +
    OFFSET_DELTA_BYTES_MAX +
    varintBytes(key.length) +
    key.length +
    (value === null ? 1 : varintBytes(value.length) + value.length)
  return varintBytes(body) + body
}

/** Size of a length ≥ 0 as a zigzag varint. */
function varintBytes(length: number): number {
  let bytes = 1
  for (let rest = length * 2; rest >= 0x80; rest = Math.floor(rest / 0x80)) bytes++
  return bytes
}
