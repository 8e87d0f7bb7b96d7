import { DiskError } from '@samsa/base'
import type { Disk, DiskDone, FileDescriptor, OpenMode, SyncClass, TransferDone } from '@samsa/base'

/** Bytes that were read from files of one kind. */
export interface ReadCount {
  reads: number
  bytes: number
}

/**
 * A disk that counts what is read from which kind of file, and fails on request. All else goes to the
 * disk below.
 */
export function countingDisk(below: Disk): CountingDisk {
  return new CountingDisk(below)
}

export class CountingDisk implements Disk {
  protected readonly below: Disk
  readonly #paths: Map<FileDescriptor, string>
  readonly #counts: Map<string, ReadCount>
  /** Writes of so many bytes succeed, then they fail with DISK_FULL. */
  bytesLeft: number
  /** At most so many bytes are taken by one write. */
  writeBytesMax: number
  isTruncateFailing: boolean
  isSyncFailing: boolean
  isOpenFailing: boolean
  /** Asynchronous writes wait here while this is set. */
  heldWrites: (() => void)[] | undefined
  syncs: string[]
  writes: number

  constructor(below: Disk) {
    this.below = below
    this.#paths = new Map()
    this.#counts = new Map()
    this.bytesLeft = Number.POSITIVE_INFINITY
    this.writeBytesMax = Number.POSITIVE_INFINITY
    this.isTruncateFailing = false
    this.isSyncFailing = false
    this.isOpenFailing = false
    this.heldWrites = undefined
    this.syncs = []
    this.writes = 0
  }

  /** What was read of files with this ending (`.log`) since the last `reset`. */
  count(suffix: string): ReadCount {
    let count = this.#counts.get(suffix)
    if (count === undefined) {
      count = { reads: 0, bytes: 0 }
      this.#counts.set(suffix, count)
    }
    return count
  }

  reset(): void {
    this.#counts.clear()
    this.syncs = []
    this.writes = 0
  }

  /** Asynchronous writes are held until the returned function is called. */
  holdWrites(): () => void {
    const held: (() => void)[] = []
    this.heldWrites = held
    return () => {
      this.heldWrites = undefined
      for (const go of held) go()
    }
  }

  protected note(file: FileDescriptor, bytes: number): void {
    const path = this.#paths.get(file) ?? ''
    const count = this.count(path.slice(path.lastIndexOf('.')))
    count.reads += 1
    count.bytes += bytes
  }

  async open(path: string, mode: OpenMode): Promise<FileDescriptor> {
    if (this.isOpenFailing) throw new DiskError('DISK_FULL', 'open', path, 'asked for by the test')
    const file = await this.below.open(path, mode)
    this.#paths.set(file, path)
    return file
  }

  async truncate(file: FileDescriptor, sizeBytes: number): Promise<void> {
    if (this.isTruncateFailing) throw this.#failure('truncate', file, 'DISK_IO')
    await this.below.truncate(file, sizeBytes)
  }

  read(file: FileDescriptor, into: Uint8Array, position: number, done: TransferDone): void {
    this.below.read(file, into, position, (error, bytes) => {
      this.note(file, bytes)
      done(error, bytes)
    })
  }

  readNow(file: FileDescriptor, into: Uint8Array, position: number): number {
    const bytes = this.below.readNow(file, into, position)
    this.note(file, bytes)
    return bytes
  }

  writev(
    file: FileDescriptor,
    pieces: readonly Uint8Array[],
    position: number,
    done: TransferDone,
  ): void {
    const go = (): void => {
      const shortened = this.#shorten(pieces)
      if (shortened === undefined) {
        setImmediate(() => done(this.#failure('write', file, 'DISK_FULL'), 0))
      } else this.below.writev(file, shortened, position, done)
    }
    if (this.heldWrites === undefined) go()
    else this.heldWrites.push(go)
  }

  writevNow(file: FileDescriptor, pieces: readonly Uint8Array[], position: number): number {
    const shortened = this.#shorten(pieces)
    if (shortened === undefined) throw this.#failure('write', file, 'DISK_FULL')
    return this.below.writevNow(file, shortened, position)
  }

  /** What a write takes; undefined when the disk is full. */
  #shorten(pieces: readonly Uint8Array[]): Uint8Array[] | undefined {
    this.writes += 1
    let left = Math.min(this.bytesLeft, this.writeBytesMax)
    if (left <= 0) return undefined
    const taken: Uint8Array[] = []
    for (const piece of pieces) {
      const part = piece.subarray(0, left)
      if (part.length === 0) break
      taken.push(part)
      left -= part.length
      this.bytesLeft -= part.length
    }
    return taken
  }

  datasync(file: FileDescriptor, syncClass: SyncClass, done: DiskDone): void {
    if (this.isSyncFailing) {
      setImmediate(() => done(this.#failure('sync', file, 'DISK_IO')))
      return
    }
    this.syncs.push(this.#paths.get(file) ?? '')
    this.below.datasync(file, syncClass, done)
  }

  #failure(operation: string, file: FileDescriptor, code: 'DISK_IO' | 'DISK_FULL'): DiskError {
    return new DiskError(code, operation, this.#paths.get(file) ?? '', 'asked for by the test')
  }

  close: Disk['close'] = (file) => this.below.close(file)
  status: Disk['status'] = (path) => this.below.status(path)
  sizeOf: Disk['sizeOf'] = (file) => this.below.sizeOf(file)
  rename: Disk['rename'] = (from, to) => this.below.rename(from, to)
  unlink: Disk['unlink'] = (path) => this.below.unlink(path)
  makeDirectory: Disk['makeDirectory'] = (path) => this.below.makeDirectory(path)
  removeDirectory: Disk['removeDirectory'] = (path) => this.below.removeDirectory(path)
  list: Disk['list'] = (path) => this.below.list(path)
  syncDirectory: Disk['syncDirectory'] = (path) => this.below.syncDirectory(path)
  volume: Disk['volume'] = (path) => this.below.volume(path)
  readFile: Disk['readFile'] = (path, sizeBytesMax) => this.below.readFile(path, sizeBytesMax)
  lockDirectory: Disk['lockDirectory'] = (path) => this.below.lockDirectory(path)
}
