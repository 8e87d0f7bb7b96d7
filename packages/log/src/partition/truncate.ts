import { offset, type Offset } from '@samsa/base'
import { replayProducers } from '../recovery/replay-producers.ts'
import { cursorFrom, positionOf } from '../segment/locate.ts'
import { NO_FIRST_TIMESTAMP, Segment } from '../segment/segment.ts'
import { deleteSegments } from './delete-segments.ts'
import type { LogCore } from './log-core.ts'
import { createSegmentFiles } from './roll.ts'
import { makeAppendable, makeReadable } from './segment-readiness.ts'
import { syncIndexes, syncLogFile } from './sync-files.ts'

/**
 * Drops every batch with an offset at or above `to`, on the platter too: what is appended next may
 * begin a new segment, and the recovery point then never comes back to the one that was cut. Only for
 * the owner of append queue and serial. Rejects with `DiskError` half done: the caller takes the
 * directory offline.
 */
export async function truncateLog(core: LogCore, to: Offset): Promise<void> {
  if (to >= core.logEndOffset) return
  const index = core.segments.floorIndex(to)
  if (index < 0) return restartLog(core, to)
  const { environment, segments, config } = core
  core.forgetPositions()
  await deleteSegments(core, segments.remove(index + 1, segments.length).toReversed())
  // Else the cut could outlive a crash that brings the later segments back.
  await environment.disk.syncDirectory(core.identity.path)
  const active = segments.active
  await makeReadable(environment, active, config)
  await makeAppendable(environment, active, config)
  await cutSegment(core, active, to)
  core.sizeBytes = segments.sizeBytes
  core.logEndOffset = to
  core.recoveryPoint = offset(Math.min(core.recoveryPoint, to))
  core.logStartOffset = offset(Math.min(core.logStartOffset, to))
  core.epochs.truncateFromEnd(to)
  await rewindProducers(core, to)
}

async function cutSegment(core: LogCore, segment: Segment, to: Offset): Promise<void> {
  const { environment, config } = core
  const found = positionOf(environment, segment, to, config.indexIntervalBytes)
  const position = found < 0 ? segment.sizeBytes : found
  const descriptor = await environment.files.open(segment.log, 'write')
  await environment.disk.truncate(descriptor, position)
  segment.sizeBytes = position
  await segment.offsetIndex.truncateTo(to)
  await segment.timeIndex.truncateTo(to)
  await syncLogFile(environment, segment.log, 'flush')
  await syncIndexes(environment, segment)
  const { count } = segment.offsetIndex.entries
  const indexed = count === 0 ? 0 : segment.offsetIndex.positionAt(count - 1)
  segment.bytesSinceIndexEntry = position - indexed
  segment.maxTimestamp = segment.timeIndex.lastTimestamp
  segment.maxTimestampOffset = segment.timeIndex.lastOffset
  const from = segment.offsetIndex.lookup(segment.maxTimestampOffset)
  const cursor = cursorFrom(environment, segment, from, config.indexIntervalBytes)
  while (cursor.next()) segment.noteTimestamp(cursor.batch.maxTimestamp, cursor.batch.lastOffset)
  if (position > 0) return
  segment.firstTimestamp = NO_FIRST_TIMESTAMP
  segment.createdMs = environment.clock.wallMs()
}

/** Producer state as of `to`: from the newest snapshot below, and the batches behind it. */
async function rewindProducers(core: LogCore, to: Offset): Promise<void> {
  const { producerState, snapshots, environment, segments, config } = core
  core.pendingSnapshots = core.pendingSnapshots.filter((pending) => pending.at <= to)
  await snapshots.remove((at) => at > to)
  if (producerState.endOffset <= to) return
  const loaded = await snapshots.loadNewest(to, (error) => {
    environment.logger.log('warn', 'producer snapshot dropped', { error })
  })
  producerState.reset(loaded?.at ?? segments.first.baseOffset)
  producerState.load(loaded?.producers ?? [])
  await replayProducers(environment, segments, config, producerState, to)
}

/** Drops everything, and begins again, empty, at `at`. As `truncateLog`. */
export async function restartLog(core: LogCore, at: Offset): Promise<void> {
  const { environment, segments, identity, config } = core
  core.forgetPositions()
  await deleteSegments(core, segments.remove(0, segments.length).toReversed())
  await environment.disk.syncDirectory(identity.path)
  const segment = new Segment(environment, identity.path, at, config, 0)
  await createSegmentFiles(core, segment)
  segment.initialise()
  segments.add(segment)
  core.isDirectoryDirty = true
  core.sizeBytes = 0
  core.logStartOffset = at
  core.logEndOffset = at
  core.recoveryPoint = at
  core.epochs.clear()
  core.pendingSnapshots = []
  await core.snapshots.remove(() => true)
  core.producerState.reset(at)
}
