import type { BrokerError, LeaderEpoch, Offset, ProducerId, Uuid } from '@samsa/base'
import { TailChunks } from '../cache/tail-chunks.ts'
import type { LogConfig } from '../config.ts'
import type { LogEnvironment } from '../environment.ts'
import type { LeaderEpochCache } from '../epoch/leader-epoch-cache.ts'
import { LogOfflineError } from '../errors.ts'
import type { ProducerEntry } from '../producer/producer-entry.ts'
import type { ProducerState } from '../producer/producer-state.ts'
import type { ProducerSnapshots } from '../producer/snapshots.ts'
import type { SegmentList } from '../segment/list.ts'
import type { Segment } from '../segment/segment.ts'
import type { AppendBounds, AppendState } from './append-state.ts'
import type { DirectoryState } from './directory-state.ts'
import { ReadHints } from './read-hints.ts'

/** Which partition, and where it lives. */
export interface LogIdentity {
  readonly topic: string
  readonly partition: number
  readonly name: string
  /** Zero while a crash has left the directory without one. */
  topicId: Uuid
  readonly path: string
  readonly directory: DirectoryState
}

/** What loading found. */
export interface LoadedLog {
  readonly segments: SegmentList
  readonly epochs: LeaderEpochCache
  readonly producers: ProducerState
  readonly snapshots: ProducerSnapshots
  readonly pendingSnapshots: readonly PendingSnapshot[]
  /** Files may have changed: all of it has to be synced once more. */
  readonly isRecovered: boolean
  readonly logStartOffset: Offset
  readonly logEndOffset: Offset
  readonly recoveryPoint: Offset
}

/** A snapshot that a roll took and no flush has written yet. */
export interface PendingSnapshot {
  readonly at: Offset
  readonly bytes: Uint8Array
}

/**
 * State of one partition's log, shared by the parts that work on it (appender, reader, flusher, …).
 * Changes only in synchronous stretches: after an append's write has resolved, and in the steps of
 * exclusive work (roll, truncation).
 */
export class LogCore implements AppendState {
  readonly environment: LogEnvironment
  readonly identity: LogIdentity
  config: LogConfig
  bounds: AppendBounds
  readonly segments: SegmentList
  readonly epochs: LeaderEpochCache
  readonly producerState: ProducerState
  readonly snapshots: ProducerSnapshots
  logStartOffset: Offset
  logEndOffset: Offset
  recoveryPoint: Offset
  /** Of all segments. */
  sizeBytes: number
  readonly tailChunks: TailChunks
  /** Monotonic; when somebody last read at the log's end. */
  lastTailReadMs: number
  readonly hints: ReadHints
  pendingSnapshots: PendingSnapshot[]
  /** Files were made or renamed since the directory was last synced. */
  isDirectoryDirty: boolean
  lastFlushMs: number
  isClosed: boolean
  /** Makes a segment's time index trustworthy, waiting for other work on it. Set by the log. */
  verifier: (segment: Segment) => Promise<void>
  /** Makes a segment's indexes again from its log, likewise. */
  rebuilder: (segment: Segment) => Promise<void>
  /** Grows when offsets are given up: what was read before may have been replaced. */
  truncations: number

  constructor(
    environment: LogEnvironment,
    identity: LogIdentity,
    config: LogConfig,
    loaded: LoadedLog,
  ) {
    this.environment = environment
    this.identity = identity
    this.config = config
    this.bounds = boundsOf(config, environment)
    this.segments = loaded.segments
    this.epochs = loaded.epochs
    this.producerState = loaded.producers
    this.snapshots = loaded.snapshots
    this.logStartOffset = loaded.logStartOffset
    this.logEndOffset = loaded.logEndOffset
    this.recoveryPoint = loaded.recoveryPoint
    this.sizeBytes = loaded.segments.sizeBytes
    this.tailChunks = new TailChunks()
    this.lastTailReadMs = Number.NEGATIVE_INFINITY
    this.hints = new ReadHints()
    this.pendingSnapshots = [...loaded.pendingSnapshots]
    this.isDirectoryDirty = loaded.isRecovered
    this.lastFlushMs = environment.clock.wallMs()
    this.isClosed = false
    this.verifier = () => Promise.resolve()
    this.rebuilder = () => Promise.resolve()
    this.truncations = 0
  }

  get segment(): Segment {
    return this.segments.active
  }

  get latestLeaderEpoch(): LeaderEpoch {
    return this.epochs.latestEpoch
  }

  get producers(): ReadonlyMap<ProducerId, ProducerEntry> {
    return this.producerState.producers
  }

  get isOffline(): boolean {
    return this.isClosed || this.identity.directory.isOffline
  }

  /** Forgets where batches lie: positions or offsets are about to change. */
  forgetPositions(): void {
    this.truncations += 1
    this.hints.clear()
    this.tailChunks.clear()
  }

  setConfig(config: LogConfig): void {
    this.config = config
    this.bounds = boundsOf(config, this.environment)
  }

  /** Takes the whole directory offline. */
  fail(what: string, cause: unknown): BrokerError {
    const { name, directory } = this.identity
    const error = new LogOfflineError(name, `${what} failed (${(cause as Error).message})`, {
      cause,
    })
    this.environment.logger.log('error', 'log directory goes offline', {
      partition: name,
      directory: directory.path,
      error,
    })
    directory.fail(error)
    return directory.failure ?? error
  }

  /** Throws `LogOfflineError` when the log cannot be worked on. */
  ensureOnline(): void {
    const { name, directory } = this.identity
    if (directory.failure !== undefined) throw directory.failure
    if (this.isClosed) throw new LogOfflineError(name, 'it is closed')
  }
}

function boundsOf(config: LogConfig, environment: LogEnvironment): AppendBounds {
  const { limits } = environment
  return {
    segmentBytes: config.segmentBytes,
    segmentMs: config.segmentMs,
    indexIntervalBytes: config.indexIntervalBytes,
    groupBytesMax: limits.appendGroupBytesMax,
    groupPiecesMax: limits.appendGroupPiecesMax,
  }
}
