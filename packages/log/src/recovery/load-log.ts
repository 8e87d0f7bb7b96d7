import { offset, type Offset } from '@samsa/base'
import { readLeaderEpochs } from '../checkpoint/leader-epoch-checkpoint.ts'
import type { LogConfig } from '../config.ts'
import type { LogEnvironment } from '../environment.ts'
import { LeaderEpochCache } from '../epoch/leader-epoch-cache.ts'
import { LogFileFormatError } from '../errors.ts'
import { unlinkIfThere } from '../files/atomic-file.ts'
import {
  INDEX_SUFFIX,
  LEADER_EPOCH_FILE,
  LOG_SUFFIX,
  offsetFileName,
  offsetOfFileName,
  TRANSACTION_INDEX_SUFFIX,
} from '../files/names.ts'
import type { LoadedLog, PendingSnapshot } from '../partition/log-core.ts'
import { makeReadable } from '../partition/segment-readiness.ts'
import { encodeProducerSnapshot } from '../producer/snapshot-format.ts'
import { ProducerState } from '../producer/producer-state.ts'
import { ProducerSnapshots } from '../producer/snapshots.ts'
import { SegmentList } from '../segment/list.ts'
import { cursorFrom } from '../segment/locate.ts'
import { Segment } from '../segment/segment.ts'
import { rebuildIndexes, recoverSegment } from './recover-segment.ts'
import { replayProducers } from './replay-producers.ts'
import { tidyDirectory } from './tidy-directory.ts'

/** What the checkpoints say about a partition that is being loaded. */
export interface LoadHints {
  /** The partition's directory is known to be there. */
  readonly isPresent: boolean
  /** The directory's clean-shutdown marker was there. */
  readonly isCleanStop: boolean
  /** 0 when not known. */
  readonly recoveryPoint: Offset
  /** 0 when not known. */
  readonly logStartOffset: Offset
}

/**
 * Opens a partition's directory. After a clean stop only the last segment's tail is read; otherwise
 * every segment from the recovery point on is walked and cut at its first bad batch, and what lies
 * behind a cut is removed. Doing it twice changes nothing the second time. Rejects with `DiskError`
 * or `LogOldFormatError`.
 */
export async function loadLog(
  environment: LogEnvironment,
  path: string,
  config: LogConfig,
  hints: LoadHints,
): Promise<LoadedLog> {
  return new LogLoader(environment, path, config, hints).load()
}

/** A last segment of this size is read from its beginning: it costs less than opening its index. */
const SMALL_SEGMENT_BYTES = 8192

class LogLoader {
  readonly #environment: LogEnvironment
  readonly #path: string
  readonly #config: LogConfig
  readonly #hints: LoadHints
  readonly #segments: SegmentList
  readonly #pendingSnapshots: PendingSnapshot[]

  constructor(environment: LogEnvironment, path: string, config: LogConfig, hints: LoadHints) {
    this.#environment = environment
    this.#path = path
    this.#config = config
    this.#hints = hints
    this.#segments = new SegmentList()
    this.#pendingSnapshots = []
  }

  async load(): Promise<LoadedLog> {
    const { disk, logger, checksum } = this.#environment
    const names = await tidyDirectory(disk, logger, this.#path, (name) => this.#swapEnd(name))
    await this.#findSegments(names)
    const epochs = await this.#loadEpochs(names)
    const snapshots = new ProducerSnapshots(disk, checksum, this.#path, names)
    const hadSnapshots = snapshots.offsets.length > 0
    await snapshots.removeStray(this.#segments.baseOffsets)
    const hasSegments = this.#segments.length > 0
    if (!hasSegments) await this.#begin(this.#hints.logStartOffset)

    const producers = new ProducerState(this.#segments.first.baseOffset)
    if (this.#hints.isCleanStop) await this.#rebuildMissing(names)
    let logEndOffset = this.#hints.isCleanStop ? await this.#readTail() : -1
    const isRecovered = logEndOffset < 0
    if (isRecovered) logEndOffset = await this.#recover(epochs, producers, snapshots)
    let logStartOffset = Math.max(this.#hints.logStartOffset, this.#segments.first.baseOffset)
    if (logEndOffset < logStartOffset) {
      logger.log('warn', 'log ends before its start: beginning again at the start', {
        path: this.#path,
        logEndOffset,
        logStartOffset,
      })
      await this.#restart(logStartOffset, epochs, producers, snapshots)
      logEndOffset = logStartOffset
    }
    logStartOffset = Math.min(logStartOffset, logEndOffset)
    epochs.truncateFromEnd(offset(logEndOffset))
    epochs.truncateFromStart(offset(logStartOffset))
    await snapshots.remove((at) => at > logEndOffset)
    // A log that was closed cleanly without ever a snapshot has seen no idempotent producer.
    if (!isRecovered && !hadSnapshots) producers.endOffset = offset(logEndOffset)
    else if (!isRecovered) await this.#loadProducers(producers, snapshots, offset(logEndOffset))
    producers.removeExpired(this.#environment.clock.wallMs(), this.#config.producerIdExpirationMs)
    return {
      segments: this.#segments,
      epochs,
      producers,
      snapshots,
      pendingSnapshots: this.#pendingSnapshots,
      isRecovered,
      logStartOffset: offset(logStartOffset),
      logEndOffset: offset(logEndOffset),
      recoveryPoint: offset(
        isRecovered ? Math.min(this.#hints.recoveryPoint, logEndOffset) : logEndOffset,
      ),
    }
  }

  async #findSegments(names: readonly string[]): Promise<void> {
    const bases = names
      .map((name) => offsetOfFileName(name, LOG_SUFFIX))
      .filter((base) => base >= 0)
      .sort((a, b) => a - b)
    for (const base of bases) {
      const segment = new Segment(this.#environment, this.#path, offset(base), this.#config, 0)
      const status = await this.#environment.disk.status(segment.log.path)
      segment.sizeBytes = status?.sizeBytes ?? 0
      this.#segments.add(segment)
    }
  }

  /** A segment without an offset index gets one; its log is taken as it is. */
  async #rebuildMissing(names: readonly string[]): Promise<void> {
    const present = new Set(names)
    for (const segment of this.#segments.all) {
      if (present.has(offsetFileName(segment.baseOffset, INDEX_SUFFIX))) continue
      if (segment.isIndexLoaded) continue
      await rebuildIndexes(this.#environment, segment, this.#config)
    }
  }

  async #begin(at: number): Promise<Segment> {
    const segment = new Segment(this.#environment, this.#path, offset(at), this.#config, 0)
    for (const file of segment.files) await this.#environment.files.open(file, 'create')
    segment.initialise()
    this.#segments.add(segment)
    return segment
  }

  async #loadEpochs(names: readonly string[]): Promise<LeaderEpochCache> {
    if (!names.includes(LEADER_EPOCH_FILE)) return new LeaderEpochCache()
    try {
      const entries = await readLeaderEpochs(this.#environment.disk, this.#path)
      return new LeaderEpochCache(entries)
    } catch (error) {
      if (!(error instanceof LogFileFormatError)) throw error
      this.#environment.logger.log('warn', 'leader epochs are lost', { error })
      return new LeaderEpochCache()
    }
  }

  /** Log end offset, from the last index entry on; −1 when the tail is not sound. */
  async #readTail(): Promise<number> {
    const active = this.#segments.active
    if (active.sizeBytes === 0 && this.#segments.length === 1) return active.baseOffset
    if (active.sizeBytes <= SMALL_SEGMENT_BYTES) {
      await this.#environment.files.open(active.log, 'write')
      const found = this.#walkTail(active)
      if (found >= 0) return found
    }
    await makeReadable(this.#environment, active, this.#config)
    const nextOffset = this.#walkTail(active)
    if (nextOffset >= 0) return nextOffset
    await rebuildIndexes(this.#environment, active, this.#config)
    return this.#walkTail(active)
  }

  /** −1 when the last index entry does not point at its batch, or the batches do not end well. */
  #walkTail(active: Segment): number {
    const { offsetIndex } = active
    const last = offsetIndex.entries.count - 1
    const position = last < 0 ? 0 : offsetIndex.positionAt(last)
    const interval = this.#config.indexIntervalBytes
    const cursor = cursorFrom(this.#environment, active, position, interval)
    let nextOffset: number = active.baseOffset
    while (cursor.next()) {
      const { batch } = cursor
      if (cursor.position === position && last >= 0) {
        if (batch.lastOffset !== offsetIndex.offsetAt(last)) return -1
      }
      nextOffset = batch.nextOffset
      active.noteTimestamp(batch.maxTimestamp, batch.lastOffset)
    }
    return cursor.stopped === 'end' ? nextOffset : -1
  }

  /** Walks the segments from the recovery point on; the log end offset. */
  async #recover(
    epochs: LeaderEpochCache,
    producers: ProducerState,
    snapshots: ProducerSnapshots,
  ): Promise<number> {
    const first = this.#firstToRecover()
    const start = this.#segments.at(first)!.baseOffset
    // Entries of epochs that the walk will come upon: stale ones would hide them.
    epochs.truncateFromEnd(start)
    await snapshots.remove((at) => at > start)
    await this.#loadProducers(producers, snapshots, start)
    let logEndOffset: number = start
    let isCompacted = this.#config.isCompacted
    for (let index = first; index < this.#segments.length; index += 1) {
      const segment = this.#segments.at(index)!
      if (index > first) this.#noteSnapshot(producers, segment.baseOffset)
      const recovered = await recoverSegment(this.#environment, segment, this.#config, {
        onBatch: (batch) => {
          if (batch.leaderEpoch > epochs.latestEpoch) {
            epochs.assign(batch.leaderEpoch, batch.baseOffset)
          }
          producers.replay(batch)
        },
      })
      logEndOffset = recovered.nextOffset
      isCompacted ||= recovered.hasGaps
      const reason = recovered.reason || this.#faultBehind(index, logEndOffset, isCompacted)
      if (reason !== '') await this.#cutBehind(index, reason, recovered.truncatedBytes)
    }
    producers.endOffset = offset(Math.max(producers.endOffset, logEndOffset))
    return logEndOffset
  }

  /**
   * Segments follow without a hole, except where compaction took the last batches of one: else the
   * end of a segment was lost in the crash and the next one was not, and the log ends at the hole.
   */
  #faultBehind(index: number, nextOffset: number, isCompacted: boolean): string {
    const next = this.#segments.at(index + 1)
    if (next === undefined || isCompacted || next.baseOffset === nextOffset) return ''
    return `the next segment begins at ${next.baseOffset}, this one ends at ${nextOffset}`
  }

  /** The segment of the recovery point; after a clean stop only the last one can be broken. */
  #firstToRecover(): number {
    if (this.#hints.isCleanStop) return this.#segments.length - 1
    return Math.max(0, this.#segments.floorIndex(this.#hints.recoveryPoint))
  }

  #noteSnapshot(producers: ProducerState, at: Offset): void {
    const { checksum } = this.#environment
    const bytes = encodeProducerSnapshot(producers.producers.values(), checksum)
    this.#pendingSnapshots.push({ at, bytes })
    producers.snapshotOffset = at
  }

  /** Everything behind a bad batch goes, last segment first. */
  async #cutBehind(index: number, reason: string, truncatedBytes: number): Promise<void> {
    const { logger } = this.#environment
    const later = this.#segments.remove(index + 1, this.#segments.length)
    logger.log('warn', 'log is cut at its first bad batch', {
      path: this.#segments.active.log.path,
      reason,
      truncatedBytes,
      removedSegments: later.length,
    })
    await this.#remove(later)
  }

  async #restart(
    at: number,
    epochs: LeaderEpochCache,
    producers: ProducerState,
    snapshots: ProducerSnapshots,
  ): Promise<void> {
    await this.#remove(this.#segments.remove(0, this.#segments.length))
    await this.#begin(at)
    epochs.clear()
    producers.reset(offset(at))
    await snapshots.remove(() => true)
  }

  /** Last segment first, and its log last: a crash in between leaves no hole. */
  async #remove(segments: readonly Segment[]): Promise<void> {
    const { disk } = this.#environment
    for (const segment of segments.toReversed()) {
      await segment.close()
      const transactions = offsetFileName(segment.baseOffset, TRANSACTION_INDEX_SUFFIX)
      await unlinkIfThere(disk, `${this.#path}/${transactions}`)
      for (const file of segment.files.toReversed()) await unlinkIfThere(disk, file.path)
    }
  }

  async #loadProducers(
    producers: ProducerState,
    snapshots: ProducerSnapshots,
    upTo: Offset,
  ): Promise<void> {
    const { logger } = this.#environment
    const loaded = await snapshots.loadNewest(upTo, (error) => {
      logger.log('warn', 'producer snapshot dropped', { error })
    })
    const from = loaded?.at ?? this.#segments.first.baseOffset
    producers.reset(from)
    producers.load(loaded?.producers ?? [])
    await replayProducers(this.#environment, this.#segments, this.#config, producers, upTo)
  }

  /** Offset after the last batch of a `.swap` segment. */
  async #swapEnd(name: string): Promise<number> {
    const base = offsetOfFileName(name.slice(0, LOG_NAME_LENGTH), LOG_SUFFIX)
    const segment = new Segment(this.#environment, this.#path, offset(base), this.#config, 0)
    segment.log.path = `${this.#path}/${name}`
    const descriptor = await this.#environment.files.open(segment.log, 'read')
    segment.sizeBytes = await this.#environment.disk.sizeOf(descriptor)
    const cursor = cursorFrom(this.#environment, segment, 0, this.#config.indexIntervalBytes)
    let end = base
    while (cursor.next()) end = cursor.batch.nextOffset
    await this.#environment.files.close(segment.log)
    return end
  }
}

const LOG_NAME_LENGTH = 24
