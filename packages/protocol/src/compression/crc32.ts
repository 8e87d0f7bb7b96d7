import { crc32 as crc32OfZlib } from 'node:zlib'

/** CRC-32 (IEEE, not Castagnoli) of `bytes[start, end)`, unsigned: gzip and message formats 0 and 1. */
export function crc32(bytes: Uint8Array, start: number, end: number, seed: number = 0): number {
  return crc32OfZlib(bytes.subarray(start, end), seed)
}
