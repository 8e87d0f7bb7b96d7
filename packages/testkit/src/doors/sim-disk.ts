import {
  assert,
  type DirectoryLock,
  type Disk,
  type DiskDone,
  DiskError,
  type FileDescriptor,
  type FileStatus,
  type OpenMode,
  type SyncClass,
  type TransferDone,
  type VolumeStatus,
} from '@samsa/base'
import { type OpenFile, OpenFiles, SyncScheduler } from '@samsa/base/disk-parts'

import { Phase } from './event-queue.ts'
import type { Prng } from './prng.ts'
import type { DiskOperation } from './sim-disk-faults.ts'
import { makeDirectory, removeDirectory, rename, statusOf, unlink } from './sim-disk-names.ts'
import { SimFile } from './sim-file.ts'
import type { SimProcess } from './sim-host.ts'
import { SimDirectory } from './sim-names.ts'
import type { Range } from './simulation-options.ts'
import { notFound, partsOf, type SimVolume } from './sim-volume.ts'
import { checksumOf, checksumOfText } from './trace.ts'

interface Descriptor {
  readonly file: SimFile
  readonly isWritable: boolean
}

/**
 * Files of a simulated volume. Everything takes virtual time and several operations may overtake each
 * other, as on a pool of threads; the bytes of a write are taken at its end, so that changing them too
 * early shows. The immediate calls take their time from the process.
 */
export class SimDisk implements Disk {
  readonly #process: SimProcess
  readonly #volume: SimVolume
  readonly #random: Prng
  readonly #files: OpenFiles
  readonly #descriptors: Map<FileDescriptor, Descriptor>
  readonly #syncs: SyncScheduler<OpenFile>
  /** No number below it is free. */
  #lowestFree: number

  constructor(process: SimProcess, volume: SimVolume) {
    this.#process = process
    this.#volume = volume
    this.#random = process.simulation.random(`disk/${process.host.name}/${process.life}`)
    this.#files = new OpenFiles()
    this.#descriptors = new Map()
    this.#lowestFree = 3
    this.#syncs = new SyncScheduler((file, done) => this.#issueSync(file, done))
  }

  open(path: string, mode: OpenMode): Promise<FileDescriptor> {
    return this.#metadata('open', path, () => {
      const file = this.#fileFor(path, mode)
      const { openFilesMax } = this.#process.simulation.settings
      if (this.#descriptors.size >= openFilesMax) {
        throw new DiskError('DISK_TOO_MANY_FILES', 'open', path, `${openFilesMax} files are open`)
      }
      const descriptor = this.#freeNumber()
      file.openCount++
      this.#descriptors.set(descriptor, { file, isWritable: mode !== 'read' })
      this.#files.add(descriptor, path)
      return descriptor
    })
  }

  async close(file: FileDescriptor): Promise<void> {
    const { path } = await this.#files.remove(file)
    await this.#metadata('close', path, () => {
      const descriptor = this.#descriptors.get(file)
      assert(descriptor !== undefined, `file descriptor ${file} has no file`)
      this.#descriptors.delete(file)
      this.#lowestFree = Math.min(this.#lowestFree, file)
      descriptor.file.openCount--
      this.#volume.closed(descriptor.file)
    })
  }

  status(path: string): Promise<FileStatus | undefined> {
    return this.#metadata('status', path, () => statusOf(this.#volume, path))
  }

  sizeOf(file: FileDescriptor): Promise<number> {
    return this.#onFile('status', file, (descriptor) => descriptor.file.sizeBytes)
  }

  truncate(file: FileDescriptor, sizeBytes: number): Promise<void> {
    return this.#onFile('truncate', file, (descriptor, { path }) => {
      if (!descriptor.isWritable) throw notWritable('truncate', path)
      this.#volume.truncate(descriptor.file, sizeBytes)
      descriptor.file.modifiedMs = this.#wallMs()
    })
  }

  rename(from: string, to: string): Promise<void> {
    return this.#metadata('rename', from, () => rename(this.#volume, from, to))
  }

  unlink(path: string): Promise<void> {
    return this.#metadata('unlink', path, () => unlink(this.#volume, path))
  }

  makeDirectory(path: string): Promise<void> {
    return this.#metadata('makeDirectory', path, () => makeDirectory(this.#volume, path))
  }

  removeDirectory(path: string): Promise<void> {
    return this.#metadata('removeDirectory', path, () => removeDirectory(this.#volume, path))
  }

  list(path: string): Promise<readonly string[]> {
    return this.#metadata('list', path, () =>
      [...this.#volume.directoryAt('list', path).names.keys()].sort(),
    )
  }

  syncDirectory(path: string): Promise<void> {
    return this.#metadata('syncDirectory', path, () => {
      this.#volume.journal.sync(this.#volume.directoryAt('syncDirectory', path))
    })
  }

  volume(path: string): Promise<VolumeStatus> {
    return this.#metadata('volume', path, () => {
      this.#volume.directoryAt('volume', path)
      const { sizeBytesMax, usedBytes } = this.#volume
      return { totalBytes: sizeBytesMax, usableBytes: sizeBytesMax - usedBytes }
    })
  }

  readFile(path: string, sizeBytesMax: number): Promise<Uint8Array> {
    return this.#metadata('read', path, () => {
      const { node } = this.#volume.find('read', path)
      if (!(node instanceof SimFile)) throw notFound('read', path)
      if (node.sizeBytes > sizeBytesMax) {
        const detail = `it has ${node.sizeBytes} bytes, at most ${sizeBytesMax} are read`
        throw new DiskError('DISK_TOO_LARGE', 'read', path, detail)
      }
      return node.bytes()
    })
  }

  read(file: FileDescriptor, into: Uint8Array, position: number, done: TransferDone): void {
    const open = this.#files.begin(file)
    this.#later(this.#process.simulation.settings.diskReadUs, () => {
      const outcome = attempt(() => this.#readNow(open, into, position))
      this.#files.end(open)
      if (outcome instanceof DiskError) done(outcome, 0)
      else done(null, outcome)
    })
  }

  writev(
    file: FileDescriptor,
    pieces: readonly Uint8Array[],
    position: number,
    done: TransferDone,
  ): void {
    const open = this.#files.begin(file)
    this.#later(this.#process.simulation.settings.diskWriteUs, () => {
      const outcome = attempt(() => this.#writeNow(open, pieces, position))
      this.#files.end(open)
      if (outcome instanceof DiskError) done(outcome, 0)
      else done(null, outcome)
    })
  }

  datasync(file: FileDescriptor, syncClass: SyncClass, done: DiskDone): void {
    const open = this.#files.begin(file)
    this.#process.record(`disk.datasync`, file)
    this.#syncs.sync(open.syncs, syncClass, (error) => {
      this.#files.end(open)
      done(error)
    })
  }

  readNow(file: FileDescriptor, into: Uint8Array, position: number): number {
    this.#spend()
    return this.#readNow(this.#files.get(file), into, position)
  }

  writevNow(file: FileDescriptor, pieces: readonly Uint8Array[], position: number): number {
    this.#spend()
    return this.#writeNow(this.#files.get(file), pieces, position)
  }

  async lockDirectory(path: string): Promise<DirectoryLock> {
    const key = partsOf(path).join('/')
    await this.#metadata('lock', path, () => {
      const directory = this.#volume.directoryAt('lock', path)
      if (this.#volume.locks.has(key)) {
        throw new DiskError('DISK_LOCKED', 'lock', path, 'another node is using this directory')
      }
      this.#volume.locks.add(key)
      if (directory.names.has('.lock')) return
      this.#volume.journal.change([{ directory, name: '.lock', node: this.#volume.newFile() }])
    })
    this.#files.addRoot(path)
    return {
      release: async () => {
        this.#files.removeRoot(path)
        await this.#metadata('lock', path, () => void this.#volume.locks.delete(key))
      },
    }
  }

  #fileFor(path: string, mode: OpenMode): SimFile {
    const { directory, name, node } = this.#volume.find('open', path)
    if (node instanceof SimDirectory) {
      throw new DiskError('DISK_IO', 'open', path, 'it is a directory')
    }
    if (node !== undefined) {
      if (mode !== 'exclusive') return node
      throw new DiskError('DISK_EXISTS', 'open', path, 'it exists already')
    }
    if (mode === 'read' || mode === 'write') throw notFound('open', path)
    const file = this.#volume.newFile()
    file.modifiedMs = this.#wallMs()
    this.#volume.journal.change([{ directory, name, node: file }])
    return file
  }

  #readNow(open: OpenFile, into: Uint8Array, position: number): number {
    this.#strike('read', open.path)
    const count = this.#descriptorOf(open).file.read(position, into)
    this.#process.record('disk.read', checksumOf(into.subarray(0, count), position))
    return count
  }

  #writeNow(open: OpenFile, pieces: readonly Uint8Array[], position: number): number {
    this.#strike('write', open.path)
    const { file, isWritable } = this.#descriptorOf(open)
    if (!isWritable) throw notWritable('write', open.path)
    const bytes = Buffer.concat(pieces)
    const { shortWriteChance } = this.#process.simulation.settings
    const isShort = bytes.length > 1 && this.#random.chance(shortWriteChance)
    const wanted = isShort ? bytes.subarray(0, this.#random.between(1, bytes.length - 1)) : bytes
    const count = this.#volume.write(file, position, wanted)
    this.#process.record('disk.write', checksumOf(bytes.subarray(0, count), position))
    if (count === 0 && bytes.length > 0) {
      throw new DiskError('DISK_FULL', 'write', open.path, 'no space left on the volume')
    }
    file.modifiedMs = this.#wallMs()
    return count
  }

  /** What is durable at its end is what was written before it began. */
  #issueSync(open: OpenFile, done: DiskDone): void {
    const { file } = this.#descriptorOf(open)
    const { mark } = file
    this.#later(this.#process.simulation.settings.diskSyncUs, () => {
      const error = this.#volume.faults.strike('datasync', open.path)
      if (error === undefined) file.syncTo(mark)
      else file.dropTo(mark)
      this.#process.record('disk.synced', mark)
      done(error ?? null)
    })
  }

  async #onFile<Value>(
    operation: DiskOperation,
    file: FileDescriptor,
    action: (descriptor: Descriptor, open: OpenFile) => Value,
  ): Promise<Value> {
    const open = this.#files.begin(file)
    try {
      return await this.#metadata(operation, open.path, () =>
        action(this.#descriptorOf(open), open),
      )
    } finally {
      this.#files.end(open)
    }
  }

  #metadata<Value>(operation: DiskOperation, path: string, action: () => Value): Promise<Value> {
    return new Promise((resolve, reject) => {
      this.#later(this.#process.simulation.settings.diskMetadataUs, () => {
        this.#process.record(`disk.${operation}`, checksumOfText(path))
        try {
          this.#strike(operation, path)
          resolve(action())
        } catch (error) {
          reject(error as Error)
        }
      })
    })
  }

  #later({ low, high }: Range, run: () => void): void {
    const delayUs = this.#random.between(low, high)
    this.#process.simulation.schedule(delayUs, Phase.io, this.#process, run)
  }

  #spend(): void {
    const { low } = this.#process.simulation.settings.diskWriteUs
    this.#process.simulation.spendUs(low)
  }

  #strike(operation: DiskOperation, path: string): void {
    const error = this.#volume.faults.strike(operation, path)
    if (error !== undefined) throw error
  }

  #descriptorOf(open: OpenFile): Descriptor {
    const descriptor = this.#descriptors.get(open.file)
    assert(descriptor !== undefined, `file descriptor ${open.file} has no file`)
    return descriptor
  }

  /** The lowest free one, as POSIX hands them out: use after close finds another file. */
  #freeNumber(): FileDescriptor {
    while (this.#descriptors.has(this.#lowestFree)) this.#lowestFree++
    return this.#lowestFree
  }

  #wallMs(): number {
    const { simulation, host } = this.#process
    return Math.floor(simulation.settings.startWallMs + simulation.nowMs + host.wallOffsetMs)
  }
}

function attempt(action: () => number): number | DiskError {
  try {
    return action()
  } catch (error) {
    if (error instanceof DiskError) return error
    throw error
  }
}

function notWritable(operation: string, path: string): DiskError {
  return new DiskError('DISK_IO', operation, path, 'it is open for reading only')
}
