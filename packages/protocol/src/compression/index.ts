export {
  CODEC_GZIP,
  CODEC_LZ4,
  CODEC_NONE,
  CODEC_SNAPPY,
  CODEC_ZSTD,
  codecName,
  codecOfName,
  type CodecName,
} from './codec.ts'
export {
  createCompression,
  type Compression,
  type CompressionDescription,
  type CompressionOptions,
} from './compression.ts'
export {
  CompressionError,
  CorruptCompressedDataError,
  DecompressedTooLargeError,
  UnknownCodecError,
} from './errors.ts'
export {
  type DecodingRules,
  FORMAT_RULES,
  KAFKA_RULES,
  MAGIC_0_RULES,
  STORED_RULES,
} from './rules.ts'
export type { ChunkSource } from './source.ts'
