import {
  type BrokerError,
  type LeaderEpoch,
  offset,
  type Offset,
  type SyncClass,
  type Uuid,
} from '@samsa/base'
import type { LogConfig } from '../config.ts'
import type { LogEnvironment } from '../environment.ts'
import { encodeProducerSnapshot } from '../producer/snapshot-format.ts'
import { rebuildIndexes } from '../recovery/recover-segment.ts'
import type {
  ActiveProducer,
  AppendDone,
  AppendEntry,
  EpochEndOffset,
  LogListener,
  PartitionLog,
  ReadDone,
  ReadOptions,
  TimestampOffset,
} from '../types.ts'
import { Appender, type AppendHost } from './appender.ts'
import { segmentsBelow } from './delete-segments.ts'
import type { DirectoryMember } from './directory-state.ts'
import { Flusher } from './flusher.ts'
import { type LoadedLog, LogCore, type LogIdentity } from './log-core.ts'
import { findMaxTimestamp, findOffsetForTimestamp } from './timestamp-lookup.ts'
import { Reader } from './reader.ts'
import { countDeletable, dropFirstSegments } from './retention.ts'
import { rollSegment } from './roll.ts'
import { verifyTimeIndex } from './segment-readiness.ts'
import type { Segment } from '../segment/segment.ts'
import { Serial } from './serial.ts'
import { syncIndexes } from './sync-files.ts'
import { restartLog, truncateLog } from './truncate.ts'

/** `flush.ms` from here on means never: the timer could not be set so far ahead. */
const FLUSH_NEVER_MS = 31_536_000_000

/** What a log asks of whoever opened it. */
export interface LogOwner {
  /** `deleteRecordsBefore` waits for it; resolves once the start offset is on the platter. */
  checkpointStartOffset(log: Log): Promise<void>
  /** The recovery point went down: what a start goes by must not stay above it. */
  checkpointRecoveryPoint(log: Log): Promise<void>
  /** Its files are closed. */
  onLogClosed?(log: Log): void
}

/**
 * A partition's log: the parts around one `LogCore`. Two kinds of exclusion: the append queue
 * (`Appender.exclusive`), taken first, and the serial for work on closed segments and syncs.
 */
export class Log implements PartitionLog, AppendHost, DirectoryMember {
  readonly core: LogCore
  readonly #owner: LogOwner
  readonly #appender: Appender
  readonly #reader: Reader
  readonly #serial: Serial
  readonly #flusher: Flusher
  #listener: LogListener | undefined
  #isFlushScheduled: boolean

  constructor(
    environment: LogEnvironment,
    identity: LogIdentity,
    config: LogConfig,
    loaded: LoadedLog,
    owner: LogOwner,
  ) {
    this.core = new LogCore(environment, identity, config, loaded)
    this.#owner = owner
    this.#serial = new Serial()
    this.#flusher = new Flusher(this.core, this.#serial)
    this.#appender = new Appender(this)
    this.#reader = new Reader(this.core)
    this.#listener = undefined
    this.#isFlushScheduled = false
    this.core.verifier = (segment) => this.#alone(segment, verifyTimeIndex)
    this.core.rebuilder = (segment) => this.#alone(segment, rebuildIndexes)
    identity.directory.join(this)
  }

  get topic(): string {
    return this.core.identity.topic
  }

  get partition(): number {
    return this.core.identity.partition
  }

  get name(): string {
    return this.core.identity.name
  }

  get topicId(): Uuid {
    return this.core.identity.topicId
  }

  get path(): string {
    return this.core.identity.path
  }

  get directoryId(): Uuid {
    return this.core.identity.directory.id
  }

  get config(): LogConfig {
    return this.core.config
  }

  get logStartOffset(): Offset {
    return this.core.logStartOffset
  }

  get logEndOffset(): Offset {
    return this.core.logEndOffset
  }

  get recoveryPoint(): Offset {
    return this.core.recoveryPoint
  }

  get latestLeaderEpoch(): LeaderEpoch {
    return this.core.latestLeaderEpoch
  }

  get sizeBytes(): number {
    return this.core.sizeBytes
  }

  get segmentCount(): number {
    return this.core.segments.length
  }

  get isOffline(): boolean {
    return this.core.isOffline
  }

  get appendQueueBytes(): number {
    return this.#appender.queueBytes
  }

  append(entry: AppendEntry, done: AppendDone): boolean {
    return this.#appender.append(entry, done)
  }

  read(startOffset: Offset, options: ReadOptions, done: ReadDone): void {
    this.#reader.read(startOffset, options, done)
  }

  async offsetForTimestamp(timestamp: number, upTo: Offset): Promise<TimestampOffset | null> {
    this.core.ensureOnline()
    return findOffsetForTimestamp(this.core, timestamp, upTo)
  }

  async maxTimestampOffset(): Promise<TimestampOffset | null> {
    this.core.ensureOnline()
    return findMaxTimestamp(this.core)
  }

  /** Work on a segment's indexes, with nothing else at work on it. */
  #alone(
    segment: Segment,
    work: (environment: LogEnvironment, segment: Segment, config: LogConfig) => Promise<void>,
  ): Promise<void> {
    const { environment, config } = this.core
    const run = (): Promise<void> => this.#serial.run(() => work(environment, segment, config))
    return segment === this.core.segment ? this.#appender.exclusive(run) : run()
  }

  endOffsetForEpoch(epoch: LeaderEpoch): EpochEndOffset {
    return this.core.epochs.endOffsetFor(epoch, this.core.logEndOffset)
  }

  epochForOffset(at: Offset): LeaderEpoch {
    return this.core.epochs.epochFor(at)
  }

  assignEpochStartOffset(epoch: LeaderEpoch, startOffset: Offset): void {
    this.core.epochs.assign(epoch, startOffset)
  }

  async deleteRecordsBefore(at: Offset): Promise<Offset> {
    const { core } = this
    core.ensureOnline()
    const startOffset = offset(Math.min(at, core.logEndOffset))
    if (startOffset > core.logStartOffset) {
      core.logStartOffset = startOffset
      core.epochs.truncateFromStart(startOffset)
      this.#listener?.onStartOffset?.(this)
    }
    await this.#owner.checkpointStartOffset(this)
    return core.logStartOffset
  }

  truncateTo(at: Offset): Promise<void> {
    return this.#exclusive('truncation', () => truncateLog(this.core, at))
  }

  truncateFullyAndStartAt(at: Offset): Promise<void> {
    return this.#exclusive('truncation', () => restartLog(this.core, at))
  }

  /** A failure half way takes the directory offline. */
  #exclusive(what: string, work: () => Promise<void>): Promise<void> {
    return this.#appender.exclusive(() =>
      this.#serial.run(async () => {
        this.core.ensureOnline()
        const { recoveryPoint } = this.core
        try {
          await work()
          if (this.core.recoveryPoint < recoveryPoint) {
            await this.#owner.checkpointRecoveryPoint(this)
          }
        } catch (error) {
          throw this.core.fail(what, error)
        }
      }),
    )
  }

  /** Called by the append queue, which it belongs to. */
  rollNow(): Promise<void> {
    return this.#rolled()
  }

  roll(): Promise<void> {
    return this.#appender.exclusive(() => this.#rolled())
  }

  async #rolled(): Promise<void> {
    this.core.ensureOnline()
    await rollSegment(this.core)
    this.#flushInBackground()
  }

  flush(syncClass: SyncClass): Promise<Offset> {
    return this.#flusher.flush(syncClass)
  }

  /** Its failure has taken the directory offline, which is how it is told. */
  #flushInBackground(): void {
    this.#flusher.flush('flush').catch(() => undefined)
  }

  activeProducers(): readonly ActiveProducer[] {
    return this.core.producerState.list()
  }

  setListener(listener: LogListener | undefined): void {
    this.#listener = listener
  }

  onAppended(): void {
    if (this.core.config.flushMs < FLUSH_NEVER_MS) this.#scheduleFlush()
    this.#listener?.onEndOffset?.(this)
  }

  /** `flush.ms`: the first append after a sync starts the time. */
  #scheduleFlush(): void {
    if (this.#isFlushScheduled) return
    this.#isFlushScheduled = true
    const { clock, wheel } = this.core.environment
    wheel.schedule(clock.monotonicMs() + this.core.config.flushMs, () => {
      this.#isFlushScheduled = false
      if (!this.core.isOffline) this.#flushInBackground()
    })
  }

  onDirectoryFailed(error: BrokerError): void {
    this.#listener?.onOffline?.(this, error)
  }

  setConfig(config: LogConfig): void {
    this.core.setConfig(config)
  }

  /** One pass of retention. Rejects with the failure that took the directory offline. */
  async applyRetention(highWatermark: Offset, nowMs: number): Promise<void> {
    const { core } = this
    if (core.isOffline) return
    await this.#serial.run(async () => {
      try {
        const count = await countDeletable(core, highWatermark, nowMs)
        if (count < core.segments.length) return await this.#drop(count)
      } catch (error) {
        throw core.fail('retention', error)
      }
      return undefined
    })
    if (await this.#isWhollyDeletable(highWatermark, nowMs)) {
      await this.roll()
      await this.applyRetention(highWatermark, nowMs)
    }
  }

  async #isWhollyDeletable(highWatermark: Offset, nowMs: number): Promise<boolean> {
    const { core } = this
    if (core.isOffline || highWatermark < core.logEndOffset) return false
    const count = await this.#serial.run(() => countDeletable(core, highWatermark, nowMs))
    return count > 0 && count === core.segments.length
  }

  async #drop(count: number): Promise<void> {
    const { core } = this
    if (count === 0) return
    const before = core.logStartOffset
    await dropFirstSegments(core, count)
    if (core.logStartOffset > before) this.#listener?.onStartOffset?.(this)
  }

  /** Segments below the log start offset, which DeleteRecords left. */
  get hasSegmentsBelowStart(): boolean {
    return segmentsBelow(this.core, this.core.logStartOffset) > 0
  }

  removeExpiredProducers(nowMs: number): void {
    const { producerState, config } = this.core
    producerState.removeExpired(nowMs, config.producerIdExpirationMs)
  }

  /** All on the platter, indexes and snapshot complete: what a clean start relies on. */
  async close(): Promise<void> {
    await this.#appender.exclusive(() =>
      this.#serial.run(async () => {
        const { core } = this
        core.ensureOnline()
        const { producerState, environment, pendingSnapshots } = core
        if (producerState.needsSnapshot) {
          const { producers, endOffset } = producerState
          const bytes = encodeProducerSnapshot(producers.values(), environment.checksum)
          pendingSnapshots.push({ at: endOffset, bytes })
          producerState.snapshotOffset = endOffset
        }
        await this.#flusher.flushNow('flush')
        await this.#closeActive()
        core.isClosed = true
      }),
    )
    await this.abandon()
  }

  async #closeActive(): Promise<void> {
    const { segment } = this.core
    if (!segment.isIndexLoaded) return
    try {
      segment.completeTimeIndex()
      await syncIndexes(this.core.environment, segment)
    } catch (error) {
      throw this.core.fail('close', error)
    }
  }

  /** Refuses all from now on and lets go of the files; what is under way ends first. */
  async retire(): Promise<void> {
    await this.#appender.exclusive(() =>
      this.#serial.run(async () => {
        this.core.isClosed = true
      }),
    )
    await this.abandon()
  }

  /** Lets go of the files, whatever state they are in. */
  async abandon(): Promise<void> {
    const { core } = this
    core.isClosed = true
    await this.#serial.idle()
    core.identity.directory.leave(this)
    core.tailChunks.clear()
    for (const segment of core.segments.all) await segment.close()
    this.#owner.onLogClosed?.(this)
  }
}
