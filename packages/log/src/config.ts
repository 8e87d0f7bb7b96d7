/**
 * Settings of one partition's log. Names are Kafka's topic configs in camel case; what the log does
 * not use itself (message.format, min.insync.replicas, …) is not here.
 */
export interface LogConfig {
  /** `segment.bytes`: a roll happens before an append would pass it. */
  readonly segmentBytes: number
  /** `segment.ms`: a roll happens when first and newest timestamp are further apart. */
  readonly segmentMs: number
  /** `segment.index.bytes`: room of one index file. */
  readonly segmentIndexBytes: number
  /** `index.interval.bytes`: log bytes between two index entries. */
  readonly indexIntervalBytes: number
  /** `retention.ms`; −1 for ever. */
  readonly retentionMs: number
  /** `retention.bytes`; −1 without bound. */
  readonly retentionBytes: number
  /** `cleanup.policy`. Compaction itself is not built yet: such logs keep everything. */
  readonly isDeleted: boolean
  readonly isCompacted: boolean
  /** `flush.messages`: a sync at least each so many records. */
  readonly flushMessages: number
  /** `flush.ms`: a sync at most so long after a write. */
  readonly flushMs: number
  /** `file.delete.delay.ms`: between the rename to `.deleted` and the removal. */
  readonly fileDeleteDelayMs: number
  /** `producer.id.expiration.ms` of the broker. */
  readonly producerIdExpirationMs: number
}

/** Apache Kafka 4.3.1's defaults. */
export const defaultLogConfig: LogConfig = {
  segmentBytes: 1_073_741_824,
  segmentMs: 604_800_000,
  segmentIndexBytes: 10_485_760,
  indexIntervalBytes: 4096,
  retentionMs: 604_800_000,
  retentionBytes: -1,
  isDeleted: true,
  isCompacted: false,
  flushMessages: Number.MAX_SAFE_INTEGER,
  flushMs: Number.MAX_SAFE_INTEGER,
  fileDeleteDelayMs: 60_000,
  producerIdExpirationMs: 86_400_000,
}
