import type { Disk, DiskError } from '@samsa/base'

/** `path` as a promise of the completion-based `writev`, until all bytes are written. */
export async function writeFully(
  disk: Disk,
  file: number,
  bytes: Uint8Array,
  position: number,
): Promise<void> {
  let written = 0
  while (written < bytes.length) {
    const rest = written === 0 ? bytes : bytes.subarray(written)
    written += await transferred((done) => disk.writev(file, [rest], position + written, done))
  }
}

/** A datasync as a promise. */
export function syncFile(disk: Disk, file: number): Promise<void> {
  return new Promise((resolve, reject) => {
    disk.datasync(file, 'flush', (error) => (error === null ? resolve() : reject(error)))
  })
}

export function transferred(
  start: (done: (error: DiskError | null, bytes: number) => void) => void,
): Promise<number> {
  return new Promise((resolve, reject) => {
    start((error, bytes) => (error === null ? resolve(bytes) : reject(error)))
  })
}

/**
 * Replaces a small file as a whole: written beside it (`.tmp`), synced, renamed over it, directory
 * synced. After a crash at any point the old or the new content is there. A `.tmp` left over by a
 * crash is overwritten.
 */
export async function replaceFile(
  disk: Disk,
  directory: string,
  name: string,
  content: Uint8Array,
): Promise<void> {
  const path = `${directory}/${name}`
  const temporary = `${path}.tmp`
  await writeNewFile(disk, temporary, content)
  await disk.rename(temporary, path)
  await disk.syncDirectory(directory)
}

/** Writes and syncs a file, replacing what it held. Its name is safe after `syncDirectory` only. */
export async function writeNewFile(disk: Disk, path: string, content: Uint8Array): Promise<void> {
  const file = await disk.open(path, 'create')
  try {
    await disk.truncate(file, 0)
    await writeFully(disk, file, content, 0)
    await syncFile(disk, file)
  } finally {
    await disk.close(file)
  }
}

/** The file as text; undefined when it does not exist. */
export async function readTextFile(
  disk: Disk,
  path: string,
  sizeBytesMax: number,
): Promise<string | undefined> {
  try {
    return Buffer.from(await disk.readFile(path, sizeBytesMax)).toString('utf8')
  } catch (error) {
    if (isNotFound(error)) return undefined
    throw error
  }
}

export async function unlinkIfThere(disk: Disk, path: string): Promise<void> {
  try {
    await disk.unlink(path)
  } catch (error) {
    if (!isNotFound(error)) throw error
  }
}

export function isNotFound(error: unknown): boolean {
  return (error as DiskError).code === 'DISK_NOT_FOUND'
}
