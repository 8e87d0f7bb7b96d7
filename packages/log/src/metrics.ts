import type { Counter, Histogram, Metrics } from '@samsa/base'

/** What the log counts, for the node as a whole. */
export class LogMetrics {
  readonly appendedBytes: Counter
  readonly appendGroups: Counter
  readonly appendedBatches: Counter
  readonly readBytes: Counter
  readonly readTailCacheBytes: Counter
  readonly recoveredBytes: Counter
  readonly truncatedBytes: Counter
  readonly flushMs: Histogram

  constructor(metrics: Metrics) {
    this.appendedBytes = metrics.counter('samsa_log_appended_bytes')
    this.appendGroups = metrics.counter('samsa_log_append_groups')
    this.appendedBatches = metrics.counter('samsa_log_appended_batches')
    this.readBytes = metrics.counter('samsa_log_read_bytes')
    this.readTailCacheBytes = metrics.counter('samsa_log_tail_cache_read_bytes')
    this.recoveredBytes = metrics.counter('samsa_log_recovered_bytes')
    this.truncatedBytes = metrics.counter('samsa_log_recovery_truncated_bytes')
    this.flushMs = metrics.histogram('samsa_log_flush_ms')
  }
}
