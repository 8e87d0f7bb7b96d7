import { concatenated } from './source.ts'

/** What Java clients write: version 1, independent blocks of 64 KiB, no checksums, and its own check byte. */
const HEADER: Uint8Array = Uint8Array.of(0x04, 0x22, 0x4d, 0x18, 0x60, 0x40, 0x82)
const BLOCK_BYTES = 65_536
const END_MARK_BYTES = 4
const BLOCK_STORED = 0x8000_0000

/** Compresses one block; undefined when that is not to be had. */
export type Lz4BlockCompressor = (block: Uint8Array) => Uint8Array

/**
 * Compresses into LZ4 frames as Java clients write them. Blocks that do not get smaller are stored;
 * without a block compressor all are, which every reader understands.
 */
export function compressLz4(
  bytes: Uint8Array,
  compressBlock: Lz4BlockCompressor | undefined,
): Uint8Array {
  const pieces: Uint8Array[] = [HEADER]
  let sizeBytes = HEADER.length
  const append = (piece: Uint8Array): void => {
    pieces.push(piece)
    sizeBytes += piece.length
  }
  for (let start = 0; start < bytes.length; start += BLOCK_BYTES) {
    const block = bytes.subarray(start, start + BLOCK_BYTES)
    const packed = compressBlock?.(block) ?? block
    const isStored = packed.length >= block.length
    append(littleEndian(isStored ? (block.length | BLOCK_STORED) >>> 0 : packed.length))
    append(isStored ? block : packed)
  }
  append(new Uint8Array(END_MARK_BYTES))
  return concatenated(pieces, sizeBytes)
}

function littleEndian(value: number): Uint8Array {
  return Uint8Array.of(value, value >>> 8, value >>> 16, value >>> 24)
}
