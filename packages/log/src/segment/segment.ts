import { offset as asOffset, type Offset } from '@samsa/base'
import type { LogConfig } from '../config.ts'
import type { LogEnvironment } from '../environment.ts'
import { CLOSED, LogFile } from '../files/file-table.ts'
import { INDEX_SUFFIX, LOG_SUFFIX, offsetFileName, TIME_INDEX_SUFFIX } from '../files/names.ts'
import { OffsetIndex } from '../index/offset-index.ts'
import { TimeIndex } from '../index/time-index.ts'

/** First timestamp of a segment that was not looked at yet. */
export const FIRST_TIMESTAMP_UNKNOWN = -2
/** No batch yet, or batches without timestamps. */
export const NO_FIRST_TIMESTAMP = -1

/** A run of batches in a `.log` file, with its two indexes. Only the last segment grows. */
export class Segment {
  readonly #environment: LogEnvironment
  readonly baseOffset: Offset
  readonly log: LogFile
  readonly offsetIndex: OffsetIndex
  readonly timeIndex: TimeIndex
  /** Of the `.log` file, written batches only. */
  sizeBytes: number
  /** Whether the indexes have been taken over from their files. */
  isIndexLoaded: boolean
  indexLoading: Promise<void> | undefined
  /** Whether the indexes were made again after a look-up went wrong: it is done once. */
  isIndexRebuilt: boolean
  /** Whether the last time index entry was compared with its batch. */
  isTimeIndexVerified: boolean
  /** Largest timestamp so far; −1 when there is none. Valid once the index is loaded. */
  maxTimestamp: number
  /** Last offset of the first batch that has it. */
  maxTimestampOffset: Offset
  /** Max timestamp of the first batch: what a roll by age counts from. */
  firstTimestamp: number
  /** When it was made or loaded: a roll by age counts from it when batches have no timestamps. */
  createdMs: number
  /** Bytes behind the position of the last index entry. */
  bytesSinceIndexEntry: number
  /** Renamed to be removed: readers may still hold its descriptor. */
  isDeleted: boolean

  constructor(
    environment: LogEnvironment,
    directory: string,
    baseOffset: Offset,
    config: LogConfig,
    sizeBytes: number,
  ) {
    const { segmentIndexBytes } = config
    const path = (suffix: string): string => `${directory}/${offsetFileName(baseOffset, suffix)}`
    this.#environment = environment
    this.baseOffset = baseOffset
    this.log = new LogFile(path(LOG_SUFFIX))
    this.offsetIndex = new OffsetIndex(
      environment,
      path(INDEX_SUFFIX),
      baseOffset,
      segmentIndexBytes,
    )
    this.timeIndex = new TimeIndex(
      environment,
      path(TIME_INDEX_SUFFIX),
      baseOffset,
      segmentIndexBytes,
    )
    this.sizeBytes = sizeBytes
    this.isIndexLoaded = false
    this.indexLoading = undefined
    this.isIndexRebuilt = false
    this.isTimeIndexVerified = false
    this.maxTimestamp = -1
    this.maxTimestampOffset = baseOffset
    this.firstTimestamp = FIRST_TIMESTAMP_UNKNOWN
    this.createdMs = environment.clock.wallMs()
    this.bytesSinceIndexEntry = 0
    this.isDeleted = false
  }

  /** Whether `OffsetIndex.lookup` can be asked and the log be read, without waiting. */
  get isReadable(): boolean {
    return (
      this.isIndexLoaded && this.log.descriptor !== CLOSED && this.offsetIndex.entries.isReadable
    )
  }

  get offsetIndexRoom(): number {
    return this.offsetIndex.room
  }

  get timeIndexRoom(): number {
    return this.timeIndex.room
  }

  /** State of a segment that has just been made: empty, indexes too. */
  initialise(): void {
    this.isIndexLoaded = true
    this.isTimeIndexVerified = true
    this.firstTimestamp = NO_FIRST_TIMESTAMP
  }

  /** Remembers the largest timestamp, which the time index entries are made of. */
  noteTimestamp(maxTimestamp: number, lastOffset: number): void {
    if (maxTimestamp <= this.maxTimestamp) return
    this.maxTimestamp = maxTimestamp
    this.maxTimestampOffset = asOffset(lastOffset)
  }

  /** The last time index entry: what retention and look-ups by time go by once it is closed. */
  completeTimeIndex(): void {
    if (this.maxTimestamp < 0) return
    this.timeIndex.append(this.maxTimestamp, this.maxTimestampOffset)
  }

  /** Writes pending index entries. Rejects with `DiskError`. */
  async flushIndexes(): Promise<void> {
    for (const { entries } of [this.offsetIndex, this.timeIndex]) {
      if (entries.hasPending) await entries.flush()
    }
  }

  /** All files, also when they are only being opened. */
  get files(): readonly LogFile[] {
    return [this.log, this.offsetIndex.entries.file, this.timeIndex.entries.file]
  }

  async close(): Promise<void> {
    for (const file of this.files) await this.#environment.files.close(file)
  }
}
