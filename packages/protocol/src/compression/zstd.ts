import { constants, zstdCompressSync } from 'node:zlib'
import { CODEC_ZSTD } from './codec.ts'
import type { DecoderPool } from './decoder-pool.ts'
import { CorruptCompressedDataError, DecompressedTooLargeError } from './errors.ts'
import type { DecodingRules } from './rules.ts'
import { ChunkSource } from './source.ts'
import { isOutputTooLong, type ZlibDecoder } from './zlib-decoder.ts'
import { readZstdFrame, type ZstdFrame } from './zstd-frame.ts'

/** Levels are zstd's own, −131072 (fastest) to 22 (smallest). */
export function compressZstd(bytes: Uint8Array, level: number = 3): Uint8Array {
  return zstdCompressSync(bytes, { params: { [constants.ZSTD_c_compressionLevel]: level } })
}

/** Window of level 19; levels 20 to 22 may declare up to 128 MiB. */
const WINDOW_BYTES_USUAL = 8_388_608
/** What zstd-jni reads at a time. */
const JAVA_BUFFER_BYTES = 131_075

/**
 * Zstandard (RFC 8878), one frame after the other; frames to be skipped are. A decoder holds as much
 * of its output as the frame's window says, so a frame that declares more than 8 MiB may not yield
 * more than 8 MiB: that keeps what a hostile frame costs below 16 MiB, whatever the cap.
 */
export class ZstdSource extends ChunkSource {
  readonly #pool: DecoderPool
  readonly #input: Uint8Array
  readonly #rules: DecodingRules
  #decoder: ZlibDecoder | undefined
  #frame: ZstdFrame | undefined
  #frameBytesMax: number
  #position: number

  constructor(input: Uint8Array, outputBytesMax: number, rules: DecodingRules, pool: DecoderPool) {
    super(CODEC_ZSTD, outputBytesMax)
    this.#pool = pool
    this.#input = input
    this.#rules = rules
    this.#decoder = undefined
    this.#frame = undefined
    this.#frameBytesMax = 0
    this.#position = 0
  }

  advance(): boolean {
    for (;;) {
      if (this.#frame === undefined && !this.#beginFrame()) return false
      const decoder = this.#decoder!
      if (this.#next(decoder)) {
        this.#frameBytesMax -= decoder.length
        if (this.#frameBytesMax < 0) {
          throw new DecompressedTooLargeError(CODEC_ZSTD, this.outputBytesMax)
        }
        this.produce(decoder.chunk, decoder.length)
        return true
      }
      this.#endFrame()
    }
  }

  /** False when there is no further frame. */
  #beginFrame(): boolean {
    let frame: ZstdFrame
    do {
      if (this.#position === this.#input.length) return false
      frame = readZstdFrame(this.#input, this.#position)
      if (frame.isSkippable && !frame.isWhole) this.#cutShort()
      if (frame.isSkippable) this.#position = frame.end
    } while (frame.isSkippable)

    const outputLeft = this.outputBytesMax - this.producedBytes
    this.#frameBytesMax =
      frame.windowBytes > WINDOW_BYTES_USUAL ? Math.min(outputLeft, WINDOW_BYTES_USUAL) : outputLeft
    this.#decoder ??= this.#pool.take('zstd')
    this.#decoder.begin(this.#input, this.#position, frame.end, this.#frameBytesMax)
    this.#frame = frame
    return true
  }

  #next(decoder: ZlibDecoder): boolean {
    try {
      return decoder.next()
    } catch (error) {
      decoder.close()
      this.#decoder = undefined
      if (isOutputTooLong(error))
        throw new DecompressedTooLargeError(CODEC_ZSTD, this.outputBytesMax)
      const why = `in the frame at byte ${this.#position}: ${(error as Error).message}`
      throw new CorruptCompressedDataError(CODEC_ZSTD, why, { cause: error })
    }
  }

  #endFrame(): void {
    const frame = this.#frame!
    if (frame.isWhole) this.#decoder!.isAtRest = true
    else this.#cutShort()
    if (frame.windowBytes > WINDOW_BYTES_USUAL) this.#release(frame)
    this.#position = frame.end
    this.#frame = undefined
  }

  /** Throws, unless what came before in Java's buffer makes it look like the end. */
  #cutShort(): void {
    const bufferAt = Math.floor((this.#input.length - 1) / JAVA_BUFFER_BYTES) * JAVA_BUFFER_BYTES
    if (!this.#rules.endsAtCutZstdFrame || this.#position <= bufferAt) {
      throw new CorruptCompressedDataError(CODEC_ZSTD, 'it ends before its frame does')
    }
  }

  /** A context with a large window is not kept: its memory would be, too. */
  #release(frame: ZstdFrame | undefined): void {
    const decoder = this.#decoder
    this.#decoder = undefined
    if (decoder === undefined) return
    if (frame !== undefined && frame.windowBytes > WINDOW_BYTES_USUAL) decoder.close()
    else this.#pool.giveBack('zstd', decoder)
  }

  close(): void {
    this.#release(this.#frame)
  }
}
