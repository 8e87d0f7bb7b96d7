import {
  constants,
  createInflateRaw,
  createZstdDecompress,
  deflateRawSync,
  inflateRawSync,
  zstdCompressSync,
  zstdDecompressSync,
} from 'node:zlib'
import { CHUNK_BYTES } from './source.ts'

/**
 * One raw deflate stream or one zstd frame, of which all input is there. `next` puts the next output
 * into `chunk[0, length)` and answers false when there is none; then either the stream has ended, at
 * `inputPosition`, or all input is used up. Throws what zlib says when the data is wrong.
 */
export interface ZlibDecoder {
  chunk: Uint8Array
  length: number
  /** First byte that the stream did not use, once it has ended. */
  inputPosition: number
  /**
   * Set by the user of a zstd decoder when a frame has ended as it should: the context then takes the
   * next frame without a reset, which would make a new one.
   */
  isAtRest: boolean
  /** At most about `outputBytesMax` will be asked of it. */
  begin(input: Uint8Array, start: number, end: number, outputBytesMax: number): void
  next(): boolean
  /** Frees the native context at once: after an error, or when it is not to be kept. */
  close(): void
}

export type ZlibFormat = 'deflate' | 'zstd'

/**
 * A decoder on one of Node's native contexts, kept from stream to stream: making one anew (2 MiB of
 * window for a frame of a Java client) costs more than most batches take to decompress. Node documents
 * no way to do so; what is used here is the handle below its streams, and only where the caller
 * vouches for the Node version and `worksHere` agrees (docs/adr/0001-compression.md).
 */
export class ReusedDecoder implements ZlibDecoder {
  chunk: Uint8Array
  length: number
  inputPosition: number
  isAtRest: boolean
  /** Keeps the native context alive. */
  readonly owner: object
  readonly #handle: Handle
  /** Set by each write: output room left, input left. */
  readonly #state: Uint32Array
  readonly #flush: number
  #input: Uint8Array
  #end: number
  #isDrained: boolean
  #error: string | undefined

  constructor(format: ZlibFormat) {
    const owner = (format === 'zstd'
      ? createZstdDecompress()
      : createInflateRaw()) as unknown as HandleOwner
    this.chunk = new Uint8Array(CHUNK_BYTES)
    this.length = 0
    this.inputPosition = 0
    this.isAtRest = true
    this.owner = owner
    this.#handle = owner._handle
    this.#state = owner._writeState
    this.#flush = format === 'zstd' ? constants.ZSTD_e_continue : constants.Z_SYNC_FLUSH
    this.#input = this.chunk
    this.#end = 0
    this.#isDrained = true
    this.#error = undefined
    this.#handle.onerror = (message) => {
      this.#error = message
    }
  }

  begin(input: Uint8Array, start: number, end: number): void {
    if (!this.isAtRest) this.#handle.reset()
    this.isAtRest = false
    this.#input = input
    this.inputPosition = start
    this.#end = end
    this.#isDrained = false
    this.#error = undefined
  }

  next(): boolean {
    if (this.#isDrained) return false
    const { chunk } = this
    const inputBytes = this.#end - this.inputPosition
    this.#handle.writeSync(
      this.#flush,
      this.#input,
      this.inputPosition,
      inputBytes,
      chunk,
      0,
      chunk.length,
    )
    if (this.#error !== undefined) throw new Error(this.#error)
    const outputRoom = this.#state[0]!
    this.inputPosition = this.#end - this.#state[1]!
    this.length = chunk.length - outputRoom
    this.#isDrained = outputRoom > 0
    return this.length > 0
  }

  close(): void {
    this.#handle.close()
  }

  /** Lets go of the input, so that a pooled decoder keeps no frame alive. */
  forget(): void {
    this.#input = this.chunk
    this.#end = 0
    this.#isDrained = true
  }
}

interface HandleOwner {
  readonly _handle: Handle
  readonly _writeState: Uint32Array
}

interface Handle {
  onerror: (message: string) => void
  reset(): void
  close(): void
  writeSync(
    flush: number,
    input: Uint8Array,
    inputStart: number,
    inputBytes: number,
    output: Uint8Array,
    outputStart: number,
    outputBytes: number,
  ): void
}

/** The documented way: everything at once, in a context made for it. */
export class PlainDecoder implements ZlibDecoder {
  chunk: Uint8Array
  length: number
  inputPosition: number
  isAtRest: boolean
  readonly #format: ZlibFormat
  #input: Uint8Array | undefined
  #outputBytesMax: number

  constructor(format: ZlibFormat) {
    this.chunk = new Uint8Array(0)
    this.length = 0
    this.inputPosition = 0
    this.isAtRest = true
    this.#format = format
    this.#input = undefined
    this.#outputBytesMax = 0
  }

  begin(input: Uint8Array, start: number, end: number, outputBytesMax: number): void {
    this.#input = input.subarray(start, end)
    this.inputPosition = start
    this.#outputBytesMax = outputBytesMax
  }

  next(): boolean {
    const input = this.#input
    if (input === undefined) return false
    this.#input = undefined
    const isZstd = this.#format === 'zstd'
    // No complaint about input that ends early: what it holds is told, and the caller knows the end.
    const finishFlush = isZstd ? constants.ZSTD_e_continue : constants.Z_SYNC_FLUSH
    const options = { info: true, maxOutputLength: this.#outputBytesMax + 1, finishFlush }
    const decoded = (this.#format === 'zstd'
      ? zstdDecompressSync(input, options)
      : inflateRawSync(input, options)) as unknown as Decoded
    this.chunk = decoded.buffer
    this.length = decoded.buffer.length
    this.inputPosition += decoded.engine.bytesWritten
    return this.length > 0
  }

  close(): void {
    this.#input = undefined
  }
}

/** What the synchronous functions give with `info: true`. */
interface Decoded {
  readonly buffer: Uint8Array
  readonly engine: { readonly bytesWritten: number }
}

/** Whether zlib stopped because of `maxOutputLength`. */
export function isOutputTooLong(error: unknown): boolean {
  return (error as { code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE'
}

/**
 * Whether native contexts behave here as this file expects: streams one after the other through one
 * context, one of them cut short.
 */
export function worksHere(format: ZlibFormat): boolean {
  try {
    const plain = Uint8Array.from({ length: CHUNK_BYTES + 1000 }, (_, at) => (at * at) >> 7)
    const packed = format === 'zstd' ? zstdCompressSync(plain) : deflateRawSync(plain)
    const decoder = new ReusedDecoder(format)
    if (!decodes(decoder, packed, packed.length, plain)) return false
    decoder.isAtRest = format === 'zstd'
    return (
      decodes(decoder, packed, packed.length, plain) &&
      !decodes(decoder, packed, packed.length - 1, plain) &&
      decodes(decoder, packed, packed.length, plain)
    )
  } catch {
    return false
  }
}

function decodes(
  decoder: ReusedDecoder,
  packed: Uint8Array,
  end: number,
  plain: Uint8Array,
): boolean {
  decoder.begin(packed, 0, end)
  let at = 0
  while (decoder.next()) {
    for (let byte = 0; byte < decoder.length; byte++, at++) {
      if (decoder.chunk[byte] !== plain[at]) return false
    }
  }
  return at === plain.length && decoder.inputPosition === packed.length
}
