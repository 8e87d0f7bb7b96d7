import { CODEC_GZIP, CODEC_LZ4, CODEC_NONE, CODEC_SNAPPY, CODEC_ZSTD } from './codec.ts'
import { DecoderPool } from './decoder-pool.ts'
import { UnknownCodecError } from './errors.ts'
import { compressGzip, GzipSource } from './gzip.ts'
import { compressLz4, type Lz4BlockCompressor } from './lz4-compressor.ts'
import { Lz4Source } from './lz4-frame.ts'
import { instantiateLz4 } from './lz4-wasm.ts'
import { type DecodingRules, FORMAT_RULES } from './rules.ts'
import { Scratch } from './scratch.ts'
import { SnappyCompressor, SnappySource } from './snappy.ts'
import { type ChunkSource, collect } from './source.ts'
import { compressZstd, ZstdSource } from './zstd.ts'

/**
 * The codecs of Kafka's record batches behind one interface. Not shared between threads; the pieces
 * of a `ChunkSource` and its decoder belong to the caller until `close`.
 */
export interface Compression {
  /**
   * Compresses as Java clients do: gzip, snappy in snappy-java's framing, lz4 frames of 64 KiB blocks,
   * zstd. `level` is for gzip (1–9, −1) and zstd (−131072–22), the default where it is undefined; lz4
   * knows one. Throws `UnknownCodecError`.
   */
  compress(codec: number, bytes: Uint8Array, level?: number): Uint8Array
  /**
   * All that `bytes` decompress to, at most `outputBytesMax`. Throws a `CompressionError` and nothing
   * else. A refused bomb costs less than 16 MiB, however large the cap; without reused contexts gzip
   * and zstd cost as much as the cap. A result of codec none aliases `bytes`.
   */
  decompress(
    codec: number,
    bytes: Uint8Array,
    outputBytesMax: number,
    rules?: DecodingRules,
  ): Uint8Array
  /** The same piece by piece; the caller closes the source. Codec none has none. */
  open(codec: number, bytes: Uint8Array, outputBytesMax: number, rules?: DecodingRules): ChunkSource
  /** How it works here, for the log line at start. */
  describe(): CompressionDescription
}

export interface CompressionDescription {
  /** Whether gzip and zstd keep their native contexts from batch to batch. */
  readonly reusesGzipContext: boolean
  readonly reusesZstdContext: boolean
  /** False: lz4 frames are written with stored blocks. */
  readonly compressesLz4: boolean
}

export interface CompressionOptions {
  /** Bytes of `lz4_wasm_bg.wasm` of the package `lz4-wasm`; loading them is the caller's I/O. */
  readonly lz4WasmBytes?: Uint8Array | undefined
  /**
   * Whether native zlib and zstd contexts may be kept through handles that Node does not document:
   * only for Node versions this was tried with. Even then it is tried out before it is used.
   */
  readonly reuseContexts?: boolean | undefined
}

/** Each thread makes its own. */
export function createCompression(options: CompressionOptions = {}): Compression {
  return new Codecs(options)
}

class Codecs implements Compression {
  readonly #pool: DecoderPool
  readonly #scratch: Scratch
  readonly #snappy: SnappyCompressor
  readonly #lz4: Lz4BlockCompressor | undefined

  constructor(options: CompressionOptions) {
    this.#pool = new DecoderPool(options.reuseContexts ?? false)
    this.#scratch = new Scratch()
    this.#snappy = new SnappyCompressor()
    this.#lz4 =
      options.lz4WasmBytes === undefined ? undefined : instantiateLz4(options.lz4WasmBytes)
  }

  compress(codec: number, bytes: Uint8Array, level?: number): Uint8Array {
    switch (codec) {
      case CODEC_NONE:
        return bytes
      case CODEC_GZIP:
        return compressGzip(bytes, level)
      case CODEC_SNAPPY:
        return this.#snappy.compress(bytes)
      case CODEC_LZ4:
        return compressLz4(bytes, this.#lz4)
      case CODEC_ZSTD:
        return compressZstd(bytes, level)
      default:
        throw new UnknownCodecError(codec)
    }
  }

  decompress(
    codec: number,
    bytes: Uint8Array,
    outputBytesMax: number,
    rules?: DecodingRules,
  ): Uint8Array {
    if (codec === CODEC_NONE) return bytes
    return collect(() => this.open(codec, bytes, outputBytesMax, rules))
  }

  open(
    codec: number,
    bytes: Uint8Array,
    outputBytesMax: number,
    rules: DecodingRules = FORMAT_RULES,
  ): ChunkSource {
    switch (codec) {
      case CODEC_GZIP:
        return new GzipSource(bytes, outputBytesMax, this.#pool)
      case CODEC_SNAPPY:
        return new SnappySource(bytes, outputBytesMax, this.#scratch)
      case CODEC_LZ4:
        return new Lz4Source(bytes, outputBytesMax, rules, this.#scratch)
      case CODEC_ZSTD:
        return new ZstdSource(bytes, outputBytesMax, rules, this.#pool)
      default:
        throw new UnknownCodecError(codec)
    }
  }

  describe(): CompressionDescription {
    return {
      reusesGzipContext: this.#pool.isReusing('deflate'),
      reusesZstdContext: this.#pool.isReusing('zstd'),
      compressesLz4: this.#lz4 !== undefined,
    }
  }
}
