import { CODEC_SNAPPY } from './codec.ts'
import { CorruptCompressedDataError } from './errors.ts'

/** Raw snappy blocks (google/snappy format description), bounds checked throughout. */

/** The densest element: three bytes that copy 64. */
const expansionMax = (compressedBytes: number): number => Math.floor((compressedBytes * 64) / 3)

const corrupt = (why: string): CorruptCompressedDataError =>
  new CorruptCompressedDataError(CODEC_SNAPPY, why)

/**
 * Length that the block in `input[start, end)` says it decompresses to. Checked against what so many
 * bytes can hold at all, so that memory can be taken for it.
 */
export function snappyLength(input: Uint8Array, start: number, end: number): number {
  let length = 0
  let factor = 1
  let at = start
  for (;;) {
    if (at === end) throw corrupt('a block ends inside its length')
    const byte = input[at++]!
    length += (byte & 0x7f) * factor
    if (byte < 0x80) break
    if (at - start === 5) throw corrupt('the length of a block is too long')
    factor *= 128
  }
  if (length > expansionMax(end - at)) {
    throw corrupt(`a block of ${end - start} bytes cannot hold ${length}`)
  }
  return length
}

/** Decompresses the block to `output` at `at`; `length` is what `snappyLength` said. */
export function decompressSnappyBlock(
  input: Uint8Array,
  start: number,
  end: number,
  output: Uint8Array,
  at: number,
  length: number,
): void {
  const limit = at + length
  let from = start
  while (input[from]! >= 0x80) from++
  from++
  let to = at
  while (from < end) {
    const tag = input[from++]!
    let copied: number
    let offset: number
    switch (tag & 3) {
      case 0: {
        copied = tag >> 2
        if (copied >= 60) {
          const lengthBytes = copied - 59
          if (end - from < lengthBytes) throw corrupt('a literal ends inside its length')
          copied = readLittle(input, from, lengthBytes)
          from += lengthBytes
        }
        copied++
        if (copied > end - from || copied > limit - to) throw corrupt('a literal is too long')
        if (copied <= 16)
          for (let byte = 0; byte < copied; byte++) output[to + byte] = input[from + byte]!
        else output.set(input.subarray(from, from + copied), to)
        from += copied
        to += copied
        continue
      }
      case 1:
        if (from >= end) throw corrupt('a copy ends inside its offset')
        copied = 4 + ((tag >> 2) & 7)
        offset = ((tag >> 5) << 8) | input[from++]!
        break
      case 2:
        if (end - from < 2) throw corrupt('a copy ends inside its offset')
        copied = 1 + (tag >> 2)
        offset = input[from]! | (input[from + 1]! << 8)
        from += 2
        break
      default:
        if (end - from < 4) throw corrupt('a copy ends inside its offset')
        copied = 1 + (tag >> 2)
        offset = readLittle(input, from, 4)
        from += 4
    }
    if (offset === 0 || offset > to - at) throw corrupt('a copy reaches before the start')
    if (copied > limit - to) throw corrupt('a copy is too long')
    // Byte by byte: source and target may overlap, which repeats.
    for (let source = to - offset, last = to + copied; to < last;) output[to++] = output[source++]!
  }
  if (to !== limit) throw corrupt(`a block of ${length} bytes yields ${to - at}`)
}

function readLittle(bytes: Uint8Array, at: number, count: number): number {
  let value = 0
  for (let byte = count - 1; byte >= 0; byte--) value = value * 256 + bytes[at + byte]!
  return value
}

/** A block is compressed in pieces of 64 KiB, so that offsets fit two bytes. */
const FRAGMENT_BYTES_MAX = 65_536
const TABLE_BITS = 14
/** Below so many bytes from the end matches are not looked for. */
const MARGIN_BYTES = 15

/** Room for the block that `length` bytes become. */
export const snappyBound = (length: number): number => 32 + length + Math.floor(length / 6)

/** Compresses blocks; keeps its hash table from one to the next. */
export class SnappyBlockCompressor {
  readonly #table: Uint16Array = new Uint16Array(1 << TABLE_BITS)

  /** Writes `input[start, end)` as a block to `output` at `at`; answers where it ends. */
  compress(input: Uint8Array, start: number, end: number, output: Uint8Array, at: number): number {
    let to = at
    let length = end - start
    for (; length >= 0x80; length >>>= 7) output[to++] = (length & 0x7f) | 0x80
    output[to++] = length
    for (let from = start; from < end; from += FRAGMENT_BYTES_MAX) {
      to = this.#fragment(input, from, Math.min(end, from + FRAGMENT_BYTES_MAX), output, to)
    }
    return to
  }

  /**
   * Greedy: a hash of four bytes finds where they stood before. Where nothing matches, steps grow, so
   * that incompressible data costs little. Positions are kept relative to the fragment.
   */
  #fragment(input: Uint8Array, start: number, end: number, output: Uint8Array, at: number): number {
    const table = this.#table.fill(0)
    let to = at
    let literal = start
    let from = start + 1
    const limit = end - MARGIN_BYTES
    while (from < limit) {
      let skip = 32
      let candidate = start
      let word = 0
      for (; ; from += skip++ >> 5) {
        if (from >= limit) return emitLiteral(input, literal, end, output, to)
        word = readWord(input, from)
        const slot = Math.imul(word, 0x1e35a7bd) >>> (32 - TABLE_BITS)
        candidate = start + table[slot]!
        table[slot] = from - start
        if (candidate < from && readWord(input, candidate) === word) break
      }
      if (literal < from) to = emitLiteral(input, literal, from, output, to)
      const offset = from - candidate
      let matched = 4
      while (from + matched < end && input[candidate + matched] === input[from + matched]) matched++
      to = emitCopy(output, to, offset, matched)
      from += matched
      literal = from
    }
    return literal < end ? emitLiteral(input, literal, end, output, to) : to
  }
}

const readWord = (bytes: Uint8Array, at: number): number =>
  bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24)

function emitLiteral(
  input: Uint8Array,
  start: number,
  end: number,
  output: Uint8Array,
  at: number,
): number {
  const last = end - start - 1
  let to = at
  if (last < 60) {
    output[to++] = last << 2
  } else if (last < 256) {
    output[to++] = 60 << 2
    output[to++] = last
  } else {
    output[to++] = 61 << 2
    output[to++] = last & 0xff
    output[to++] = last >> 8
  }
  output.set(input.subarray(start, end), to)
  return to + last + 1
}

function emitCopy(output: Uint8Array, at: number, offset: number, length: number): number {
  let to = at
  let left = length
  // 60 rather than 64 when a rest below the shortest copy would remain.
  while (left >= 68) {
    to = emitLongCopy(output, to, offset, 64)
    left -= 64
  }
  if (left > 64) {
    to = emitLongCopy(output, to, offset, 60)
    left -= 60
  }
  if (left >= 12 || offset >= 2048) return emitLongCopy(output, to, offset, left)
  output[to++] = 1 | ((left - 4) << 2) | ((offset >> 8) << 5)
  output[to++] = offset & 0xff
  return to
}

function emitLongCopy(output: Uint8Array, at: number, offset: number, length: number): number {
  output[at] = 2 | ((length - 1) << 2)
  output[at + 1] = offset & 0xff
  output[at + 2] = offset >> 8
  return at + 3
}
