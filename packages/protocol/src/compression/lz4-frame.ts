import { Xxh32, xxh32 } from '../checksum/xxh32.ts'
import { CODEC_LZ4 } from './codec.ts'
import { CorruptCompressedDataError } from './errors.ts'
import { decompressLz4Block } from './lz4-block.ts'
import type { DecodingRules } from './rules.ts'
import type { Scratch } from './scratch.ts'
import { ChunkSource } from './source.ts'

const MAGIC = 0x184d2204
const VERSION = 1
const BLOCK_STORED = 0x8000_0000
const HISTORY_BYTES = 65_536
/** A byte of a block yields at most so many. */
const EXPANSION_MAX = 255

interface Header {
  readonly blockBytesMax: number
  readonly isLinked: boolean
  readonly hasBlockChecksums: boolean
  readonly hasContentChecksum: boolean
  readonly contentBytes: number | undefined
  readonly end: number
}

/**
 * An LZ4 frame (format 1.6.2), block by block. What follows its end mark is not looked at, as Apache
 * Kafka does it.
 */
export class Lz4Source extends ChunkSource {
  readonly #input: Uint8Array
  readonly #rules: DecodingRules
  readonly #contentHash: Xxh32
  #header: Header | undefined
  #position: number
  #isEnded: boolean
  readonly #scratch: Scratch
  /** Earlier output, as far as copies reach back, then the block. */
  #buffer: Uint8Array
  #historyBytes: number

  constructor(input: Uint8Array, outputBytesMax: number, rules: DecodingRules, scratch: Scratch) {
    super(CODEC_LZ4, outputBytesMax)
    this.#input = input
    this.#rules = rules
    this.#contentHash = new Xxh32()
    this.#header = undefined
    this.#position = 0
    this.#isEnded = false
    this.#scratch = scratch
    this.#buffer = NO_BYTES
    this.#historyBytes = 0
  }

  advance(): boolean {
    if (this.#isEnded) return false
    const header = (this.#header ??= this.#begin())
    for (;;) {
      const start = this.#position + 4
      if (start > this.#input.length) throw corrupt('it ends before its end mark')
      const size = readLittle32(this.#input, this.#position) >>> 0
      const blockBytes = size % BLOCK_STORED
      if (blockBytes === 0) {
        this.#end(header, start)
        return false
      }
      if (blockBytes > header.blockBytesMax) throw corrupt(`a block claims ${blockBytes} bytes`)
      const end = start + blockBytes
      if (end > this.#input.length) throw corrupt('it ends inside a block')
      this.#position = end
      if (header.hasBlockChecksums) this.#checkBlock(start, end)
      if (this.#block(header, start, end, size >= BLOCK_STORED)) return true
    }
  }

  #begin(): Header {
    const header = readHeader(this.#input, this.#rules)
    this.#position = header.end
    return header
  }

  #checkBlock(start: number, end: number): void {
    if (this.#input.length - end < 4) throw corrupt('it ends inside a block checksum')
    const stored = readLittle32(this.#input, end) >>> 0
    if (xxh32(this.#input, start, end) !== stored) throw corrupt('a block checksum is wrong')
    this.#position = end + 4
  }

  #block(header: Header, start: number, end: number, isStored: boolean): boolean {
    const room = isStored
      ? end - start
      : Math.min(header.blockBytesMax, (end - start) * EXPANSION_MAX)
    const history = this.#makeRoom(room)
    const buffer = this.#buffer
    let blockEnd = history + room
    if (isStored) buffer.set(this.#input.subarray(start, end), history)
    else blockEnd = decompressLz4Block(this.#input, start, end, buffer, history, blockEnd)
    const length = blockEnd - history
    if (header.isLinked) this.#historyBytes = blockEnd
    if (length === 0) return false
    if (this.#rules.checksLz4Content) this.#contentHash.update(buffer, history, blockEnd)
    this.produce(history === 0 ? buffer : buffer.subarray(history), length)
    return true
  }

  /** Moves history to the front of the buffer, with `room` bytes behind it; answers its length. */
  #makeRoom(room: number): number {
    const kept = Math.min(this.#historyBytes, HISTORY_BYTES)
    const discarded = this.#historyBytes - kept
    if (this.#buffer.length >= kept + room) {
      if (discarded > 0) this.#buffer.copyWithin(0, discarded, discarded + kept)
      return kept
    }
    const larger = this.#scratch.take(kept + room)
    larger.set(this.#buffer.subarray(discarded, discarded + kept))
    this.#buffer = larger
    return kept
  }

  #end(header: Header, at: number): void {
    this.#isEnded = true
    if (header.hasContentChecksum && this.#input.length - at < 4) {
      throw corrupt('it ends inside its content checksum')
    }
    if (!this.#rules.checksLz4Content) return
    if (header.hasContentChecksum) {
      const stored = readLittle32(this.#input, at) >>> 0
      if (this.#contentHash.digest() !== stored) throw corrupt('the content checksum is wrong')
    }
    if (header.contentBytes !== undefined && header.contentBytes !== this.producedBytes) {
      throw corrupt(`it yields ${this.producedBytes} bytes, not ${header.contentBytes}`)
    }
  }

  close(): void {
    this.#isEnded = true
    this.#scratch.giveBack(this.#buffer)
    this.#buffer = NO_BYTES
  }
}

const NO_BYTES = new Uint8Array(0)

function readHeader(input: Uint8Array, rules: DecodingRules): Header {
  if (input.length < 6) throw corrupt('there is no whole header')
  if (readLittle32(input, 0) !== MAGIC) throw corrupt('the magic is wrong')
  const flags = input[4]!
  const descriptor = input[5]!
  if (flags >> 6 !== VERSION) throw corrupt(`frame version ${flags >> 6} is not known`)
  const isLinked = (flags & 0x20) === 0
  if (isLinked && !rules.acceptsLz4LinkedBlocks) {
    throw corrupt('its blocks build on each other, which Kafka clients cannot read')
  }
  if ((flags & 0x03) !== 0 || (descriptor & 0x8f) !== 0) throw corrupt('a reserved bit is set')
  const blockSize = descriptor >> 4
  if (blockSize < 4) throw corrupt(`block size ${blockSize} is not known`)
  const hasContentSize = (flags & 0x08) !== 0
  const end = 6 + (hasContentSize ? 8 : 0) + 1
  if (input.length < end) throw corrupt('the header is cut short')
  if (rules.checksLz4Header && ((xxh32(input, 4, end - 1) >>> 8) & 0xff) !== input[end - 1]) {
    throw corrupt('the header checksum is wrong')
  }
  return {
    blockBytesMax: 1 << (8 + 2 * blockSize),
    isLinked,
    hasBlockChecksums: (flags & 0x10) !== 0,
    hasContentChecksum: (flags & 0x04) !== 0,
    contentBytes: hasContentSize
      ? (readLittle32(input, 6) >>> 0) + (readLittle32(input, 10) >>> 0) * 0x1_0000_0000
      : undefined,
    end,
  }
}

const readLittle32 = (bytes: Uint8Array, at: number): number =>
  bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24)

const corrupt = (why: string): CorruptCompressedDataError =>
  new CorruptCompressedDataError(CODEC_LZ4, why)
