import { type Disk, DiskError, type FileDescriptor } from '@samsa/base'

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
  await renameOver(disk, directory, name, content)
  await disk.syncDirectory(directory)
}

/** `replaceFile` without the last step: until the directory is synced either content may be there. */
export async function renameOver(
  disk: Disk,
  directory: string,
  name: string,
  content: Uint8Array,
): Promise<void> {
  const path = `${directory}/${name}`
  const temporary = `${path}.tmp`
  await writeNewFile(disk, temporary, content)
  await disk.rename(temporary, path)
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

/** Bytes that a small file's first read asks for. */
const SMALL_FILE_BYTES = 4096

/**
 * A whole small file; undefined when it does not exist. Read in one synchronous stretch, since a start
 * reads three for each partition and each trip through the disk's pool costs more than the read.
 * Rejects with `DiskError`, also (`DISK_TOO_LARGE`) beyond `sizeBytesMax`.
 */
export async function readSmallFile(
  disk: Disk,
  path: string,
  sizeBytesMax: number,
): Promise<Uint8Array | undefined> {
  const file = await openIfThere(disk, path)
  if (file === undefined) return undefined
  try {
    let bytes = new Uint8Array(SMALL_FILE_BYTES)
    let count = disk.readNow(file, bytes, 0)
    if (count === bytes.length) {
      const sizeBytes = await disk.sizeOf(file)
      if (sizeBytes > sizeBytesMax) {
        const detail = `it has ${sizeBytes} bytes, at most ${sizeBytesMax} are read`
        throw new DiskError('DISK_TOO_LARGE', 'read', path, detail)
      }
      bytes = new Uint8Array(sizeBytes)
      count = disk.readNow(file, bytes, 0)
    }
    return bytes.subarray(0, count)
  } finally {
    await disk.close(file)
  }
}

async function openIfThere(disk: Disk, path: string): Promise<FileDescriptor | undefined> {
  try {
    return await disk.open(path, 'read')
  } catch (error) {
    if (isNotFound(error)) return undefined
    throw error
  }
}

/** The file as text; undefined when it does not exist. Rejects as `readSmallFile`. */
export async function readTextFile(
  disk: Disk,
  path: string,
  sizeBytesMax: number,
): Promise<string | undefined> {
  const bytes = await readSmallFile(disk, path, sizeBytesMax)
  return bytes === undefined ? undefined : Buffer.from(bytes).toString('utf8')
}

export async function unlinkIfThere(disk: Disk, path: string): Promise<void> {
  try {
    await disk.unlink(path)
  } catch (error) {
    if (!isNotFound(error)) throw error
  }
}

export function isNotFound(error: unknown): boolean {
  return error instanceof DiskError && error.code === 'DISK_NOT_FOUND'
}
