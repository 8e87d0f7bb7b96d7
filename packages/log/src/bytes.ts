/**
 * Big-endian integers of the log's own files. An int64 is a `number`: exact up to 2^53; what lies
 * beyond the range of int64 is clamped, so that a rounded timestamp of 2^63−1 stays positive.
 */
const UINT32 = 4_294_967_296
const INT64_LIMIT = 9_223_372_036_854_775_808

export function readInt16(bytes: Uint8Array, at: number): number {
  return (((bytes[at]! << 8) | bytes[at + 1]!) << 16) >> 16
}

export function readInt32(bytes: Uint8Array, at: number): number {
  return (bytes[at]! << 24) | (bytes[at + 1]! << 16) | (bytes[at + 2]! << 8) | bytes[at + 3]!
}

export function readUint32(bytes: Uint8Array, at: number): number {
  return readInt32(bytes, at) >>> 0
}

export function readInt64(bytes: Uint8Array, at: number): number {
  return readInt32(bytes, at) * UINT32 + readUint32(bytes, at + 4)
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

export function writeInt64(bytes: Uint8Array, at: number, value: number): void {
  if (value >= INT64_LIMIT) {
    writeInt32(bytes, at, 0x7fffffff)
    writeInt32(bytes, at + 4, -1)
    return
  }
  const high = Math.floor(value / UINT32)
  writeInt32(bytes, at, high)
  writeInt32(bytes, at + 4, (value - high * UINT32) | 0)
}
