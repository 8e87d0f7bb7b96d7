import { crc32, gzipSync } from 'node:zlib'
import { CODEC_GZIP } from './codec.ts'
import type { DecoderPool } from './decoder-pool.ts'
import { CorruptCompressedDataError, DecompressedTooLargeError } from './errors.ts'
import { ChunkSource } from './source.ts'
import { isOutputTooLong, type ZlibDecoder } from './zlib-decoder.ts'

/** Level −1 is zlib's default (6), the others 1 (fastest) to 9 (smallest). */
export function compressGzip(bytes: Uint8Array, level: number = -1): Uint8Array {
  const output = gzipSync(bytes, { level })
  // The operating system, which zlib fills in: "unknown", so that the same data gives the same bytes.
  output[9] = 0xff
  return output
}

const TRAILER_BYTES = 8
/** Smaller leftovers are no further member: header, shortest deflate data and trailer need more. */
const MEMBER_BYTES_MIN = 18

const FLAG_HEADER_CRC = 0x02
const FLAG_EXTRA = 0x04
const FLAG_NAME = 0x08
const FLAG_COMMENT = 0x10

/**
 * Gzip (RFC 1952), one member after the other, as Java reads it: length and CRC of each member are
 * checked, and bytes after a member that are no member are not looked at.
 */
export class GzipSource extends ChunkSource {
  readonly #pool: DecoderPool
  readonly #input: Uint8Array
  #decoder: ZlibDecoder | undefined
  #position: number
  #memberCrc: number
  #memberBytes: number
  #state: 'start' | 'member' | 'end'

  constructor(input: Uint8Array, outputBytesMax: number, pool: DecoderPool) {
    super(CODEC_GZIP, outputBytesMax)
    this.#pool = pool
    this.#input = input
    this.#decoder = undefined
    this.#position = 0
    this.#memberCrc = 0
    this.#memberBytes = 0
    this.#state = 'start'
  }

  advance(): boolean {
    if (this.#state === 'start') this.#beginMember(readHeader(this.#input, 0))
    while (this.#state === 'member') {
      const decoder = this.#decoder!
      if (this.#next(decoder)) {
        this.produce(decoder.chunk, decoder.length)
        this.#memberCrc = crc32(decoder.chunk.subarray(0, decoder.length), this.#memberCrc)
        this.#memberBytes += decoder.length
        return true
      }
      this.#endMember(decoder.inputPosition)
    }
    return false
  }

  #beginMember(start: number): void {
    this.#position = start
    this.#decoder ??= this.#pool.take('deflate')
    const outputLeft = this.outputBytesMax - this.producedBytes
    this.#decoder.begin(this.#input, start, this.#input.length, outputLeft)
    this.#memberCrc = 0
    this.#memberBytes = 0
    this.#state = 'member'
  }

  #next(decoder: ZlibDecoder): boolean {
    try {
      return decoder.next()
    } catch (error) {
      decoder.close()
      this.#decoder = undefined
      this.#state = 'end'
      if (isOutputTooLong(error))
        throw new DecompressedTooLargeError(CODEC_GZIP, this.outputBytesMax)
      throw corrupt(`in the member at byte ${this.#position}: ${(error as Error).message}`, error)
    }
  }

  #endMember(trailer: number): void {
    this.#state = 'end'
    const input = this.#input
    const left = input.length - trailer
    if (left < TRAILER_BYTES) throw corrupt('it ends before its member does')
    const crc = readLittle32(input, trailer) >>> 0
    const length = readLittle32(input, trailer + 4) >>> 0
    if (crc !== this.#memberCrc) throw corrupt(`CRC is ${this.#memberCrc}, stored is ${crc}`)
    if (length !== this.#memberBytes % 0x1_0000_0000) {
      throw corrupt(`length is ${this.#memberBytes}, stored is ${length}`)
    }
    if (left - TRAILER_BYTES <= MEMBER_BYTES_MIN) return
    const next = nextMember(input, trailer + TRAILER_BYTES)
    if (next !== undefined) this.#beginMember(next)
  }

  close(): void {
    if (this.#decoder !== undefined) this.#pool.giveBack('deflate', this.#decoder)
    this.#decoder = undefined
    this.#state = 'end'
  }
}

const corrupt = (why: string, cause?: unknown): CorruptCompressedDataError =>
  new CorruptCompressedDataError(CODEC_GZIP, why, { cause })

const readLittle16 = (bytes: Uint8Array, at: number): number => bytes[at]! | (bytes[at + 1]! << 8)
const readLittle32 = (bytes: Uint8Array, at: number): number =>
  readLittle16(bytes, at) | (readLittle16(bytes, at + 2) << 16)

/** Where the deflate data of a further member begins; undefined when rubbish follows instead. */
function nextMember(input: Uint8Array, start: number): number | undefined {
  try {
    return readHeader(input, start)
  } catch {
    return undefined
  }
}

/** Where the deflate data begins. */
function readHeader(input: Uint8Array, start: number): number {
  if (input.length - start < 10) throw corrupt('there is no whole header')
  if (input[start] !== 0x1f || input[start + 1] !== 0x8b) throw corrupt('the magic is wrong')
  if (input[start + 2] !== 8) throw corrupt(`method ${input[start + 2]} is not deflate`)
  const flags = input[start + 3]!
  let at = start + 10
  if ((flags & FLAG_EXTRA) !== 0) at += 2 + readLittle16(input, need(input, at, 2))
  if ((flags & FLAG_NAME) !== 0) at = afterZero(input, at)
  if ((flags & FLAG_COMMENT) !== 0) at = afterZero(input, at)
  if ((flags & FLAG_HEADER_CRC) !== 0) {
    const stored = readLittle16(input, need(input, at, 2))
    if ((crc32(input.subarray(start, at)) & 0xffff) !== stored)
      throw corrupt('the header CRC is wrong')
    at += 2
  }
  return need(input, at, 0)
}

function need(input: Uint8Array, at: number, bytes: number): number {
  if (input.length - at < bytes) throw corrupt('the header is cut short')
  return at
}

function afterZero(input: Uint8Array, start: number): number {
  const zero = input.indexOf(0, start)
  if (zero === -1) throw corrupt('the header is cut short')
  return zero + 1
}
