import type { Offset } from '@samsa/base'
import { isNotFound, unlinkIfThere } from '../files/atomic-file.ts'
import type { LogFile } from '../files/file-table.ts'
import {
  DELETED_SUFFIX,
  offsetFileName,
  SNAPSHOT_SUFFIX,
  TRANSACTION_INDEX_SUFFIX,
} from '../files/names.ts'
import type { Segment } from '../segment/segment.ts'
import type { LogCore } from './log-core.ts'

/**
 * Takes segments that are no longer in the list off the disk: renamed to `.deleted` now, one after the
 * other in the order given (from the outside in, so that a crash leaves no hole in the log); removed
 * after `file.delete.delay.ms`, since readers may be under way. Rejects with `DiskError`.
 */
export async function deleteSegments(core: LogCore, segments: readonly Segment[]): Promise<void> {
  const { environment, identity, config } = core
  const paths: string[] = []
  for (const segment of segments) {
    segment.isDeleted = true
    for (const file of segment.files) paths.push(await renameFile(core, file))
    for (const suffix of [TRANSACTION_INDEX_SUFFIX, SNAPSHOT_SUFFIX]) {
      const path = `${identity.path}/${offsetFileName(segment.baseOffset, suffix)}`
      paths.push(await rename(core, path))
    }
  }
  core.snapshots.forget(segments.map((segment) => segment.baseOffset))
  core.isDirectoryDirty = true
  const removeAtMs = environment.clock.monotonicMs() + config.fileDeleteDelayMs
  environment.wheel.schedule(removeAtMs, () => {
    removeFiles(core, segments, paths).catch((error: unknown) => {
      environment.logger.log('warn', 'cannot remove deleted segments', {
        partition: identity.name,
        error,
      })
    })
  })
}

/** Also when it was never made or is gone already. */
async function rename(core: LogCore, path: string): Promise<string> {
  const deleted = path + DELETED_SUFFIX
  try {
    await core.environment.disk.rename(path, deleted)
  } catch (error) {
    if (!isNotFound(error)) throw error
  }
  return deleted
}

async function renameFile(core: LogCore, file: LogFile): Promise<string> {
  file.path = await rename(core, file.path)
  return file.path
}

async function removeFiles(
  core: LogCore,
  segments: readonly Segment[],
  paths: readonly string[],
): Promise<void> {
  for (const segment of segments) await segment.close()
  for (const path of paths) await unlinkIfThere(core.environment.disk, path)
}

/** Segments wholly below `offset`, counted from the first; never the active one. */
export function segmentsBelow(core: LogCore, offset: Offset): number {
  const { segments } = core
  let count = 0
  while (count + 1 < segments.length && segments.at(count + 1)!.baseOffset <= offset) count += 1
  return count
}
