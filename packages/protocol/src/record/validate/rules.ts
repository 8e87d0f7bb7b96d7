import { CREATE_TIME, type TimestampType } from '../layout.ts'
import { DECOMPRESSED_BYTES_MAX } from '../read.ts'

/** `compression.type=producer`: batches stay as they come. */
export const CODEC_OF_PRODUCER = -1

/**
 * What decides about a Produce request's batch; plain data, made once per topic and version. Names in
 * brackets are Kafka's topic configs.
 */
export interface AppendRules {
  /** `topic-partition`, for messages. */
  readonly partitionName: string
  /** Version of the Produce request: zstd needs 7. */
  readonly apiVersion: number
  /** [`max.message.bytes`], of the whole batch as it is compressed. */
  readonly messageBytesMax: number
  /** [`segment.bytes`]: no batch may be larger. */
  readonly segmentBytes: number
  /** [`cleanup.policy`] holds `compact`: every record needs a key. */
  readonly isCompacted: boolean
  /** [`message.timestamp.type`] */
  readonly timestampType: TimestampType
  /** [`message.timestamp.before.max.ms`] */
  readonly timestampBeforeMaxMs: number
  /** [`message.timestamp.after.max.ms`] */
  readonly timestampAfterMaxMs: number
  /** [`compression.type`]: a codec, or `CODEC_OF_PRODUCER`. */
  readonly targetCodec: number
  /** [`compression.gzip.level`, `compression.zstd.level`], of the target codec. */
  readonly compressionLevel: number | undefined
  /** What a batch may decompress to; MESSAGE_TOO_LARGE beyond. Not in Apache Kafka. */
  readonly decompressedBytesMax: number
}

/** Apache Kafka 4.3.1's defaults. */
export const DEFAULT_APPEND_RULES: AppendRules = Object.freeze({
  partitionName: '',
  apiVersion: 13,
  messageBytesMax: 1_048_588,
  segmentBytes: 1_073_741_824,
  isCompacted: false,
  timestampType: CREATE_TIME,
  timestampBeforeMaxMs: Number.MAX_SAFE_INTEGER,
  timestampAfterMaxMs: 3_600_000,
  targetCodec: CODEC_OF_PRODUCER,
  compressionLevel: undefined,
  decompressedBytesMax: DECOMPRESSED_BYTES_MAX,
})
