/**
 * Big-endian integers at a position. Written out for the hot paths: no `DataView`, and an int64 comes
 * as a `number` (exact up to 2^53) or, where the full range counts, as a `bigint`. Positions are the
 * caller's to check: a read beyond the end gives nonsense, not an error.
 */

/** An int64 of either kind; a `number` must be a safe integer. */
export type Int64 = number | bigint

const UINT32 = 4_294_967_296

/** `undefined | 0` is 0, so that a byte beyond the end cannot turn a number into NaN. */
const byteAt = (bytes: Uint8Array, at: number): number => bytes[at]! | 0

export function readInt8(bytes: Uint8Array, at: number): number {
  return (byteAt(bytes, at) << 24) >> 24
}

export function readInt16(bytes: Uint8Array, at: number): number {
  return (((byteAt(bytes, at) << 8) | byteAt(bytes, at + 1)) << 16) >> 16
}

export function readInt32(bytes: Uint8Array, at: number): number {
  return (
    (byteAt(bytes, at) << 24) |
    (byteAt(bytes, at + 1) << 16) |
    (byteAt(bytes, at + 2) << 8) |
    byteAt(bytes, at + 3)
  )
}

export function readUint32(bytes: Uint8Array, at: number): number {
  return readInt32(bytes, at) >>> 0
}

/** The nearest `number`: exact within ±2^53, rounded beyond. */
export function readInt64(bytes: Uint8Array, at: number): number {
  return readInt32(bytes, at) * UINT32 + readUint32(bytes, at + 4)
}

export function readInt64Wide(bytes: Uint8Array, at: number): bigint {
  return (BigInt(readInt32(bytes, at)) << 32n) | BigInt(readUint32(bytes, at + 4))
}

export function writeInt16(bytes: Uint8Array, at: number, value: number): void {
  bytes[at] = value >> 8
  bytes[at + 1] = value
}

export function writeInt32(bytes: Uint8Array, at: number, value: number): void {
  bytes[at] = value >> 24
  bytes[at + 1] = value >> 16
  bytes[at + 2] = value >> 8
  bytes[at + 3] = value
}

export function writeInt64(bytes: Uint8Array, at: number, value: Int64): void {
  if (typeof value === 'bigint') {
    writeInt32(bytes, at, Number(BigInt.asIntN(32, value >> 32n)))
    writeInt32(bytes, at + 4, Number(BigInt.asIntN(32, value)))
    return
  }
  writeInt32(bytes, at, Math.floor(value / UINT32))
  writeInt32(bytes, at + 4, value | 0)
}
