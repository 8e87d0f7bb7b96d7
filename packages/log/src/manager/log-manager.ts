import { CLUSTER_METADATA } from '@samsa/protocol'
import {
  METADATA_TOPIC_ID,
  NO_OFFSET,
  offset,
  type Offset,
  partitionName,
  type Timer,
  type Uuid,
  ZERO_UUID,
} from '@samsa/base'
import type { OffsetCheckpointEntry } from '../checkpoint/offset-checkpoint.ts'
import type { LogConfig } from '../config.ts'
import { createLogEnvironment, type LogEnvironment } from '../environment.ts'
import { LogTopicIdMismatchError } from '../errors.ts'
import { deletedDirectoryName } from '../files/names.ts'
import { writeCleanShutdown } from '../meta/clean-shutdown.ts'
import { writePartitionMetadata } from '../meta/partition-metadata.ts'
import { defaultLogIntervals, type LogIntervals, type LogManagerOptions } from '../options.ts'
import type { Log, LogOwner } from '../partition/log.ts'
import type { LogDirectory, LogManager, LogSources, PartitionLog } from '../types.ts'
import { DirectoryFiles } from './directory-files.ts'
import { loadDirectory, readCheckpoints } from './load-directory.ts'
import { type OpenDirectory, openDirectory } from './open-directory.ts'
import { openInDirectory } from './open-partition-log.ts'
import { PartitionMap } from './partition-map.ts'
import { removeDirectoryTree } from './remove-directory.ts'
import { sideBySide } from './side-by-side.ts'

/** Retention lets other work in after so many logs. */
const LOGS_PER_TURN = 64

/**
 * Locks the directories and reads who they belong to; nothing is loaded yet. Rejects as
 * `openDirectory` does, with nothing locked.
 */
export async function openLogManager(options: LogManagerOptions): Promise<LogManager> {
  const environment = createLogEnvironment(options)
  const directories: OpenDirectory[] = []
  try {
    for (const path of options.directories) {
      directories.push(await openDirectory(environment, path, options))
    }
  } catch (error) {
    for (const directory of directories) await directory.unlock()
    throw error
  }
  const intervals = { ...defaultLogIntervals, ...options.intervals }
  return new Manager(environment, directories, intervals)
}

class Manager implements LogManager, LogOwner {
  readonly directories: readonly LogDirectory[]
  readonly #environment: LogEnvironment
  readonly #open: readonly OpenDirectory[]
  readonly #files: readonly DirectoryFiles[]
  readonly #intervals: LogIntervals
  readonly #logs: PartitionMap
  readonly #creating: Map<string, Promise<Log>>
  readonly #highWatermarks: Map<string, Offset>
  #metadataLog: Log | undefined
  #sources: LogSources | undefined
  #timers: Timer[]
  #isClosed: boolean

  constructor(
    environment: LogEnvironment,
    directories: readonly OpenDirectory[],
    intervals: LogIntervals,
  ) {
    this.directories = directories
    this.#environment = environment
    this.#open = directories
    this.#intervals = intervals
    this.#logs = new PartitionMap()
    this.#creating = new Map()
    this.#highWatermarks = new Map()
    this.#metadataLog = undefined
    this.#sources = undefined
    this.#timers = []
    this.#isClosed = false
    this.#files = directories.map(
      (directory) =>
        new DirectoryFiles(environment, directory, {
          recoveryPoints: () => this.#offsets(directory, (log) => log.recoveryPoint),
          logStartOffsets: () => this.#offsets(directory, movedStartOffset),
          highWatermarks: () => this.#offsets(directory, (log) => this.#highWatermark(log)),
        }),
    )
  }

  checkpointedHighWatermark(topic: string, partition: number): Offset {
    return this.#highWatermarks.get(partitionName(topic, partition)) ?? NO_OFFSET
  }

  async openMetadataLog(config: LogConfig): Promise<PartitionLog> {
    const directory = this.#open[0]!
    const place = { topic: CLUSTER_METADATA, partition: 0, topicId: METADATA_TOPIC_ID, config }
    const hints = {
      isPresent: false,
      isCleanStop: directory.cleanShutdown !== null,
      recoveryPoint: offset(0),
      logStartOffset: offset(0),
    }
    const owner = {
      checkpointStartOffset: () => Promise.resolve(),
      checkpointRecoveryPoint: () => Promise.resolve(),
    }
    const { state } = directory
    this.#metadataLog = await openInDirectory(this.#environment, state, place, hints, owner)
    return this.#metadataLog
  }

  async load(configOf: (topic: string) => LogConfig): Promise<void> {
    const startMs = this.#environment.clock.monotonicMs()
    let count = 0
    for (const directory of this.#open) {
      const checkpoints = await readCheckpoints(this.#environment, directory.path)
      for (const [name, at] of checkpoints.highWatermarks) this.#highWatermarks.set(name, at)
      const doomed = await loadDirectory(
        this.#environment,
        directory,
        checkpoints,
        configOf,
        this,
        (log) => {
          count += 1
          this.#logs.set(log)
        },
      )
      for (const path of doomed) this.#removeLater(path, configOf('').fileDeleteDelayMs)
    }
    this.#environment.logger.log('info', 'logs loaded', {
      partitions: count,
      tookMs: Math.round(this.#environment.clock.monotonicMs() - startMs),
      isCleanStop: this.#open.every((directory) => directory.cleanShutdown !== null),
    })
  }

  get(topic: string, partition: number): PartitionLog | undefined {
    return this.#logs.get(topic, partition)
  }

  all(): Iterable<PartitionLog> {
    return this.#logs.all()
  }

  async getOrCreate(
    topic: string,
    topicId: Uuid,
    partition: number,
    config: LogConfig,
  ): Promise<PartitionLog> {
    const name = partitionName(topic, partition)
    const existing = this.#logs.get(topic, partition) ?? this.#creating.get(name)
    if (existing !== undefined) return this.#claim(await existing, topicId)
    const creating = this.#create(topic, topicId, partition, config)
    this.#creating.set(name, creating)
    try {
      const log = await creating
      this.#logs.set(log)
      return log
    } finally {
      this.#creating.delete(name)
    }
  }

  async #claim(log: Log, topicId: Uuid): Promise<Log> {
    if (log.topicId === topicId) return log
    if (log.topicId !== ZERO_UUID) {
      throw new LogTopicIdMismatchError(log.path, log.topicId, topicId)
    }
    await writePartitionMetadata(this.#environment.disk, log.path, topicId)
    log.core.identity.topicId = topicId
    return log
  }

  #create(topic: string, topicId: Uuid, partition: number, config: LogConfig): Promise<Log> {
    const directory = this.#open.find((candidate) => !candidate.isOffline) ?? this.#open[0]!
    const hints = {
      isPresent: false,
      isCleanStop: true,
      recoveryPoint: offset(0),
      logStartOffset: offset(0),
    }
    const place = { topic, partition, topicId, config }
    return openInDirectory(this.#environment, directory.state, place, hints, this)
  }

  async delete(topic: string, partition: number): Promise<void> {
    const log = this.#logs.get(topic, partition)
    if (log === undefined) return
    this.#logs.delete(topic, partition)
    await log.retire()
    const { disk, random } = this.#environment
    const { directory } = log.core.identity
    const path = `${directory.path}/${deletedDirectoryName(topic, partition, random.uuid())}`
    await disk.rename(log.path, path)
    await disk.syncDirectory(directory.path)
    this.#removeLater(path, log.config.fileDeleteDelayMs)
  }

  #removeLater(path: string, delayMs: number): void {
    const { clock, disk, logger, wheel } = this.#environment
    wheel.schedule(clock.monotonicMs() + delayMs, () => {
      removeDirectoryTree(disk, path).catch((error: unknown) => {
        logger.log('warn', 'cannot remove a deleted partition', { path, error })
      })
    })
  }

  updateConfig(topic: string, config: LogConfig): void {
    for (const log of this.#logs.ofTopic(topic)) log.setConfig(config)
  }

  start(sources: LogSources): void {
    this.#sources = sources
    const intervals = this.#intervals
    this.#every(intervals.retentionCheckMs, () => this.runRetention())
    this.#every(intervals.recoveryPointCheckpointMs, () => this.#write('recoveryPoints'))
    this.#every(intervals.startOffsetCheckpointMs, () => this.#write('logStartOffsets'))
    this.#every(intervals.highWatermarkCheckpointMs, () => this.#write('highWatermarks'))
    this.#every(intervals.producerExpiryCheckMs, () => this.#expireProducers())
  }

  /** Again and again, each time counted from the end of the last. */
  #every(intervalMs: number, work: () => Promise<void>): void {
    const { clock, wheel, logger } = this.#environment
    const slot = this.#timers.length
    const again = (): void => {
      if (this.#isClosed) return
      this.#timers[slot] = wheel.schedule(clock.monotonicMs() + intervalMs, () => {
        work()
          .catch((error: unknown) => logger.log('warn', 'periodic log work failed', { error }))
          .finally(again)
      })
    }
    again()
  }

  async runRetention(): Promise<void> {
    const { clock } = this.#environment
    let count = 0
    for (const log of [...this.#logs.all()]) {
      if (log.isOffline || (log.sizeBytes === 0 && log.segmentCount === 1)) continue
      const highWatermark = this.#highWatermark(log)
      if (highWatermark === undefined) continue
      await log.applyRetention(highWatermark, clock.wallMs())
      count += 1
      if (count % LOGS_PER_TURN === 0) await new Promise<void>((next) => clock.afterIo(next))
    }
  }

  #expireProducers(): Promise<void> {
    const nowMs = this.#environment.clock.wallMs()
    for (const log of this.#logs.all()) log.removeExpiredProducers(nowMs)
    return Promise.resolve()
  }

  async writeCheckpoints(): Promise<void> {
    await this.#write('recoveryPoints')
    await this.#write('logStartOffsets')
    await this.#write('highWatermarks')
  }

  async #write(what: keyof DirectoryFiles['writers']): Promise<void> {
    if (what === 'highWatermarks' && this.#sources === undefined) return
    for (const files of this.#files) await files.write(what)
  }

  async checkpointStartOffset(log: Log): Promise<void> {
    await this.#filesOf(log)?.write('logStartOffsets')
  }

  async checkpointRecoveryPoint(log: Log): Promise<void> {
    await this.#filesOf(log)?.write('recoveryPoints')
  }

  #filesOf(log: Log): DirectoryFiles | undefined {
    const { directory } = log.core.identity
    return this.#files.find((files) => files.directory.state === directory)
  }

  *#offsets(
    directory: OpenDirectory,
    offsetOf: (log: Log) => Offset | undefined,
  ): Generator<OffsetCheckpointEntry> {
    for (const log of this.#logs.all()) {
      if (log.core.identity.directory !== directory.state) continue
      const at = offsetOf(log)
      if (at !== undefined) yield { topic: log.topic, partition: log.partition, offset: at }
    }
  }

  #highWatermark(log: Log): Offset | undefined {
    return this.#sources?.highWatermark(log)
  }

  async close(): Promise<void> {
    if (this.#isClosed) return
    this.#stopTimers()
    const { limits, logger } = this.#environment
    const logs = [...this.#logs.all()]
    if (this.#metadataLog !== undefined) logs.push(this.#metadataLog)
    await sideBySide(logs, limits.loadConcurrencyMax, (log) =>
      log.close().catch(async (error: unknown) => {
        logger.log('error', 'cannot close a log cleanly', { partition: log.name, error })
        await log.abandon()
      }),
    )
    for (const files of this.#files) await this.#closeDirectory(files)
    this.#isClosed = true
    this.#closeWheel()
  }

  async #closeDirectory(files: DirectoryFiles): Promise<void> {
    const { directory } = files
    try {
      if (!directory.isLoaded || directory.isOffline) return
      await files.write('recoveryPoints')
      await files.write('logStartOffsets')
      if (this.#sources !== undefined) await files.write('highWatermarks')
      const brokerEpoch = this.#sources?.brokerEpoch() ?? -1
      await writeCleanShutdown(this.#environment.disk, directory.path, { brokerEpoch })
    } catch (error) {
      const { path } = directory
      this.#environment.logger.log('error', 'the stop is not clean', { path, error })
    } finally {
      await directory.unlock()
    }
  }

  #stopTimers(): void {
    for (const timer of this.#timers) timer.cancel()
    this.#timers = []
  }

  #closeWheel(): void {
    if (this.#environment.ownsWheel) this.#environment.wheel.close()
  }

  async abandon(): Promise<void> {
    if (this.#isClosed) return
    this.#isClosed = true
    this.#stopTimers()
    for (const log of this.#logs.all()) await log.abandon()
    await this.#metadataLog?.abandon()
    for (const directory of this.#open) await directory.unlock()
    this.#closeWheel()
  }
}

/**
 * Also where it is the first segment's base offset: until the renames of the segments before it are
 * on the platter, a power cut may bring those back.
 */
function movedStartOffset(log: Log): Offset | undefined {
  return log.logStartOffset > 0 ? log.logStartOffset : undefined
}
