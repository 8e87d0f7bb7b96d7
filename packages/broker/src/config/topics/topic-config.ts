import type { LogConfig } from '@samsa/log'

/** `compression.type`. */
export type CompressionSetting = 'producer' | 'uncompressed' | 'gzip' | 'snappy' | 'lz4' | 'zstd'

/** What holds for a topic, its own settings and those it inherits; read once, immutable. */
export interface TopicConfig {
  readonly log: LogConfig
  /** `max.message.bytes`: largest batch as it arrives. */
  readonly maxMessageBytes: number
  readonly compressionType: CompressionSetting
  /** Effort for that codec; null where it has none or where the codec decides. */
  readonly compressionLevel: number | null
  readonly timestampType: 'CreateTime' | 'LogAppendTime'
  /** `message.timestamp.before.max.ms`, at most 2^53−1. */
  readonly timestampBeforeMaxMs: number
  /** `message.timestamp.after.max.ms`, at most 2^53−1. */
  readonly timestampAfterMaxMs: number
  readonly isCompacted: boolean
  readonly minInsyncReplicas: number
  readonly uncleanLeaderElectionEnabled: boolean
}

/** The configs of all topics. The same object comes back until something about it changes. */
export interface TopicConfigs {
  /** Topics that set nothing themselves share one object. */
  of(topic: string): TopicConfig
  /**
   * Calls `listener` after a topic's config has changed, or those of all topics (`topic` null, when
   * broker values changed that they inherit). The returned function ends that.
   */
  subscribe(listener: (topic: string | null) => void): () => void
}
