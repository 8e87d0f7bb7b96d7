import { CODEC_SNAPPY } from './codec.ts'
import { CorruptCompressedDataError } from './errors.ts'
import type { Scratch } from './scratch.ts'
import { ChunkSource } from './source.ts'
import {
  decompressSnappyBlock,
  snappyBound,
  SnappyBlockCompressor,
  snappyLength,
} from './snappy-block.ts'

/** Header of snappy-java's stream: magic, version 1, oldest compatible version 1. */
const HEADER: readonly number[] = [
  0x82, 0x53, 0x4e, 0x41, 0x50, 0x50, 0x59, 0, 0, 0, 0, 1, 0, 0, 0, 1,
]
const HEADER_BYTES = 16
const MAGIC_BYTES = 8
/** First four bytes of the magic; where a block's length stands, a further stream begins. */
const MAGIC_AS_LENGTH = 0x82534e41 | 0
/** What snappy-java compresses at a time. */
const BLOCK_BYTES = 32_768

/** Compresses into snappy-java's framing, which is what Java clients write. */
export class SnappyCompressor {
  readonly #blocks: SnappyBlockCompressor = new SnappyBlockCompressor()

  compress(bytes: Uint8Array): Uint8Array {
    const blocks = Math.ceil(bytes.length / BLOCK_BYTES)
    const output = new Uint8Array(HEADER_BYTES + blocks * 36 + snappyBound(bytes.length))
    output.set(HEADER)
    let at = HEADER_BYTES
    for (let start = 0; start < bytes.length; start += BLOCK_BYTES) {
      const stop = Math.min(bytes.length, start + BLOCK_BYTES)
      const end = this.#blocks.compress(bytes, start, stop, output, at + 4)
      writeInt32(output, at, end - at - 4)
      at = end
    }
    return output.slice(0, at)
  }
}

/** Java clients read so much at a time: what is wrong within it is noticed before any of it is used. */
const READ_BYTES = 2048

/**
 * Snappy as Java reads it: snappy-java's framing, several streams in a row included, or one raw block
 * (librdkafka and others). Fewer than four bytes after a block are not looked at.
 */
export class SnappySource extends ChunkSource {
  readonly #input: Uint8Array
  readonly #scratch: Scratch
  #position: number
  #buffer: Uint8Array
  #state: 'start' | 'blocks' | 'end'

  constructor(input: Uint8Array, outputBytesMax: number, scratch: Scratch) {
    super(CODEC_SNAPPY, outputBytesMax)
    this.#input = input
    this.#scratch = scratch
    this.#position = 0
    this.#buffer = NO_BYTES
    this.#state = 'start'
  }

  advance(): boolean {
    let length = 0
    if (this.#state === 'start') {
      if (this.#input.length === 0) throw corrupt('there are no bytes')
      this.#state = hasMagic(this.#input, 0) ? 'blocks' : 'end'
      if (this.#state === 'end') length = this.#block(0, this.#input.length, 0)
      this.#position = HEADER_BYTES
    }
    while (this.#state === 'blocks' && length < READ_BYTES) length = this.#next(length)
    if (length === 0) return false
    this.produce(this.#buffer, length)
    return true
  }

  /** Brings in the next block behind the `length` bytes there are; answers how many there are then. */
  #next(length: number): number {
    const input = this.#input
    if (input.length - this.#position < 4) {
      this.#state = 'end'
      return length
    }
    const size = readInt32(input, this.#position)
    if (size === MAGIC_AS_LENGTH) {
      this.#header()
      return length
    }
    const start = this.#position + 4
    if (size < 0) throw corrupt(`a block claims ${size} bytes`)
    if (size > input.length - start) throw corrupt('it ends inside a block')
    this.#position = start + size
    return this.#block(start, start + size, length)
  }

  /** Of a further stream; one with another magic is stepped over all the same. */
  #header(): void {
    const start = this.#position
    if (this.#input.length - start < HEADER_BYTES) throw corrupt('it ends inside a header')
    if (hasMagic(this.#input, start) && readInt32(this.#input, start + MAGIC_BYTES) < 1) {
      throw corrupt('its framing is older than version 1')
    }
    this.#position = start + HEADER_BYTES
  }

  #block(start: number, end: number, at: number): number {
    const length = snappyLength(this.#input, start, end)
    this.reserve(at + length)
    if (this.#buffer.length < at + length) {
      const larger = this.#scratch.take(at + length)
      larger.set(this.#buffer.subarray(0, at))
      this.#buffer = larger
    }
    decompressSnappyBlock(this.#input, start, end, this.#buffer, at, length)
    return at + length
  }

  close(): void {
    this.#state = 'end'
    this.#scratch.giveBack(this.#buffer)
    this.#buffer = NO_BYTES
  }
}

const NO_BYTES = new Uint8Array(0)

function hasMagic(input: Uint8Array, start: number): boolean {
  if (input.length - start < HEADER_BYTES) return false
  for (let at = 0; at < MAGIC_BYTES; at++) if (input[start + at] !== HEADER[at]) return false
  return true
}

const corrupt = (why: string): CorruptCompressedDataError =>
  new CorruptCompressedDataError(CODEC_SNAPPY, why)

const readInt32 = (bytes: Uint8Array, at: number): number =>
  (bytes[at]! << 24) | (bytes[at + 1]! << 16) | (bytes[at + 2]! << 8) | bytes[at + 3]!

function writeInt32(bytes: Uint8Array, at: number, value: number): void {
  bytes[at] = value >> 24
  bytes[at + 1] = value >> 16
  bytes[at + 2] = value >> 8
  bytes[at + 3] = value
}
