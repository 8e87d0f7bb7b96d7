import type { Disk, SyncClass } from '@samsa/base'

/** Undefined when the file does not exist. Rejects with `DiskError` when it is larger. */
export async function readWholeFile(
  disk: Disk,
  path: string,
  sizeBytesMax: number,
): Promise<Uint8Array | undefined> {
  if ((await disk.status(path)) === undefined) return undefined
  return disk.readFile(path, sizeBytesMax)
}

/**
 * Replaces a file as a whole: written beside it under `temporaryName`, synced, renamed over it, and
 * the directory synced. After a crash at any point the old or the new content is there.
 */
export async function replaceWholeFile(
  disk: Disk,
  directory: string,
  name: string,
  temporaryName: string,
  content: Uint8Array,
  syncClass: SyncClass,
): Promise<void> {
  const temporary = `${directory}/${temporaryName}`
  const file = await disk.open(temporary, 'create')
  try {
    await disk.truncate(file, 0)
    let written = 0
    while (written < content.length) written += await write(disk, file, content, written)
    await sync(disk, file, syncClass)
  } finally {
    await disk.close(file)
  }
  await disk.rename(temporary, `${directory}/${name}`)
  await disk.syncDirectory(directory)
}

function write(disk: Disk, file: number, content: Uint8Array, from: number): Promise<number> {
  return new Promise((resolve, reject) => {
    disk.writev(file, [content.subarray(from)], from, (error, bytes) => {
      if (error === null) resolve(bytes)
      else reject(error)
    })
  })
}

function sync(disk: Disk, file: number, syncClass: SyncClass): Promise<void> {
  return new Promise((resolve, reject) => {
    disk.datasync(file, syncClass, (error) => {
      if (error === null) resolve()
      else reject(error)
    })
  })
}
