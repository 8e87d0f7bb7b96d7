import type { LogIntervals, LogLimits } from '@samsa/log'
import type { FrameBudgetLimits } from '../net/frame-memory.ts'
import type { NetLimits } from '../net/net-limits.ts'
import type { NodeConfig } from './node-config.ts'

/** Bounds of the network side, from the keys that stand in its comments. */
export function netLimitsOf(config: NodeConfig): NetLimits {
  const idleMs = config.number('connections.max.idle.ms')
  return {
    frameBytesMax: config.number('socket.request.max.bytes'),
    connectionInFlightMax: config.number('samsa.connection.in.flight.max'),
    connectionUnsentBytesMax: config.number('samsa.connection.unsent.bytes.max'),
    connectionIdleMsMax: idleMs < 0 ? Number.MAX_SAFE_INTEGER : idleMs,
    frameMsMax: config.number('samsa.frame.deadline.ms'),
    backlogMax: config.number('socket.listen.backlog.size'),
  }
}

/**
 * Memory for requests. Where nobody has set it, there is room for two of the largest requests, since
 * a request that grows needs its old and its new place at once.
 */
export function frameBudgetOf(config: NodeConfig): FrameBudgetLimits {
  const key = 'samsa.request.memory.bytes.max'
  const bytes = config.number(key)
  const needed = 2 * config.number('socket.request.max.bytes')
  return {
    largeFramesBytesMax: config.startup.given.has(key) ? bytes : Math.max(bytes, needed),
    smallFramesBytesMax: config.number('samsa.small.request.memory.bytes.max'),
  }
}

/** Bounds of the log's work that have a key; the others stay at its own defaults. */
export function logLimitsOf(config: NodeConfig): Partial<LogLimits> {
  return {
    appendGroupBytesMax: config.number('samsa.append.group.bytes.max'),
    partitionAppendQueueBytesMax: config.number('samsa.partition.append.queue.bytes.max'),
    writeNowBytesMax: config.number('samsa.append.sync.bytes.max'),
    tailCacheBytesMax: config.number('samsa.tail.cache.bytes'),
    tailCacheIdleMsMax: config.number('samsa.tail.cache.idle.ms'),
    indexCacheBytesMax: config.number('samsa.index.cache.bytes.max'),
    openFilesMax: config.number('samsa.open.files.max'),
  }
}

/** How often the log's timer does what. */
export function logIntervalsOf(config: NodeConfig): LogIntervals {
  return {
    retentionCheckMs: config.number('log.retention.check.interval.ms'),
    recoveryPointCheckpointMs: config.number('log.flush.offset.checkpoint.interval.ms'),
    startOffsetCheckpointMs: config.number('log.flush.start.offset.checkpoint.interval.ms'),
    highWatermarkCheckpointMs: config.number('replica.high.watermark.checkpoint.interval.ms'),
    producerExpiryCheckMs: config.number('producer.id.expiration.check.interval.ms'),
  }
}
