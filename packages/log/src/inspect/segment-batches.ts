import type { Disk, FileDescriptor } from '@samsa/base'
import { BatchView, LOG_OVERHEAD, MAGIC_V2, RECORD_BATCH_OVERHEAD } from '@samsa/protocol'

/** A batch of a segment's file. The view is the next batch's after the generator goes on. */
export interface SegmentBatch {
  readonly batch: BatchView
  /** Byte in the file. */
  readonly position: number
}

/** How the walk through a segment ended, and at which byte. */
export interface SegmentEnd {
  /** `torn`: the file ends inside a batch; `corrupt`: no batch of magic 2 can begin there. */
  readonly how: 'whole' | 'torn' | 'corrupt'
  readonly position: number
}

const WINDOW_BYTES = 262_144

/**
 * All batches of an open `.log` file, in order, without index or checks: CRCs are the caller's to look
 * at. Reads synchronously, a window at a time. Throws `DiskError`.
 */
export function* segmentBatches(
  disk: Disk,
  file: FileDescriptor,
  sizeBytes: number,
): Generator<SegmentBatch, SegmentEnd, void> {
  let window = new Uint8Array(Math.min(WINDOW_BYTES, sizeBytes))
  let loadedStart = 0
  let loadedEnd = 0
  const batch = new BatchView(window)
  for (let position = 0; position < sizeBytes;) {
    const wanted = wantedBytes(batch, position, loadedStart, loadedEnd, sizeBytes)
    if (wanted === 'torn' || wanted === 'corrupt') return { how: wanted, position }
    if (position + wanted > loadedEnd) {
      if (wanted > window.length) window = new Uint8Array(wanted)
      const into = window.subarray(0, Math.min(window.length, sizeBytes - position))
      loadedStart = position
      loadedEnd = position + disk.readNow(file, into, position)
      if (loadedEnd < position + wanted) return { how: 'torn', position }
      batch.reset(window, 0)
      continue
    }
    batch.reset(window, position - loadedStart)
    if (batch.sizeBytes > loadedEnd - position) continue
    yield { batch, position }
    position += batch.sizeBytes
    batch.position = position - loadedStart
  }
  return { how: 'whole', position: sizeBytes }
}

/** Bytes that must be in memory from `position` on before the walk can go on. */
function wantedBytes(
  batch: BatchView,
  position: number,
  loadedStart: number,
  loadedEnd: number,
  sizeBytes: number,
): number | 'torn' | 'corrupt' {
  const left = sizeBytes - position
  if (left < RECORD_BATCH_OVERHEAD) return 'torn'
  if (position + RECORD_BATCH_OVERHEAD > loadedEnd) return RECORD_BATCH_OVERHEAD
  batch.position = position - loadedStart
  if (batch.batchLength < RECORD_BATCH_OVERHEAD - LOG_OVERHEAD) return 'corrupt'
  if (batch.magic !== MAGIC_V2) return 'corrupt'
  return batch.sizeBytes > left ? 'torn' : batch.sizeBytes
}
