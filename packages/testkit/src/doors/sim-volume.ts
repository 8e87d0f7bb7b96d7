import { DiskError } from '@samsa/base'

import type { Prng } from './prng.ts'
import type { CrashMode } from './sim-crash.ts'
import { type DiskFault, DiskFaults, type InjectedFault } from './sim-disk-faults.ts'
import { SimFile } from './sim-file.ts'
import { NameJournal, SimDirectory } from './sim-names.ts'

/** A path taken apart: the directory that holds the name, the name, and what it stands for now. */
export interface Place {
  readonly directory: SimDirectory
  readonly name: string
  readonly node: SimFile | SimDirectory | undefined
}

/** The file system of a host. It outlives the host's nodes; a crash leaves what `CrashMode` says. */
export class SimVolume {
  readonly sizeBytesMax: number
  readonly journal: NameJournal
  readonly faults: DiskFaults
  /** Paths locked by the node that runs. */
  readonly locks: Set<string>
  readonly #random: Prng
  readonly #root: SimDirectory
  #nextInode: number
  #usedBytes: number

  constructor(random: Prng, limits: { readonly diskBytesMax: number }) {
    this.sizeBytesMax = limits.diskBytesMax
    this.journal = new NameJournal()
    this.faults = new DiskFaults()
    this.locks = new Set()
    this.#random = random
    this.#root = new SimDirectory(1)
    this.#nextInode = 2
    this.#usedBytes = 0
  }

  get usedBytes(): number {
    return this.#usedBytes
  }

  /** Makes an operation fail that will come; see `DiskFault`. */
  inject(fault: DiskFault): InjectedFault {
    return this.faults.inject(fault)
  }

  /** Makes the directories of `path`, durably: the scene of a test. */
  makeDirectories(path: string): void {
    let directory = this.#root
    for (const name of partsOf(path)) {
      let next = directory.names.get(name)
      if (next === undefined) {
        next = this.newDirectory()
        this.journal.change([{ directory, name, node: next }])
      }
      if (next instanceof SimFile) throw new Error(`${path}: ${name} is a file`)
      directory = next
    }
    this.journal.syncAll()
  }

  /** What a reader would see, or `undefined` where there is no such file. */
  bytesOf(path: string): Uint8Array | undefined {
    const { node } = this.find('read', path)
    return node instanceof SimFile ? node.bytes() : undefined
  }

  /** Every file's path, sorted. */
  filePaths(): readonly string[] {
    const paths: string[] = []
    collect(this.#root, '', paths)
    return paths.sort()
  }

  newFile(): SimFile {
    return new SimFile(this.#nextInode++)
  }

  newDirectory(): SimDirectory {
    return new SimDirectory(this.#nextInode++)
  }

  /** Throws `DISK_NOT_FOUND` when a directory on the way is missing. */
  find(operation: string, path: string): Place {
    const parts = partsOf(path)
    const name = parts.pop()
    let directory = this.#root
    for (const part of parts) {
      const next = directory.names.get(part)
      if (!(next instanceof SimDirectory)) throw notFound(operation, path)
      directory = next
    }
    if (name === undefined) return { directory, name: '.', node: directory }
    return { directory, name, node: directory.names.get(name) }
  }

  directoryAt(operation: string, path: string): SimDirectory {
    const { node } = this.find(operation, path)
    if (!(node instanceof SimDirectory)) throw notFound(operation, path)
    return node
  }

  /** Writes as much as the volume has room for; 0 when it is full. */
  write(file: SimFile, position: number, bytes: Uint8Array): number {
    const before = file.sizeBytes
    const free = this.sizeBytesMax - this.#usedBytes
    const count = Math.min(bytes.length, Math.max(0, before + free - position))
    if (count > 0) file.write(position, bytes.subarray(0, count))
    this.#usedBytes += file.sizeBytes - before
    return count
  }

  truncate(file: SimFile, sizeBytes: number): void {
    this.#usedBytes += sizeBytes - file.sizeBytes
    file.truncate(sizeBytes)
  }

  /** A file without a name lives on while it is open. */
  unlinked(file: SimFile): void {
    file.isLinked = false
    this.closed(file)
  }

  closed(file: SimFile): void {
    if (!file.isLinked && file.openCount === 0) this.#usedBytes -= file.sizeBytes
  }

  /** Descriptors and locks end with the process; files that had no name any more are gone. */
  onProcessDied(): void {
    this.locks.clear()
    const files = this.#linkedFiles()
    for (const file of files) file.openCount = 0
    this.#usedBytes = files.reduce((sum, file) => sum + file.sizeBytes, 0)
  }

  crash(mode: CrashMode): void {
    this.journal.crash(this.#root, mode, this.#random)
    const files = this.#linkedFiles()
    for (const file of files) {
      file.isLinked = true
      file.crash(mode, this.#random)
    }
    this.onProcessDied()
  }

  #linkedFiles(): readonly SimFile[] {
    const files: SimFile[] = []
    const visit = (directory: SimDirectory): void => {
      for (const node of directory.names.values()) {
        if (node instanceof SimFile) files.push(node)
        else visit(node)
      }
    }
    visit(this.#root)
    return files
  }
}

export function partsOf(path: string): string[] {
  return path.split('/').filter((part) => part !== '' && part !== '.')
}

export function notFound(operation: string, path: string): DiskError {
  return new DiskError('DISK_NOT_FOUND', operation, path, 'no such file or directory')
}

function collect(directory: SimDirectory, prefix: string, paths: string[]): void {
  for (const [name, node] of directory.names) {
    if (node instanceof SimFile) paths.push(`${prefix}/${name}`)
    else collect(node, `${prefix}/${name}`, paths)
  }
}
