import {
  PlainDecoder,
  ReusedDecoder,
  worksHere,
  type ZlibDecoder,
  type ZlibFormat,
} from './zlib-decoder.ts'

/** Lends zlib decoders; keeps one of each format for the next batch where contexts may be reused. */
export class DecoderPool {
  readonly #reuses: Record<ZlibFormat, boolean | undefined>
  readonly #idle: Record<ZlibFormat, ReusedDecoder | undefined>

  constructor(reuseContexts: boolean) {
    const reuses = reuseContexts ? undefined : false
    this.#reuses = { deflate: reuses, zstd: reuses }
    this.#idle = { deflate: undefined, zstd: undefined }
  }

  take(format: ZlibFormat): ZlibDecoder {
    const reuses = (this.#reuses[format] ??= worksHere(format))
    if (!reuses) return new PlainDecoder(format)
    const idle = this.#idle[format]
    this.#idle[format] = undefined
    return idle ?? new ReusedDecoder(format)
  }

  /** Only a decoder that has not failed: zlib's contexts do not recover. */
  giveBack(format: ZlibFormat, decoder: ZlibDecoder): void {
    if (!(decoder instanceof ReusedDecoder)) return
    decoder.forget()
    this.#idle[format]?.close()
    this.#idle[format] = decoder
  }

  /** For metrics and tests. */
  isReusing(format: ZlibFormat): boolean {
    return (this.#reuses[format] ??= worksHere(format))
  }
}
