import type { Disk, FileDescriptor, SyncClass } from '@samsa/base'

/** The completion-based calls as promises, for tests. */
export function readAt(
  disk: Disk,
  file: FileDescriptor,
  into: Uint8Array,
  position: number,
): Promise<number> {
  return new Promise((resolve, reject) => {
    disk.read(file, into, position, (error, bytes) => (error ? reject(error) : resolve(bytes)))
  })
}

/** Writes all of `pieces`, going on behind short writes as every caller must. */
export async function writeAt(
  disk: Disk,
  file: FileDescriptor,
  pieces: readonly Uint8Array[],
  position: number,
): Promise<void> {
  const bytes = Buffer.concat(pieces)
  let written = await writeOnce(disk, file, pieces, position)
  while (written < bytes.length) {
    written += await writeOnce(disk, file, [bytes.subarray(written)], position + written)
  }
}

/** One call; may be short. */
export function writeOnce(
  disk: Disk,
  file: FileDescriptor,
  pieces: readonly Uint8Array[],
  position: number,
): Promise<number> {
  return new Promise((resolve, reject) => {
    disk.writev(file, pieces, position, (error, bytes) => (error ? reject(error) : resolve(bytes)))
  })
}

export function syncFile(
  disk: Disk,
  file: FileDescriptor,
  syncClass: SyncClass = 'flush',
): Promise<void> {
  return new Promise((resolve, reject) => {
    disk.datasync(file, syncClass, (error) => (error ? reject(error) : resolve()))
  })
}

/** A new file with this text. */
export async function writeText(disk: Disk, path: string, text: string): Promise<void> {
  const file = await disk.open(path, 'create')
  await writeAt(disk, file, [Buffer.from(text)], 0)
  await disk.close(file)
}

export async function textOf(disk: Disk, path: string): Promise<string> {
  return Buffer.from(await disk.readFile(path, 1024 * 1024)).toString()
}
