import type { Disk } from '@samsa/base'
import { readTextFile, unlinkIfThere, writeNewFile } from '../files/atomic-file.ts'
import { CLEAN_SHUTDOWN_FILE } from '../files/names.ts'
import type { CleanShutdownMarker } from '../types.ts'

const MARKER_BYTES_MAX = 4096

export function formatCleanShutdown(marker: CleanShutdownMarker): string {
  return JSON.stringify({ version: 0, brokerEpoch: marker.brokerEpoch })
}

/**
 * The marker's presence alone says "clean"; a content that cannot be read (older releases wrote an
 * empty file) has no broker epoch.
 */
export function parseCleanShutdown(text: string): CleanShutdownMarker {
  try {
    const value = JSON.parse(text) as { version?: unknown; brokerEpoch?: unknown }
    const { brokerEpoch } = value
    if (value.version === 0 && Number.isSafeInteger(brokerEpoch)) {
      return { brokerEpoch: brokerEpoch as number }
    }
  } catch {
    // Not JSON: the same as no epoch.
  }
  return { brokerEpoch: -1 }
}

/**
 * Reads and removes the marker, in this order and before anything is loaded: a crash while loading
 * then counts as unclean. Null after an unclean stop.
 */
export async function takeCleanShutdown(
  disk: Disk,
  directory: string,
): Promise<CleanShutdownMarker | null> {
  const path = `${directory}/${CLEAN_SHUTDOWN_FILE}`
  const text = await readTextFile(disk, path, MARKER_BYTES_MAX)
  if (text === undefined) return null
  await unlinkIfThere(disk, path)
  await disk.syncDirectory(directory)
  return parseCleanShutdown(text)
}

/** Last act of a clean stop; on the platter when it resolves. */
export async function writeCleanShutdown(
  disk: Disk,
  directory: string,
  marker: CleanShutdownMarker,
): Promise<void> {
  const content = Buffer.from(formatCleanShutdown(marker))
  await writeNewFile(disk, `${directory}/${CLEAN_SHUTDOWN_FILE}`, content)
  await disk.syncDirectory(directory)
}
