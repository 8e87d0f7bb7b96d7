import type { FileDescriptor } from '@samsa/base'
import {
  batchSizeAt,
  BatchView,
  CorruptBatchError,
  LegacyBatchView,
  MAGIC_V2,
  RECORD_BATCH_OVERHEAD,
} from '@samsa/protocol'
import type { LogConfig } from '../config.ts'
import type { LogEnvironment } from '../environment.ts'
import { LogOldFormatError } from '../errors.ts'
import type { Job } from '../job/job-runner.ts'
import { NO_FIRST_TIMESTAMP, type Segment } from '../segment/segment.ts'

/** Bytes looked at in one step. */
const STEP_BYTES = 262_144

export interface RecoveryVisitor {
  /** Every good batch, in order; the view is valid during the call only. */
  onBatch(batch: BatchView): void
}

/** What recovery made of a segment. */
export interface RecoveredSegment {
  readonly validBytes: number
  readonly truncatedBytes: number
  /** Offset after the last good batch; the base offset when there is none. */
  readonly nextOffset: number
  /** Why the rest was cut; empty when nothing was. */
  readonly reason: string
  /** Offsets are missing between or inside the batches: the log was compacted once. */
  readonly hasGaps: boolean
}

/**
 * Walks all batches of a segment, checks size, magic, CRC and offsets, and makes both indexes again;
 * at the first bad batch the log is cut. Rejects with `DiskError` or `LogOldFormatError`.
 */
export async function recoverSegment(
  environment: LogEnvironment,
  segment: Segment,
  config: LogConfig,
  visitor: RecoveryVisitor,
): Promise<RecoveredSegment> {
  const { disk, files, metrics } = environment
  const descriptor = await files.open(segment.log, 'write')
  const sizeBytes = await disk.sizeOf(descriptor)
  const scan = await scanSegment(environment, segment, config, visitor, sizeBytes)
  const truncatedBytes = sizeBytes - scan.validBytes
  if (truncatedBytes > 0) {
    await disk.truncate(await files.open(segment.log, 'write'), scan.validBytes)
  }
  segment.sizeBytes = scan.validBytes
  metrics.recoveredBytes.add(scan.validBytes)
  metrics.truncatedBytes.add(truncatedBytes)
  return {
    validBytes: scan.validBytes,
    truncatedBytes,
    nextOffset: scan.nextOffset,
    reason: scan.reason,
    hasGaps: scan.hasGaps,
  }
}

/** Makes both indexes again, as far as the log is good, and leaves the log as it is. */
export async function rebuildIndexes(
  environment: LogEnvironment,
  segment: Segment,
  config: LogConfig,
): Promise<void> {
  await scanSegment(environment, segment, config, { onBatch: () => {} }, segment.sizeBytes)
}

async function scanSegment(
  environment: LogEnvironment,
  segment: Segment,
  config: LogConfig,
  visitor: RecoveryVisitor,
  sizeBytes: number,
): Promise<SegmentScan> {
  const descriptor = await environment.files.open(segment.log, 'write')
  await segment.offsetIndex.entries.reset()
  await segment.timeIndex.entries.reset()
  segment.timeIndex.loadLast()
  segment.maxTimestamp = -1
  segment.maxTimestampOffset = segment.baseOffset
  segment.bytesSinceIndexEntry = 0
  segment.firstTimestamp = NO_FIRST_TIMESTAMP
  const scan = new SegmentScan(environment, segment, config, visitor, descriptor, sizeBytes)
  await environment.jobs.run(scan.run())
  segment.completeTimeIndex()
  await segment.flushIndexes()
  segment.isIndexLoaded = true
  return scan
}

class SegmentScan {
  validBytes: number
  nextOffset: number
  reason: string
  hasGaps: boolean
  readonly #environment: LogEnvironment
  readonly #segment: Segment
  readonly #config: LogConfig
  readonly #visitor: RecoveryVisitor
  readonly #descriptor: FileDescriptor
  readonly #sizeBytes: number
  readonly #batch: BatchView
  #buffer: Uint8Array

  constructor(
    environment: LogEnvironment,
    segment: Segment,
    config: LogConfig,
    visitor: RecoveryVisitor,
    descriptor: FileDescriptor,
    sizeBytes: number,
  ) {
    this.validBytes = 0
    this.nextOffset = segment.baseOffset
    this.reason = ''
    this.hasGaps = false
    this.#environment = environment
    this.#segment = segment
    this.#config = config
    this.#visitor = visitor
    this.#descriptor = descriptor
    this.#sizeBytes = sizeBytes
    this.#buffer = new Uint8Array(Math.min(STEP_BYTES, sizeBytes))
    this.#batch = new BatchView(this.#buffer)
  }

  *run(): Job<void> {
    while (this.reason === '' && this.validBytes < this.#sizeBytes) {
      const left = this.#sizeBytes - this.validBytes
      const wanted = Math.min(this.#buffer.length, left)
      const view = this.#buffer.subarray(0, wanted)
      const { disk } = this.#environment
      const count = disk.readNow(this.#descriptor, view, this.validBytes)
      const needed = this.#takeBatches(view.subarray(0, count))
      yield
      if (needed > this.#buffer.length) this.#buffer = new Uint8Array(needed)
      else if (needed > 0 && count === left) this.reason = 'the last batch is cut short'
    }
  }

  /** Takes the whole batches; the size of the next one when it does not lie whole in `bytes`, or 0. */
  #takeBatches(bytes: Uint8Array): number {
    const start = this.validBytes
    for (;;) {
      const at = this.validBytes - start
      const left = this.#sizeBytes - this.validBytes
      if (left === 0) return 0
      if (left < RECORD_BATCH_OVERHEAD) return this.#stop('the last batch is cut short')
      if (bytes.length - at < RECORD_BATCH_OVERHEAD) return RECORD_BATCH_OVERHEAD
      const batch = this.#batch.reset(bytes, at)
      const { sizeBytes, magic } = batch
      if (magic < MAGIC_V2) this.#refuseOldFormat(bytes, at)
      if (magic !== MAGIC_V2) return this.#stop(`magic ${magic} is unknown`)
      if (sizeBytes < RECORD_BATCH_OVERHEAD) return this.#stop(`batch size ${sizeBytes}`)
      if (sizeBytes > left) return this.#stop('the last batch is cut short')
      if (sizeBytes > bytes.length - at) return sizeBytes
      const fault = this.#faultOf(batch)
      if (fault !== '') return this.#stop(fault)
      this.#take(batch)
    }
  }

  #stop(reason: string): 0 {
    this.reason = reason
    return 0
  }

  /** A good message of an old format is no damage: cutting it off would lose it. */
  #refuseOldFormat(bytes: Uint8Array, at: number): void {
    const old = new LegacyBatchView(bytes, at)
    if (batchSizeAt(bytes, at, bytes.length) < 0) return
    try {
      old.ensureValid()
    } catch (error) {
      if (error instanceof CorruptBatchError) return
      throw error
    }
    throw new LogOldFormatError(this.#segment.log.path, this.validBytes, old.magic)
  }

  #faultOf(batch: BatchView): string {
    if (!batch.isValid(this.#environment.checksum)) return 'the CRC is wrong'
    if (batch.lastOffsetDelta < 0) return 'offsets run backwards'
    if (batch.baseOffset < this.nextOffset) return 'offsets run backwards'
    if (!this.#segment.offsetIndex.canHold(batch.lastOffset)) return 'the offset is out of range'
    return ''
  }

  #take(batch: BatchView): void {
    const segment = this.#segment
    const { lastOffset, maxTimestamp, sizeBytes } = batch
    if (this.validBytes === 0) segment.firstTimestamp = Math.max(NO_FIRST_TIMESTAMP, maxTimestamp)
    segment.noteTimestamp(maxTimestamp, lastOffset)
    if (segment.bytesSinceIndexEntry > this.#config.indexIntervalBytes) {
      segment.offsetIndex.append(lastOffset, this.validBytes)
      segment.timeIndex.append(segment.maxTimestamp, segment.maxTimestampOffset)
      segment.bytesSinceIndexEntry = 0
    }
    segment.bytesSinceIndexEntry += sizeBytes
    const isDense = batch.recordsCount === batch.lastOffsetDelta + 1
    if (!isDense || batch.baseOffset > this.nextOffset) this.hasGaps = true
    this.#visitor.onBatch(batch)
    this.validBytes += sizeBytes
    this.nextOffset = batch.nextOffset
  }
}
