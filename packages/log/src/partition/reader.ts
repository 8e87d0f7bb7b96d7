import { type DiskError, type Lease, offset, type Offset } from '@samsa/base'
import { ErrorCode, RECORD_BATCH_OVERHEAD } from '@samsa/protocol'
import { readTail } from '../cache/read-tail.ts'
import { CLOSED } from '../files/file-table.ts'
import { positionOf } from '../segment/locate.ts'
import type { Segment } from '../segment/segment.ts'
import type { ReadDone, ReadOptions } from '../types.ts'
import { runOfBatches } from './batch-run.ts'
import type { LogCore } from './log-core.ts'
import { emptyRead, failedRead, LogReadResult } from './log-read.ts'
import { makeReadable } from './segment-readiness.ts'

/**
 * Reads by offset. In this order: bounds, tail cache, the position where an earlier read ended, the
 * index. A reader that follows in order costs one file read per call; one that jumps costs one more,
 * of one index interval.
 */
export class Reader {
  readonly #core: LogCore

  constructor(core: LogCore) {
    this.#core = core
  }

  read(startOffset: Offset, options: ReadOptions, done: ReadDone): void {
    const core = this.#core
    if (core.isOffline) {
      return done(failedRead(core, ErrorCode.KAFKA_STORAGE_ERROR, startOffset))
    }
    if (startOffset < core.logStartOffset || startOffset > core.logEndOffset) {
      return done(failedRead(core, ErrorCode.OFFSET_OUT_OF_RANGE, startOffset))
    }
    if (startOffset === core.logEndOffset) this.#noteTailRead()
    if (startOffset >= options.upTo || startOffset === core.logEndOffset) {
      return done(emptyRead(core, startOffset))
    }
    const cached = readTail(core, startOffset, options)
    if (cached !== undefined) {
      if (cached.nextOffset === core.logEndOffset) this.#noteTailRead()
      return done(cached)
    }
    this.#readFile(startOffset, options, done)
  }

  #noteTailRead(): void {
    this.#core.lastTailReadMs = this.#core.environment.clock.monotonicMs()
  }

  #readFile(startOffset: Offset, options: ReadOptions, done: ReadDone): void {
    const hint = this.#core.hints.find(startOffset)
    if (hint !== undefined && hint.segment.log.descriptor !== CLOSED) {
      return this.#readAt(hint.segment, hint.position, startOffset, options, done)
    }
    const index = this.#core.segments.floorIndex(startOffset)
    this.#readSegment(Math.max(0, index), startOffset, options, done)
  }

  /** Finds the offset in a segment, then reads there. */
  #readSegment(index: number, startOffset: Offset, options: ReadOptions, done: ReadDone): void {
    const { segments, environment, config } = this.#core
    const segment = segments.at(index)
    if (segment === undefined) return done(emptyRead(this.#core, startOffset))
    if (!segment.isReadable) {
      makeReadable(environment, segment, config).then(
        // The log may have been cut or rolled meanwhile: from the beginning.
        () => this.read(startOffset, options, done),
        (error: unknown) => this.#failed(segment, startOffset, error, done),
      )
      return
    }
    let position: number
    try {
      position = positionOf(environment, segment, startOffset, config.indexIntervalBytes)
    } catch (error) {
      return this.#failed(segment, startOffset, error, done)
    }
    if (position < 0) return this.#rebuild(segment, startOffset, options, done)
    this.#readAt(segment, position, startOffset, options, done)
  }

  /** No batch where the index says: once, the index is made again; then it is the log. */
  #rebuild(segment: Segment, startOffset: Offset, options: ReadOptions, done: ReadDone): void {
    const core = this.#core
    if (segment.isIndexRebuilt) {
      return done(failedRead(core, ErrorCode.CORRUPT_MESSAGE, startOffset))
    }
    segment.isIndexRebuilt = true
    const { path } = segment.offsetIndex.entries.file
    core.environment.logger.log('warn', 'index is made again from its log', { path })
    core.rebuilder(segment).then(
      () => this.read(startOffset, options, done),
      (error: unknown) => this.#failed(segment, startOffset, error, done),
    )
  }

  /** Reads at a batch's beginning; at the end of a segment, in the one behind it. */
  #readAt(
    segment: Segment,
    position: number,
    startOffset: Offset,
    options: ReadOptions,
    done: ReadDone,
  ): void {
    const available = segment.sizeBytes - position
    if (available <= 0) {
      const index = this.#core.segments.indexOf(segment)
      const next = index < 0 ? -1 : index + 1
      if (next < 0) return done(emptyRead(this.#core, startOffset))
      return this.#readSegment(next, startOffset, options, done)
    }
    const wanted = Math.max(options.maxBytes, RECORD_BATCH_OVERHEAD)
    const job = new FileRead(this.#core, segment, position, startOffset, options, done)
    job.start(Math.min(wanted, available))
  }

  #failed(segment: Segment, startOffset: Offset, error: unknown, done: ReadDone): void {
    const core = this.#core
    if (!segment.isDeleted && !core.isOffline) core.fail('read', error)
    done(failedRead(core, ErrorCode.KAFKA_STORAGE_ERROR, startOffset))
  }
}

/** One read of a segment's file. A first batch larger than what was asked for costs a second one. */
class FileRead {
  readonly #core: LogCore
  readonly #segment: Segment
  readonly #position: number
  readonly #startOffset: Offset
  readonly #options: ReadOptions
  readonly #done: ReadDone
  readonly #truncations: number
  #lease: Lease | undefined

  constructor(
    core: LogCore,
    segment: Segment,
    position: number,
    startOffset: Offset,
    options: ReadOptions,
    done: ReadDone,
  ) {
    this.#core = core
    this.#segment = segment
    this.#position = position
    this.#startOffset = startOffset
    this.#options = options
    this.#done = done
    this.#truncations = core.truncations
    this.#lease = undefined
  }

  start(sizeBytes: number): void {
    const { environment } = this.#core
    const lease = environment.memory.lease(sizeBytes)
    const into = lease.bytes.length === sizeBytes ? lease.bytes : lease.bytes.subarray(0, sizeBytes)
    const descriptor = environment.files.use(this.#segment.log)
    this.#lease = lease
    const { readPace, limits } = environment
    if (sizeBytes > limits.readNowBytesMax || !readPace.begin()) {
      environment.disk.read(descriptor, into, this.#position, (error, count) =>
        error === null ? this.#found(into, count) : this.#fail(error),
      )
      return
    }
    let count: number
    try {
      count = environment.disk.readNow(descriptor, into, this.#position)
    } catch (error) {
      return this.#fail(error as DiskError)
    }
    readPace.end()
    this.#found(into, count)
  }

  #found(bytes: Uint8Array, count: number): void {
    if (this.#truncations !== this.#core.truncations) {
      this.#drop()
      return this.#done(emptyRead(this.#core, this.#startOffset))
    }
    const { maxBytes, minOneBatch, upTo } = this.#options
    const limit = offset(Math.min(upTo, this.#core.logEndOffset))
    const run = runOfBatches(bytes, 0, count, this.#startOffset, limit, maxBytes, minOneBatch)
    if (run.missingBytes > count && minOneBatch) return this.#readLarger(run.missingBytes)
    if (run.end === run.start) {
      this.#drop()
      const code = run.isCorrupt ? ErrorCode.CORRUPT_MESSAGE : ErrorCode.NONE
      return this.#done(failedRead(this.#core, code, this.#startOffset))
    }
    this.#finish(bytes, run.start, run.end, run.baseOffset, run.nextOffset)
  }

  #readLarger(sizeBytes: number): void {
    this.#drop()
    if (this.#position + sizeBytes > this.#segment.sizeBytes) {
      return this.#done(failedRead(this.#core, ErrorCode.CORRUPT_MESSAGE, this.#startOffset))
    }
    this.start(sizeBytes)
  }

  #finish(
    bytes: Uint8Array,
    start: number,
    end: number,
    baseOffset: Offset,
    nextOffset: Offset,
  ): void {
    const core = this.#core
    const sizeBytes = end - start
    core.hints.note(this.#startOffset, nextOffset, this.#segment, this.#position + end)
    if (nextOffset === core.logEndOffset) {
      core.lastTailReadMs = core.environment.clock.monotonicMs()
    }
    core.environment.metrics.readBytes.add(sizeBytes)
    const span = { pieces: [bytes.subarray(start, end)], sizeBytes, baseOffset, nextOffset }
    this.#done(new LogReadResult(core, ErrorCode.NONE, span, this.#lease, NO_BLOCKS))
  }

  #fail(error: DiskError): void {
    this.#drop()
    const core = this.#core
    if (!this.#segment.isDeleted && !core.isOffline) core.fail('read', error)
    this.#done(failedRead(core, ErrorCode.KAFKA_STORAGE_ERROR, this.#startOffset))
  }

  #drop(): void {
    this.#lease?.release()
    this.#lease = undefined
  }
}

const NO_BLOCKS: readonly never[] = []
