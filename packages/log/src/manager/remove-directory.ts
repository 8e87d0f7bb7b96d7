import type { Disk } from '@samsa/base'
import { isNotFound, unlinkIfThere } from '../files/atomic-file.ts'

/** Removes a partition's directory and what is in it; fine when it is gone. Rejects with `DiskError`. */
export async function removeDirectoryTree(disk: Disk, path: string): Promise<void> {
  let names: readonly string[]
  try {
    names = await disk.list(path)
  } catch (error) {
    if (isNotFound(error)) return
    throw error
  }
  for (const name of names) await unlinkIfThere(disk, `${path}/${name}`)
  await disk.removeDirectory(path)
}
