import { DecompressedTooLargeError } from './errors.ts'

/**
 * Decompressed data, piece by piece: `chunk[0, length)` holds one after each `advance` that answers
 * true, and only until the next. So a walk over gigabytes holds one piece. `advance` throws
 * `CorruptCompressedDataError` where the data goes wrong (pieces before it are good) and
 * `DecompressedTooLargeError` before a piece that would pass the cap.
 */
export abstract class ChunkSource {
  chunk: Uint8Array
  length: number
  /** Output so far. */
  producedBytes: number
  readonly codec: number
  readonly outputBytesMax: number

  constructor(codec: number, outputBytesMax: number) {
    this.chunk = NO_BYTES
    this.length = 0
    this.producedBytes = 0
    this.codec = codec
    this.outputBytesMax = outputBytesMax
  }

  /** False at the end of the data. Pieces are never empty. */
  abstract advance(): boolean

  /** Gives borrowed decoders back; to be called once, also after an error. */
  abstract close(): void

  /** Counts a piece against the cap. */
  protected produce(chunk: Uint8Array, length: number): void {
    this.reserve(length)
    this.producedBytes += length
    this.chunk = chunk
    this.length = length
  }

  /** Throws when so many bytes more would pass the cap; nothing is allocated before. */
  protected reserve(bytes: number): void {
    if (bytes > this.outputBytesMax - this.producedBytes) {
      throw new DecompressedTooLargeError(this.codec, this.outputBytesMax)
    }
  }
}

const NO_BYTES = new Uint8Array(0)

/** A piece of output of gzip and zstd: the largest block of zstd. */
export const CHUNK_BYTES = 131_072

/** Up to here a collected output is kept while its end is not known. */
const COLLECTED_BYTES_MAX = 4_194_304

/**
 * All output as one array. Beyond 4 MiB the output is first measured and then made again into an
 * array of its exact size: what passes the cap never costs more memory than those 4 MiB.
 */
export function collect(open: () => ChunkSource): Uint8Array {
  const source = open()
  let totalBytes: number
  try {
    if (!source.advance()) return NO_BYTES
    const first = copyOfPiece(source)
    if (!source.advance()) return first
    const pieces = [first]
    let keptBytes = first.length
    do {
      if (keptBytes + source.length > COLLECTED_BYTES_MAX) pieces.length = 0
      if (pieces.length > 0) pieces.push(copyOfPiece(source))
      keptBytes += source.length
    } while (source.advance())
    if (pieces.length > 0) return concatenated(pieces, keptBytes)
    totalBytes = source.producedBytes
  } finally {
    source.close()
  }
  return collectExactly(open(), totalBytes)
}

/** A copy always: `slice` of a `Buffer` is none. */
function copyOfPiece({ chunk, length }: ChunkSource): Uint8Array {
  return new Uint8Array(chunk.subarray(0, length))
}

function collectExactly(source: ChunkSource, totalBytes: number): Uint8Array {
  const output = new Uint8Array(totalBytes)
  let at = 0
  try {
    while (source.advance()) {
      output.set(source.chunk.subarray(0, source.length), at)
      at += source.length
    }
  } finally {
    source.close()
  }
  return output
}

/** The pieces as one array. */
export function concatenated(pieces: readonly Uint8Array[], sizeBytes: number): Uint8Array {
  const whole = new Uint8Array(sizeBytes)
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}
