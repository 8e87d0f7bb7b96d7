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
export { LZ4_FRAME_RULES, LZ4_KAFKA_RULES, LZ4_MAGIC_0_RULES, type Lz4Rules } from './lz4-frame.ts'
export type { ChunkSource } from './source.ts'
