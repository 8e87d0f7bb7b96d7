import { offset, type Offset } from '@samsa/base'
import type { Segment } from '../segment/segment.ts'
import { deleteSegments } from './delete-segments.ts'
import type { LogCore } from './log-core.ts'
import { verifyTimeIndex } from './segment-readiness.ts'

/**
 * How many segments, from the first, retention lets go: wholly below the log start offset, or, where
 * the policy deletes, older than `retention.ms` or beyond `retention.bytes`. Nothing at or above the
 * high watermark; the active segment too, when it has batches (the caller rolls it first). Rejects
 * with `DiskError`.
 */
export async function countDeletable(
  core: LogCore,
  highWatermark: Offset,
  nowMs: number,
): Promise<number> {
  const { segments, config } = core
  let excessBytes = config.retentionBytes < 0 ? -1 : core.sizeBytes - config.retentionBytes
  let count = 0
  for (const segment of segments.all) {
    const next = segments.at(count + 1)
    if ((next?.baseOffset ?? core.logEndOffset) > highWatermark) break
    if (next === undefined && segment.sizeBytes === 0) break
    const isBelowStart = next !== undefined && next.baseOffset <= core.logStartOffset
    if (!isBelowStart) {
      if (!config.isDeleted) break
      const isBeyondSize = config.retentionBytes >= 0 && excessBytes - segment.sizeBytes >= 0
      if (!isBeyondSize && !(await isTooOld(core, segment, nowMs))) break
    }
    excessBytes -= segment.sizeBytes
    count += 1
  }
  return count
}

async function isTooOld(core: LogCore, segment: Segment, nowMs: number): Promise<boolean> {
  const { retentionMs } = core.config
  if (retentionMs < 0) return false
  // What has been seen of a segment is enough to say that it is young.
  if (segment.maxTimestamp >= 0 && nowMs - segment.maxTimestamp <= retentionMs) return false
  return nowMs - (await largestTimestampOf(core, segment)) > retentionMs
}

/** Of its batches; when they have none, when the file was last written. */
async function largestTimestampOf(core: LogCore, segment: Segment): Promise<number> {
  const { environment, config } = core
  await verifyTimeIndex(environment, segment, config)
  if (segment.maxTimestamp >= 0) return segment.maxTimestamp
  const status = await environment.disk.status(segment.log.path)
  return status?.modifiedMs ?? environment.clock.wallMs()
}

/**
 * Takes the first `count` segments away; the active one is never among them. The log start offset
 * moves first, so that no reader is sent to what is going. Rejects with `DiskError`.
 */
export async function dropFirstSegments(core: LogCore, count: number): Promise<void> {
  if (count === 0) return
  const { segments, epochs } = core
  const startOffset = segments.at(count)!.baseOffset
  const dropped = segments.remove(0, count)
  core.hints.clear()
  core.logStartOffset = offset(Math.max(core.logStartOffset, startOffset))
  core.recoveryPoint = offset(Math.max(core.recoveryPoint, startOffset))
  core.sizeBytes = segments.sizeBytes
  core.pendingSnapshots = core.pendingSnapshots.filter((pending) => pending.at >= startOffset)
  epochs.truncateFromStart(core.logStartOffset)
  await deleteSegments(core, dropped)
}
