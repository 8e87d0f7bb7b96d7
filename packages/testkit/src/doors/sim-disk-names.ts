import { DiskError, type FileStatus } from '@samsa/base'

import { SimFile } from './sim-file.ts'
import { SimDirectory } from './sim-names.ts'
import { notFound, type SimVolume } from './sim-volume.ts'

/** The calls of the disk door that change or look up names, as Linux answers them. */

export function statusOf(volume: SimVolume, path: string): FileStatus | undefined {
  try {
    const { node } = volume.find('status', path)
    if (node === undefined) return undefined
    return {
      sizeBytes: node instanceof SimFile ? node.sizeBytes : 4096,
      modifiedMs: node.modifiedMs,
      isDirectory: node instanceof SimDirectory,
      device: 1,
      inode: node.inode,
    }
  } catch (error) {
    if (error instanceof DiskError && error.code === 'DISK_NOT_FOUND') return undefined
    throw error
  }
}

export function rename(volume: SimVolume, from: string, to: string): void {
  const source = volume.find('rename', from)
  const target = volume.find('rename', to)
  const { node } = source
  if (node === undefined) throw notFound('rename', from)
  if (node === target.node) return
  if (target.node !== undefined) refuseReplacement(node, target.node, to)
  volume.journal.change([
    { directory: source.directory, name: source.name, node: undefined },
    { directory: target.directory, name: target.name, node },
  ])
  if (target.node instanceof SimFile) volume.unlinked(target.node)
}

function refuseReplacement(
  node: SimFile | SimDirectory,
  replaced: SimFile | SimDirectory,
  path: string,
): void {
  if (node instanceof SimFile && replaced instanceof SimDirectory) {
    throw new DiskError('DISK_IO', 'rename', path, 'it is a directory')
  }
  if (node instanceof SimDirectory && replaced instanceof SimFile) throw notFound('rename', path)
  if (replaced instanceof SimDirectory && replaced.names.size > 0) {
    throw new DiskError('DISK_EXISTS', 'rename', path, 'the directory is not empty')
  }
}

export function unlink(volume: SimVolume, path: string): void {
  const { directory, name, node } = volume.find('unlink', path)
  if (node === undefined) throw notFound('unlink', path)
  if (node instanceof SimDirectory) {
    throw new DiskError('DISK_IO', 'unlink', path, 'it is a directory')
  }
  volume.journal.change([{ directory, name, node: undefined }])
  volume.unlinked(node)
}

export function makeDirectory(volume: SimVolume, path: string): void {
  const { directory, name, node } = volume.find('makeDirectory', path)
  if (node !== undefined) {
    throw new DiskError('DISK_EXISTS', 'makeDirectory', path, 'it exists already')
  }
  volume.journal.change([{ directory, name, node: volume.newDirectory() }])
}

export function removeDirectory(volume: SimVolume, path: string): void {
  const { directory, name, node } = volume.find('removeDirectory', path)
  if (!(node instanceof SimDirectory)) throw notFound('removeDirectory', path)
  if (node.names.size > 0) {
    throw new DiskError('DISK_EXISTS', 'removeDirectory', path, 'the directory is not empty')
  }
  volume.journal.change([{ directory, name, node: undefined }])
}
