import { DiskError } from '@samsa/base'
import { CLOSED } from '../files/file-table.ts'
import { encodeProducerSnapshot } from '../producer/snapshot-format.ts'
import { Segment } from '../segment/segment.ts'
import type { LogCore } from './log-core.ts'

/**
 * Closes the active segment and begins one at the log end offset. Only for the owner of the append
 * queue. Rejects with `DiskError`, and the log is as before. Nothing is synced here: the next flush
 * brings the old segment, the snapshot and the new names to the platter, in this order.
 */
export async function rollSegment(core: LogCore): Promise<void> {
  const { environment, segments, producerState } = core
  const old = segments.active
  if (old.sizeBytes === 0 && old.baseOffset === core.logEndOffset) return
  const next = new Segment(environment, core.identity.path, core.logEndOffset, core.config, 0)
  await createSegmentFiles(core, next)

  old.completeTimeIndex()
  if (producerState.needsSnapshot) {
    const bytes = encodeProducerSnapshot(producerState.producers.values(), environment.checksum)
    core.pendingSnapshots.push({ at: producerState.endOffset, bytes })
    producerState.snapshotOffset = producerState.endOffset
  }
  next.initialise()
  segments.add(next)
  core.isDirectoryDirty = true
}

/** Makes the three files, empty, and leaves them open. Rejects with `DiskError`. */
export async function createSegmentFiles(core: LogCore, segment: Segment): Promise<void> {
  const { files } = core.environment
  try {
    for (const file of segment.files) {
      await openEmpty(core, file)
    }
  } catch (error) {
    for (const file of segment.files) await files.close(file)
    throw error
  }
}

/** A file of that name can only be a leftover of a roll that failed. */
async function openEmpty(core: LogCore, file: Segment['log']): Promise<void> {
  const { files, disk } = core.environment
  try {
    await files.open(file, 'exclusive')
  } catch (error) {
    if (!(error instanceof DiskError) || error.code !== 'DISK_EXISTS') throw error
    await files.open(file, 'create')
    if (file.descriptor !== CLOSED) await disk.truncate(file.descriptor, 0)
  }
}
