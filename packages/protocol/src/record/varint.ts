import type { Int64 } from './bytes.ts'

/**
 * Kafka's varints: zigzag, then 7 bits a byte, lowest first, the top bit says that more follow; at
 * most 5 bytes for an int32 and 10 for an int64. Records are made of them; the message codecs have
 * their own.
 */

/** Beyond it doubling a number for zigzag is not exact. */
const EXACT_MAX = 2 ** 52

const zigzag32 = (value: number): number => ((value << 1) ^ (value >> 31)) >>> 0

/** The signed number that an unsigned one of zigzag stands for. */
export const unzigzag = (raw: number): number => (raw >>> 1) ^ -(raw & 1)

/** Bytes of an int32 as varint. */
export function varintBytes(value: number): number {
  const raw = zigzag32(value)
  if (raw < 0x80) return 1
  if (raw < 0x4000) return 2
  if (raw < 0x20_0000) return 3
  return raw < 0x1000_0000 ? 4 : 5
}

/** Writes an int32 as varint; answers the position after it. */
export function writeVarint(bytes: Uint8Array, at: number, value: number): number {
  let raw = zigzag32(value)
  if (raw < 0x80) {
    bytes[at] = raw
    return at + 1
  }
  let to = at
  for (; raw > 0x7f; raw >>>= 7) bytes[to++] = (raw & 0x7f) | 0x80
  bytes[to++] = raw
  return to
}

/** Bytes of an int64 as varint. */
export function varlongBytes(value: Int64): number {
  if (typeof value === 'number' && value >= -0x4000_0000 && value < 0x4000_0000) {
    return varintBytes(value)
  }
  let raw = zigzag64(value)
  let count = 1
  for (; raw > 0x7fn; raw >>= 7n) count++
  return count
}

/** Writes an int64 as varint; answers the position after it. */
export function writeVarlong(bytes: Uint8Array, at: number, value: Int64): number {
  if (typeof value === 'number' && value >= -0x4000_0000 && value < 0x4000_0000) {
    return writeVarint(bytes, at, value)
  }
  let to = at
  let raw = zigzag64(value)
  for (; raw > 0x7fn; raw >>= 7n) bytes[to++] = Number(raw & 0x7fn) | 0x80
  bytes[to++] = Number(raw)
  return to
}

function zigzag64(value: Int64): bigint {
  const wide = BigInt.asIntN(64, BigInt(value))
  return BigInt.asUintN(64, (wide << 1n) ^ (wide >> 63n))
}

/**
 * The varint at `at`, if it has at most 4 bytes: its unsigned value × 8 + its bytes. 0 when it is
 * longer. One number instead of two, so that the walk makes no object: `packed & 7` bytes,
 * `unzigzag(packed >>> 3)` the value.
 */
export function readPacked(bytes: Uint8Array, at: number): number {
  const first = bytes[at]!
  if (first < 0x80) return (first << 3) | 1
  const second = bytes[at + 1]!
  return second < 0x80
    ? (((first & 0x7f) | (second << 7)) << 3) | 2
    : readLongerPacked(bytes, at, (first & 0x7f) | ((second & 0x7f) << 7))
}

/** Apart, so that the usual cases are small enough to be inlined. */
function readLongerPacked(bytes: Uint8Array, at: number, low: number): number {
  const third = bytes[at + 2]!
  if (third < 0x80) return ((low | (third << 14)) << 3) | 3
  const fourth = bytes[at + 3]!
  return fourth < 0x80 ? ((low | ((third & 0x7f) << 14) | (fourth << 21)) << 3) | 4 : 0
}

/** Bytes of the varlong at `at`; 0 when it has more than 7, so that its value may not be exact. */
export function exactVarlongBytes(bytes: Uint8Array, at: number): number {
  for (let count = 1; count <= 7; count++) if (bytes[at + count - 1]! < 0x80) return count
  return 0
}

/** Value of a varlong of at most 7 bytes. */
export function readExactVarlong(bytes: Uint8Array, at: number, count: number): number {
  let raw = 0
  for (let byte = count - 1; byte >= 0; byte--) raw = raw * 128 + (bytes[at + byte]! & 0x7f)
  return raw % 2 === 0 ? raw / 2 : -(raw + 1) / 2
}

/** The value as a number where that is exact, else undefined. */
export function exactNumber(value: bigint): number | undefined {
  return value > -EXACT_MAX && value < EXACT_MAX ? Number(value) : undefined
}
