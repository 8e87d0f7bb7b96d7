import { CODEC_LZ4 } from './codec.ts'
import { CorruptCompressedDataError } from './errors.ts'

const corrupt = (why: string): CorruptCompressedDataError =>
  new CorruptCompressedDataError(CODEC_LZ4, why)

/** Matches and literals up to here are copied byte by byte; longer ones in one call. */
const SHORT_BYTES = 24

/**
 * Decompresses the LZ4 block in `input[start, end)` to `output` at `at` and answers where it ends.
 * Nothing is written at or beyond `limit`; copies may reach back to the start of `output` (earlier
 * blocks of a frame with linked blocks). Throws when the block does not end exactly at `end` (LZ4 block format).
 */
export function decompressLz4Block(
  input: Uint8Array,
  start: number,
  end: number,
  output: Uint8Array,
  at: number,
  limit: number,
): number {
  let from = start
  let to = at
  for (;;) {
    if (from >= end) throw corrupt('a block ends before its last literals')
    const token = input[from++]!
    let literals = token >> 4
    if (literals === 15) {
      let byte: number
      do {
        if (from >= end) throw corrupt('a block ends inside a length')
        byte = input[from++]!
        literals += byte
      } while (byte === 255)
    }
    if (literals > end - from) throw corrupt('a block ends inside literals')
    if (literals > limit - to) throw corrupt('a block is larger than its frame allows')
    if (literals <= SHORT_BYTES) {
      for (let byte = 0; byte < literals; byte++) output[to + byte] = input[from + byte]!
    } else {
      output.set(input.subarray(from, from + literals), to)
    }
    from += literals
    to += literals
    if (from === end) return to

    if (end - from < 2) throw corrupt('a block ends inside an offset')
    const offset = input[from]! | (input[from + 1]! << 8)
    from += 2
    if (offset === 0 || offset > to) throw corrupt('a copy reaches before the start')
    let matched = (token & 15) + 4
    if (matched === 19) {
      let byte: number
      do {
        if (from >= end) throw corrupt('a block ends inside a length')
        byte = input[from++]!
        matched += byte
      } while (byte === 255)
    }
    if (matched > limit - to) throw corrupt('a block is larger than its frame allows')
    to = copyMatch(output, to, offset, matched)
  }
}

/** Source and target may overlap, which repeats the last `offset` bytes. */
function copyMatch(output: Uint8Array, at: number, offset: number, length: number): number {
  const last = at + length
  if (length <= SHORT_BYTES) {
    for (let to = at, source = at - offset; to < last;) output[to++] = output[source++]!
    return last
  }
  // What has been copied may be copied again: each round doubles the distance.
  let distance = offset
  let to = at
  while (to < last) {
    const bytes = Math.min(distance, last - to)
    output.copyWithin(to, at - offset, at - offset + bytes)
    to += bytes
    distance += bytes
  }
  return last
}
