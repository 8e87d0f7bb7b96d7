import { BatchView, MAGIC_V2, RECORD_BATCH_OVERHEAD } from '@samsa/protocol'
import type { LogConfig } from '../config.ts'
import type { LogEnvironment } from '../environment.ts'
import { CLOSED } from '../files/file-table.ts'
import { cursorAt, cursorFrom } from '../segment/locate.ts'
import { rebuildIndexes } from '../recovery/recover-segment.ts'
import { FIRST_TIMESTAMP_UNKNOWN, NO_FIRST_TIMESTAMP, type Segment } from '../segment/segment.ts'

/**
 * Takes over a segment's indexes from their files, once: entries, and what follows from the last of
 * them. An index that cannot be true is made again from the log. Rejects with `DiskError`.
 */
export async function loadIndexes(
  environment: LogEnvironment,
  segment: Segment,
  config: LogConfig,
): Promise<void> {
  if (segment.isIndexLoaded) return
  segment.indexLoading ??= loadIndexesOnce(environment, segment, config)
  try {
    await segment.indexLoading
  } finally {
    segment.indexLoading = undefined
  }
}

async function loadIndexesOnce(
  environment: LogEnvironment,
  segment: Segment,
  config: LogConfig,
): Promise<void> {
  const { offsetIndex, timeIndex } = segment
  const offsets = await offsetIndex.entries.adopt()
  const times = await timeIndex.entries.adopt()
  const isTrue =
    !offsets.hasRest &&
    !times.hasRest &&
    offsetIndex.isPlausible(segment.sizeBytes) &&
    timeIndex.isPlausible() &&
    !(await isMissingEntries(environment, segment, config))
  if (!isTrue) {
    environment.logger.log('warn', 'index is made again from its log', {
      path: offsetIndex.entries.file.path,
    })
    await rebuildIndexes(environment, segment, config)
    return
  }
  timeIndex.loadLast()
  const noted = { timestamp: segment.maxTimestamp, lastOffset: segment.maxTimestampOffset }
  segment.maxTimestamp = timeIndex.lastTimestamp
  segment.maxTimestampOffset = timeIndex.lastOffset
  segment.noteTimestamp(noted.timestamp, noted.lastOffset)
  const { count } = offsetIndex.entries
  const indexedPosition = count === 0 ? 0 : offsetIndex.positionAt(count - 1)
  segment.bytesSinceIndexEntry = segment.sizeBytes - indexedPosition
  segment.isIndexLoaded = true
}

/** An index without entries beside a log that must have made some: it was lost or replaced. */
async function isMissingEntries(
  environment: LogEnvironment,
  segment: Segment,
  config: LogConfig,
): Promise<boolean> {
  const { offsetIndex, timeIndex, sizeBytes } = segment
  const lacksOffsets = offsetIndex.entries.count === 0 && sizeBytes > config.indexIntervalBytes
  const lacksTimes = timeIndex.entries.count === 0 && sizeBytes > 0
  if (!lacksOffsets && !lacksTimes) return false
  await environment.files.open(segment.log, 'write')
  const cursor = cursorFrom(environment, segment, 0, config.indexIntervalBytes)
  if (!cursor.next()) return false
  if (lacksTimes && cursor.batch.maxTimestamp >= 0) return true
  while (lacksOffsets && cursor.position <= config.indexIntervalBytes && cursor.next());
  return lacksOffsets && cursor.position > config.indexIntervalBytes
}

/**
 * Makes the indexes again when the last time index entry does not name a batch of its offset and
 * timestamp. Before look-ups by time and retention go by them. Rejects with `DiskError`.
 */
export async function verifyTimeIndex(
  environment: LogEnvironment,
  segment: Segment,
  config: LogConfig,
): Promise<void> {
  await makeReadable(environment, segment, config)
  if (segment.isTimeIndexVerified) return
  segment.isTimeIndexVerified = true
  const { lastTimestamp, lastOffset, entries } = segment.timeIndex
  if (entries.count === 0) return
  const cursor = cursorAt(environment, segment, lastOffset, config.indexIntervalBytes)
  while (cursor.next() && cursor.batch.lastOffset < lastOffset);
  const { batch } = cursor
  if (batch.lastOffset === lastOffset && batch.maxTimestamp === lastTimestamp) return
  environment.logger.log('warn', 'time index is made again from its log', {
    path: entries.file.path,
  })
  await rebuildIndexes(environment, segment, config)
}

/** Opens what `OffsetIndex.lookup` and a read of the log need. Rejects with `DiskError`. */
export async function makeReadable(
  environment: LogEnvironment,
  segment: Segment,
  config: LogConfig,
): Promise<void> {
  await loadIndexes(environment, segment, config)
  await environment.files.open(segment.log, 'write')
  if (!segment.offsetIndex.entries.isReadable) await segment.offsetIndex.entries.open()
}

/** Whether `makeAppendable` has nothing to do. */
export function isAppendable(segment: Segment): boolean {
  return (
    segment.isIndexLoaded &&
    segment.log.descriptor !== CLOSED &&
    segment.firstTimestamp !== FIRST_TIMESTAMP_UNKNOWN
  )
}

/** Opens the active segment, and reads its first batch's timestamp. Rejects with `DiskError`. */
export async function makeAppendable(
  environment: LogEnvironment,
  segment: Segment,
  config: LogConfig,
): Promise<void> {
  await loadIndexes(environment, segment, config)
  const descriptor = await environment.files.open(segment.log, 'write')
  if (segment.firstTimestamp !== FIRST_TIMESTAMP_UNKNOWN) return
  segment.firstTimestamp = NO_FIRST_TIMESTAMP
  if (segment.sizeBytes === 0) return
  const header = new Uint8Array(RECORD_BATCH_OVERHEAD)
  const count = environment.disk.readNow(descriptor, header, 0)
  const batch = new BatchView(header)
  if (count === header.length && batch.magic === MAGIC_V2) {
    segment.firstTimestamp = Math.max(NO_FIRST_TIMESTAMP, batch.maxTimestamp)
  }
}
