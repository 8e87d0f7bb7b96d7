import { CODEC_ZSTD } from './codec.ts'
import { CorruptCompressedDataError } from './errors.ts'

const MAGIC = 0xfd2fb528
const SKIPPABLE_MAGIC = 0x184d2a50
const BLOCK_RLE = 1
const BLOCK_RESERVED = 3

/** What the bytes of a Zstandard frame say about it (RFC 8878), nothing decompressed. */
export interface ZstdFrame {
  /** Where it ends; the end of the input when it is cut short. */
  readonly end: number
  readonly isWhole: boolean
  readonly isSkippable: boolean
  /** What a decoder has to hold. */
  readonly windowBytes: number
  /** As declared; undefined when it is not. */
  readonly contentBytes: number | undefined
}

/**
 * Reads the frame header at `start` and goes from block header to block header. Throws when there is
 * no frame; one that is cut short is told as such, since what it holds may still be read.
 */
export function readZstdFrame(input: Uint8Array, start: number): ZstdFrame {
  const bytesLeft = input.length - start
  if (bytesLeft < 4) {
    if (isPrefixOfMagic(input, start)) return cutShort(input, 0, undefined, false)
    throw noFrame(start)
  }
  const magic = readLittle32(input, start) >>> 0
  if ((magic & ~0xf) >>> 0 === SKIPPABLE_MAGIC) return skippable(input, start)
  if (magic !== MAGIC) throw noFrame(start)
  if (bytesLeft < 5) return cutShort(input, 0, undefined, false)

  const descriptor = input[start + 4]!
  const isSingleSegment = (descriptor & 0x20) !== 0
  const contentSizeFlag = descriptor >> 6
  const windowAt = start + 5
  const dictionaryAt = windowAt + (isSingleSegment ? 0 : 1)
  const contentSizeAt = dictionaryAt + [0, 1, 2, 4][descriptor & 3]!
  const contentSizeBytes = [isSingleSegment ? 1 : 0, 2, 4, 8][contentSizeFlag]!
  const blocksAt = contentSizeAt + contentSizeBytes
  if (blocksAt > input.length) return cutShort(input, 0, undefined, false)

  const contentBytes = readContentSize(input, contentSizeAt, contentSizeBytes)
  const windowBytes = isSingleSegment ? contentBytes! : windowOf(input[windowAt]!)
  return withBlocks(input, blocksAt, (descriptor & 0x04) !== 0, windowBytes, contentBytes)
}

function withBlocks(
  input: Uint8Array,
  blocksAt: number,
  hasChecksum: boolean,
  windowBytes: number,
  contentBytes: number | undefined,
): ZstdFrame {
  let at = blocksAt
  for (let isLast = false; !isLast;) {
    if (input.length - at < 3) return cutShort(input, windowBytes, contentBytes, false)
    const header = input[at]! | (input[at + 1]! << 8) | (input[at + 2]! << 16)
    isLast = (header & 1) !== 0
    const type = (header >> 1) & 3
    if (type === BLOCK_RESERVED) return cutShort(input, windowBytes, contentBytes, false)
    at += 3 + (type === BLOCK_RLE ? 1 : header >> 3)
  }
  if (hasChecksum) at += 4
  if (at > input.length) return cutShort(input, windowBytes, contentBytes, false)
  return { end: at, isWhole: true, isSkippable: false, windowBytes, contentBytes }
}

function skippable(input: Uint8Array, start: number): ZstdFrame {
  if (input.length - start < 8) return cutShort(input, 0, undefined, true)
  const end = start + 8 + (readLittle32(input, start + 4) >>> 0)
  if (end > input.length) return cutShort(input, 0, undefined, true)
  return { end, isWhole: true, isSkippable: true, windowBytes: 0, contentBytes: undefined }
}

function cutShort(
  input: Uint8Array,
  windowBytes: number,
  contentBytes: number | undefined,
  isSkippable: boolean,
): ZstdFrame {
  return { end: input.length, isWhole: false, isSkippable, windowBytes, contentBytes }
}

function windowOf(descriptor: number): number {
  const base = 2 ** (10 + (descriptor >> 3))
  return base + (base / 8) * (descriptor & 7)
}

/** Rounded beyond 2^53, which no cap allows anyway. */
function readContentSize(input: Uint8Array, at: number, bytes: number): number | undefined {
  if (bytes === 0) return undefined
  if (bytes === 1) return input[at]!
  if (bytes === 2) return (input[at]! | (input[at + 1]! << 8)) + 256
  const low = readLittle32(input, at) >>> 0
  return bytes === 4 ? low : low + (readLittle32(input, at + 4) >>> 0) * 0x1_0000_0000
}

function isPrefixOfMagic(input: Uint8Array, start: number): boolean {
  for (let at = start; at < input.length; at++) {
    if (input[at] !== ((MAGIC >>> (8 * (at - start))) & 0xff)) return false
  }
  return true
}

const readLittle32 = (bytes: Uint8Array, at: number): number =>
  bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24)

function noFrame(at: number): CorruptCompressedDataError {
  return new CorruptCompressedDataError(CODEC_ZSTD, `no frame begins at byte ${at}`)
}
