import { RECORD_BATCH_OVERHEAD } from '@samsa/protocol'
import type { LogEnvironment } from '../environment.ts'
import { HeaderCursor } from './header-cursor.ts'
import type { Segment } from './segment.ts'

/**
 * A cursor from the index entry at or below `offset`. The index must be loaded and the files open.
 * Reads one index interval at a time, which is what lies between two entries at most. Throws
 * `DiskError`.
 */
export function cursorAt(
  environment: LogEnvironment,
  segment: Segment,
  offset: number,
  indexIntervalBytes: number,
): HeaderCursor {
  const position = segment.offsetIndex.lookup(offset)
  return cursorFrom(environment, segment, position, indexIntervalBytes)
}

export function cursorFrom(
  environment: LogEnvironment,
  segment: Segment,
  position: number,
  indexIntervalBytes: number,
): HeaderCursor {
  const { disk, files, headerScratch } = environment
  const interval = indexIntervalBytes + RECORD_BATCH_OVERHEAD
  const scratch = headerScratch.subarray(0, Math.min(headerScratch.length, interval))
  return new HeaderCursor(disk, files.use(segment.log), position, segment.sizeBytes, scratch)
}

/**
 * Byte where the first batch with a last offset ≥ `offset` begins; `sizeBytes` of the segment when it
 * has none, −1 when the log is broken before it. Throws `DiskError`.
 */
export function positionOf(
  environment: LogEnvironment,
  segment: Segment,
  offset: number,
  indexIntervalBytes: number,
): number {
  const cursor = cursorAt(environment, segment, offset, indexIntervalBytes)
  while (cursor.next()) {
    if (cursor.batch.lastOffset >= offset) return cursor.position
  }
  return cursor.stopped === 'corrupt' ? -1 : segment.sizeBytes
}
