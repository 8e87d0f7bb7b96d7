import type { SyncClass } from '@samsa/base'
import type { LogEnvironment } from '../environment.ts'
import type { LogFile } from '../files/file-table.ts'
import type { Segment } from '../segment/segment.ts'

/** Brings a file's bytes to the platter. Rejects with `DiskError`. */
export async function syncLogFile(
  environment: LogEnvironment,
  file: LogFile,
  syncClass: SyncClass,
): Promise<void> {
  const descriptor = await environment.files.open(file, 'write')
  await new Promise<void>((resolve, reject) => {
    environment.disk.datasync(descriptor, syncClass, (error) =>
      error === null ? resolve() : reject(error),
    )
  })
}

/** Writes and syncs what the indexes hold. Rejects with `DiskError`. */
export async function syncIndexes(environment: LogEnvironment, segment: Segment): Promise<void> {
  await segment.flushIndexes()
  for (const { entries } of [segment.offsetIndex, segment.timeIndex]) {
    if (!entries.needsSync) continue
    entries.needsSync = false
    await syncLogFile(environment, entries.file, 'flush')
  }
}
