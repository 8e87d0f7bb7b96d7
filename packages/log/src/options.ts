import type { Doors, Logger, MemoryPool, Metrics, Wheel } from '@samsa/base'
import type { Checksum, Compression } from '@samsa/protocol'

/** Bounds of the log's work, with their defaults in `defaultLogLimits`. */
export interface LogLimits {
  /** One write to a partition takes at most so many bytes and entries of its queue. */
  readonly appendGroupBytesMax: number
  readonly appendGroupPiecesMax: number
  /** Beyond it `append` says false. */
  readonly partitionAppendQueueBytesMax: number
  /** Groups up to this size are written synchronously, unless that has been slow lately. */
  readonly writeNowBytesMax: number
  /** Reads up to this size are synchronous, unless that has been slow lately. */
  readonly readNowBytesMax: number
  /** Memory of the node's tail cache; 0 switches it off. */
  readonly tailCacheBytesMax: number
  /** A partition that nobody has read at its end for so long is not cached. */
  readonly tailCacheIdleMsMax: number
  /** Pages of index files kept in memory, for the node. */
  readonly indexCacheBytesMax: number
  /** Files of segments and indexes open at once, for the node. */
  readonly openFilesMax: number
  /** Partitions loaded side by side at start. */
  readonly loadConcurrencyMax: number
}

export const defaultLogLimits: LogLimits = {
  appendGroupBytesMax: 1_048_576,
  appendGroupPiecesMax: 1024,
  partitionAppendQueueBytesMax: 4_194_304,
  writeNowBytesMax: 262_144,
  readNowBytesMax: 1_048_576,
  tailCacheBytesMax: 33_554_432,
  tailCacheIdleMsMax: 10_000,
  indexCacheBytesMax: 16_777_216,
  openFilesMax: 8192,
  loadConcurrencyMax: 16,
}

/** How often the manager's one timer does what; Kafka's broker configs. */
export interface LogIntervals {
  /** `log.retention.check.interval.ms` */
  readonly retentionCheckMs: number
  /** `log.flush.offset.checkpoint.interval.ms` */
  readonly recoveryPointCheckpointMs: number
  /** `log.flush.start.offset.checkpoint.interval.ms` */
  readonly startOffsetCheckpointMs: number
  /** `replica.high.watermark.checkpoint.interval.ms` */
  readonly highWatermarkCheckpointMs: number
  /** `producer.id.expiration.check.interval.ms` */
  readonly producerExpiryCheckMs: number
}

export const defaultLogIntervals: LogIntervals = {
  retentionCheckMs: 300_000,
  recoveryPointCheckpointMs: 60_000,
  startOffsetCheckpointMs: 60_000,
  highWatermarkCheckpointMs: 5000,
  producerExpiryCheckMs: 600_000,
}

/** What every log of a node shares. */
export interface LogDependencies {
  readonly doors: Doors
  /** Where buffers for reads come from. */
  readonly memory: MemoryPool
  readonly checksum: Checksum
  /** For look-ups by time in compressed batches. */
  readonly compression: Compression
  readonly logger: Logger
  readonly metrics: Metrics
  readonly limits?: Partial<LogLimits>
  /** The node's timeouts; where absent the logs have a wheel of their own. */
  readonly wheel?: Wheel
}

export interface LogManagerOptions extends LogDependencies {
  /** `log.dirs`. All of them are locked and read; new partitions go to the first that is online. */
  readonly directories: readonly string[]
  /** Checked against `meta.properties`: a directory of another cluster or node is refused. */
  readonly clusterId: string
  readonly nodeId: number
  readonly intervals?: Partial<LogIntervals>
}
