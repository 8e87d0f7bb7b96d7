import { offset, type Offset } from '@samsa/base'
import { BatchView } from '@samsa/protocol'
import { cursorAt } from '../segment/locate.ts'
import type { HeaderCursor } from '../segment/header-cursor.ts'
import type { Segment } from '../segment/segment.ts'
import type { TimestampOffset } from '../types.ts'
import type { LogCore } from './log-core.ts'
import { recordWithTimestamp } from './record-times.ts'
import { makeReadable } from './segment-readiness.ts'

/**
 * The earliest record at or above the log start with a timestamp ≥ the one asked for, below `upTo`.
 * Segments are passed over by their largest timestamp, batches by theirs; in the first batch that can
 * hold it the records are looked at. Rejects with `DiskError` or `LogCorruptBatchError`.
 */
export async function findOffsetForTimestamp(
  core: LogCore,
  timestamp: number,
  upTo: Offset,
): Promise<TimestampOffset | null> {
  const { environment, config } = core
  for (const segment of [...core.segments.all]) {
    if (segment.baseOffset >= upTo || segment.isDeleted) continue
    await core.verifier(segment)
    if (segment.maxTimestamp < timestamp) continue
    await makeReadable(environment, segment, config)
    const found = scanForTimestamp(core, segment, timestamp, upTo)
    if (found !== null) return found
  }
  return null
}

function scanForTimestamp(
  core: LogCore,
  segment: Segment,
  timestamp: number,
  upTo: Offset,
): TimestampOffset | null {
  const from = Math.max(segment.timeIndex.lookup(timestamp), core.logStartOffset)
  const interval = core.config.indexIntervalBytes
  const cursor = cursorAt(core.environment, segment, from, interval)
  while (cursor.next()) {
    const { batch } = cursor
    if (batch.baseOffset >= upTo) return null
    if (batch.maxTimestamp < timestamp || batch.lastOffset < core.logStartOffset) continue
    const whole = readBatch(core, segment, cursor)
    const place = { path: segment.log.path, position: cursor.position }
    const found = recordWithTimestamp(core, whole, timestamp, core.logStartOffset, place)
    if (found === null) continue
    return found.offset < upTo ? withEpoch(core, found) : null
  }
  return null
}

/** The earliest record with the largest timestamp. Rejects as `findOffsetForTimestamp`. */
export async function findMaxTimestamp(core: LogCore): Promise<TimestampOffset | null> {
  const { environment, config } = core
  let best: Segment | undefined
  for (const segment of [...core.segments.all]) {
    if (segment.isDeleted) continue
    await core.verifier(segment)
    if (segment.maxTimestamp > (best?.maxTimestamp ?? -1)) best = segment
  }
  if (best === undefined) return null
  await makeReadable(environment, best, config)
  const { maxTimestamp, maxTimestampOffset } = best
  const cursor = cursorAt(environment, best, maxTimestampOffset, config.indexIntervalBytes)
  while (cursor.next()) {
    if (cursor.batch.lastOffset < maxTimestampOffset) continue
    const whole = readBatch(core, best, cursor)
    const place = { path: best.log.path, position: cursor.position }
    const found = recordWithTimestamp(core, whole, maxTimestamp, core.logStartOffset, place)
    return found === null ? null : withEpoch(core, found)
  }
  return null
}

function readBatch(core: LogCore, segment: Segment, cursor: HeaderCursor): BatchView {
  const bytes = new Uint8Array(cursor.batch.sizeBytes)
  const { disk, files } = core.environment
  disk.readNow(files.use(segment.log), bytes, cursor.position)
  return new BatchView(bytes)
}

function withEpoch(
  core: LogCore,
  found: { readonly offset: number; readonly timestamp: number },
): TimestampOffset {
  const at = offset(found.offset)
  return { timestamp: found.timestamp, offset: at, leaderEpoch: core.epochs.epochFor(at) }
}
