import type { BrokerError, LeaderEpoch, Offset, ProducerId, SyncClass, Uuid } from '@samsa/base'
import type { LogConfig } from './config.ts'

/**
 * Who made the batches, which decides what is checked and what is assigned.
 *
 * | origin | offsets and leader epoch | sequence rules | control batches |
 * | --- | --- | --- | --- |
 * | `client` | assigned here | yes | refused before (validation) |
 * | `coordinator` | assigned here | epoch only | allowed |
 * | `raft` | assigned here | none | allowed |
 * | `replication` | kept as they are | none, state is learned | allowed |
 */
export type AppendOrigin = 'client' | 'coordinator' | 'replication' | 'raft'

/** What to append: one batch or several, back to back, already validated. */
export interface AppendEntry {
  readonly origin: AppendOrigin
  /** Patched into every batch, unless the origin is `replication`. */
  readonly leaderEpoch: LeaderEpoch
  /**
   * Whole v2 batches. They belong to the log from `append` until `done`: base offset and leader epoch
   * are patched in place, and nobody else may change or reuse them. The caller keeps the lease.
   */
  readonly bytes: Uint8Array
}

/** What became of an entry. All offsets are −1 when `errorCode` is not 0. */
export interface AppendOutcome {
  /** NONE, KAFKA_STORAGE_ERROR (56), OUT_OF_ORDER_SEQUENCE_NUMBER (45), INVALID_PRODUCER_EPOCH (47), … */
  readonly errorCode: number
  /** Offset of the entry's first record; for a duplicate, that of the first time. */
  readonly baseOffset: Offset
  readonly lastOffset: Offset
  /** −1 with CreateTime; for a duplicate, the batch's max timestamp as it was stored. */
  readonly logAppendTimeMs: number
  readonly logStartOffset: Offset
  /** An idempotent producer sent this batch before; nothing was written. */
  readonly isDuplicate: boolean
}

export type AppendDone = (outcome: AppendOutcome) => void

export interface ReadOptions {
  /** Bytes wanted at most; a first batch that is larger is given whole when `minOneBatch`. */
  readonly maxBytes: number
  /** First offset that must not be given: high watermark, last stable offset or log end offset. */
  readonly upTo: Offset
  /** KIP-74: at least one batch, however large. */
  readonly minOneBatch: boolean
}

/**
 * Whole batches, in order. The first one may begin below the offset asked for (clients skip), the
 * last one ends below `upTo`. `release` once the pieces are written out; exactly once, also when
 * there are none or `errorCode` is set.
 */
export interface LogRead {
  /** NONE, OFFSET_OUT_OF_RANGE (1) or KAFKA_STORAGE_ERROR (56). */
  readonly errorCode: number
  readonly pieces: readonly Uint8Array[]
  readonly sizeBytes: number
  /** Base offset of the first batch; −1 when nothing was read. */
  readonly baseOffset: Offset
  /** Where a sequential reader goes on; the offset asked for when nothing was read. */
  readonly nextOffset: Offset
  readonly logStartOffset: Offset
  readonly logEndOffset: Offset
  release(): void
}

export type ReadDone = (read: LogRead) => void

/** A record found by time. */
export interface TimestampOffset {
  readonly timestamp: number
  readonly offset: Offset
  /** Epoch in which that offset was written; −1 when not known. */
  readonly leaderEpoch: LeaderEpoch
}

/** Answer to OffsetForLeaderEpoch: largest epoch ≤ the one asked for, and where it ends. */
export interface EpochEndOffset {
  /** −1 when the log knows no such epoch. */
  readonly leaderEpoch: LeaderEpoch
  /** First offset of the next epoch, or the log end offset; −1 when not known. */
  readonly endOffset: Offset
}

/** One idempotent producer as the log knows it (DescribeProducers). */
export interface ActiveProducer {
  readonly producerId: ProducerId
  readonly producerEpoch: number
  /** −1 when none. */
  readonly lastSequence: number
  readonly lastTimestamp: number
  /** −1 when none. */
  readonly coordinatorEpoch: number
  /** First offset of its open transaction; −1 when none. */
  readonly currentTransactionFirstOffset: Offset
}

/**
 * Told once per change, after the log's state has changed and before the `done`s of the appends that
 * changed it. May be called inside `append`.
 */
export interface LogListener {
  onEndOffset?(log: PartitionLog): void
  onStartOffset?(log: PartitionLog): void
  /** The directory is lost: from now on every call answers KAFKA_STORAGE_ERROR. */
  onOffline?(log: PartitionLog, error: BrokerError): void
}

/**
 * One partition on disk. Single owner, single queue. Callbacks (`done`) may be called inside the call
 * that was given them, when the work was small enough to be done at once.
 */
export interface PartitionLog {
  readonly topic: string
  readonly partition: number
  /** `topic-partition`. */
  readonly name: string
  readonly topicId: Uuid
  /** Path of the partition's own directory. */
  readonly path: string
  /** `directory.id` of the log directory it lives in. */
  readonly directoryId: Uuid
  readonly config: LogConfig

  readonly logStartOffset: Offset
  readonly logEndOffset: Offset
  /** Everything below it is known to be on the platter. */
  readonly recoveryPoint: Offset
  /** −1 when nothing was ever written. */
  readonly latestLeaderEpoch: LeaderEpoch
  /** Of all segments, `.log` files only. */
  readonly sizeBytes: number
  readonly segmentCount: number
  readonly isOffline: boolean

  /** Bytes given to `append` and not done. */
  readonly appendQueueBytes: number
  /**
   * Appends in order of the calls. False: it was taken, but more than `partitionAppendQueueBytesMax`
   * now waits; read no more from that connection until this `done`.
   */
  append(entry: AppendEntry, done: AppendDone): boolean

  read(startOffset: Offset, options: ReadOptions, done: ReadDone): void

  /** Earliest record with a timestamp ≥ `timestamp` and an offset < `upTo`; null when there is none. */
  offsetForTimestamp(timestamp: number, upTo: Offset): Promise<TimestampOffset | null>
  /** The record with the largest timestamp (ListOffsets −3), the earliest such; null when empty. */
  maxTimestampOffset(): Promise<TimestampOffset | null>
  endOffsetForEpoch(epoch: LeaderEpoch): EpochEndOffset
  /** Epoch in which `offset` was written; −1 when not known. */
  epochForOffset(offset: Offset): LeaderEpoch
  /** A new leader's epoch begins at `startOffset`; the checkpoint file follows. */
  assignEpochStartOffset(epoch: LeaderEpoch, startOffset: Offset): void

  /**
   * Moves the log start offset up to `offset` (never down, never past the end); resolves with it once
   * it is on disk. Whole segments below it go at the next retention tick.
   */
  deleteRecordsBefore(offset: Offset): Promise<Offset>
  /** Drops everything at and above `offset` (a follower's or a raft log's truncation). */
  truncateTo(offset: Offset): Promise<void>
  /** Drops all, and starts again at `offset` (a snapshot was fetched). */
  truncateFullyAndStartAt(offset: Offset): Promise<void>
  /** Closes the active segment and begins a new one at the log end offset; nothing when it is empty. */
  roll(): Promise<void>
  /** Brings all that is appended now to the platter; resolves with the new recovery point. */
  flush(syncClass: SyncClass): Promise<Offset>

  activeProducers(): readonly ActiveProducer[]
  setListener(listener: LogListener | undefined): void
}

/** A log that was opened by itself (`openPartitionLog`), not by a manager. */
export interface OwnedPartitionLog extends PartitionLog {
  /** A clean stop: all synced, producer snapshot taken, files closed. */
  close(): Promise<void>
  /** Lets go of the files as a crash would. */
  abandon(): Promise<void>
}

/** What a clean stop left behind (`.kafka_cleanshutdown`, KIP-966). */
export interface CleanShutdownMarker {
  /** −1 when the marker has none (written by an older release). */
  readonly brokerEpoch: number
}

/** `meta.properties` of a log directory, version 1. */
export interface MetaProperties {
  readonly clusterId: string
  readonly nodeId: number
  readonly directoryId: Uuid
}

/** One log directory as found at start. */
export interface LogDirectory {
  readonly path: string
  readonly meta: MetaProperties
  /** Null after an unclean stop. */
  readonly cleanShutdown: CleanShutdownMarker | null
  readonly isOffline: boolean
}

/** What the node knows and the manager writes down. */
export interface LogSources {
  /** For the clean-shutdown marker; −1 when never registered. */
  brokerEpoch(): number
  /** For `replication-offset-checkpoint`; undefined leaves the partition out. */
  highWatermark(log: PartitionLog): Offset | undefined
}

/**
 * All partitions of one node. Opened in three steps, since the metadata log lives in the same
 * directory and has to be read before the topics' configs are known: `openLogManager` (lock, identity,
 * marker read and deleted), `openMetadataLog`, then `load`.
 */
export interface LogManager {
  readonly directories: readonly LogDirectory[]
  /** High watermarks as they stood in `replication-offset-checkpoint` at start; −1 when not known. */
  checkpointedHighWatermark(topic: string, partition: number): Offset
  /** `__cluster_metadata-0`, in the first directory; not one of `all()`. */
  openMetadataLog(config: LogConfig): Promise<PartitionLog>
  /** Loads every partition found on disk, recovering those that need it. */
  load(configOf: (topic: string) => LogConfig): Promise<void>

  get(topic: string, partition: number): PartitionLog | undefined
  /** Throws `LogTopicIdMismatchError` when a directory of that name belongs to another topic id. */
  getOrCreate(
    topic: string,
    topicId: Uuid,
    partition: number,
    config: LogConfig,
  ): Promise<PartitionLog>
  all(): Iterable<PartitionLog>
  /** Renamed at once to `…-delete`, removed after `file.delete.delay.ms`. */
  delete(topic: string, partition: number): Promise<void>
  updateConfig(topic: string, config: LogConfig): void

  /** Begins the periodic work (retention, checkpoints, flush.ms, producer expiry): one timer in all. */
  start(sources: LogSources): void
  /** One pass now, as the timer does; tests and admin tools. */
  runRetention(): Promise<void>
  writeCheckpoints(): Promise<void>
  /**
   * A clean stop: appends refused, logs flushed, snapshots, checkpoints and last the marker, for each
   * directory that is fully loaded and not offline; then the locks.
   */
  close(): Promise<void>
  /** Lets go without a marker, as a crash would: descriptors and locks only. */
  abandon(): Promise<void>
}
