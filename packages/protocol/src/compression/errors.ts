import { BrokerError } from '@samsa/base'
import { codecName } from './codec.ts'

/** All that decompression can fail with. */
export abstract class CompressionError extends BrokerError {}

/** The bytes are not what the codec writes: cut short, changed, or of another codec. */
export class CorruptCompressedDataError extends CompressionError {
  override readonly name = 'CorruptCompressedDataError'
  readonly code = 'COMPRESSION_CORRUPT'

  constructor(codec: number, why: string, options?: ErrorOptions) {
    super(
      `${codecName(codec)} data cannot be decompressed: ${why}. Send it again, compressed anew.`,
      options,
    )
  }
}

/** More output than the caller allows; it was stopped before the memory was taken. */
export class DecompressedTooLargeError extends CompressionError {
  override readonly name = 'DecompressedTooLargeError'
  readonly code = 'COMPRESSION_OUTPUT_TOO_LARGE'
  readonly outputBytesMax: number

  constructor(codec: number, outputBytesMax: number) {
    super(
      `${codecName(codec)} data decompresses to more than ${outputBytesMax} bytes: send smaller batches.`,
    )
    this.outputBytesMax = outputBytesMax
  }
}

/** Codec bits 5 to 7, or no codec where one is needed. */
export class UnknownCodecError extends CompressionError {
  override readonly name = 'UnknownCodecError'
  readonly code = 'COMPRESSION_CODEC_UNKNOWN'

  constructor(codec: number) {
    super(
      `${codec} is no compression codec: use 1 (gzip), 2 (snappy), 3 (lz4) or 4 (zstd), or send uncompressed.`,
    )
  }
}
