import fs from 'node:fs'

import { DiskError } from './disk.ts'
import type {
  DirectoryLock,
  Disk,
  DiskDone,
  FileDescriptor,
  FileStatus,
  OpenMode,
  SyncClass,
  TransferDone,
  VolumeStatus,
} from './disk.ts'
import { lockDirectory } from './node-directory-lock.ts'
import { diskError } from './node-errors.ts'
import { type OpenFile, OpenFiles } from './open-files.ts'
import { SyncScheduler } from './sync-scheduler.ts'

const openFlags: Readonly<Record<OpenMode, number>> = {
  read: fs.constants.O_RDONLY,
  write: fs.constants.O_RDWR,
  create: fs.constants.O_RDWR | fs.constants.O_CREAT,
  exclusive: fs.constants.O_RDWR | fs.constants.O_CREAT | fs.constants.O_EXCL,
}

/**
 * Files of this machine, by integer descriptor. A closed descriptor's number is reused by the system
 * at once, so `close` first lets every operation under way on it end, and takes no new ones.
 */
export class NodeDisk implements Disk {
  readonly #files: OpenFiles
  readonly #syncs: SyncScheduler<OpenFile>

  constructor() {
    this.#syncs = new SyncScheduler((file, done) => issueSync(file, done))
    this.#files = new OpenFiles()
  }

  async open(path: string, mode: OpenMode): Promise<FileDescriptor> {
    const file = await called<number>('open', path, (done) =>
      fs.open(path, openFlags[mode], 0o644, done),
    )
    this.#files.add(file, path)
    return file
  }

  async close(file: FileDescriptor): Promise<void> {
    const closing = await this.#files.remove(file)
    await called<void>('close', closing.path, (done) => fs.close(file, done))
  }

  async status(path: string): Promise<FileStatus | undefined> {
    try {
      const stats = await called<fs.Stats>('look up', path, (done) => fs.stat(path, done))
      return {
        sizeBytes: stats.size,
        modifiedMs: stats.mtimeMs,
        isDirectory: stats.isDirectory(),
        device: stats.dev,
        inode: stats.ino,
      }
    } catch (error) {
      if (error instanceof DiskError && error.code === 'DISK_NOT_FOUND') return undefined
      throw error
    }
  }

  async sizeOf(file: FileDescriptor): Promise<number> {
    const open = this.#files.begin(file)
    try {
      const stats = await called<fs.Stats>('look up', open.path, (done) => fs.fstat(file, done))
      return stats.size
    } finally {
      this.#files.end(open)
    }
  }

  async truncate(file: FileDescriptor, sizeBytes: number): Promise<void> {
    const open = this.#files.begin(file)
    try {
      await called<void>('truncate', open.path, (done) => fs.ftruncate(file, sizeBytes, done))
    } finally {
      this.#files.end(open)
    }
  }

  rename(from: string, to: string): Promise<void> {
    return called<void>(`rename to ${to}`, from, (done) => fs.rename(from, to, done))
  }

  unlink(path: string): Promise<void> {
    return called<void>('remove', path, (done) => fs.unlink(path, done))
  }

  makeDirectory(path: string): Promise<void> {
    return called<void>('make directory', path, (done) => fs.mkdir(path, done))
  }

  removeDirectory(path: string): Promise<void> {
    return called<void>('remove directory', path, (done) => fs.rmdir(path, done))
  }

  async list(path: string): Promise<readonly string[]> {
    const names = await called<string[]>('list', path, (done) => fs.readdir(path, done))
    return names.sort()
  }

  async syncDirectory(path: string): Promise<void> {
    const file = await called<number>('open', path, (done) => fs.open(path, 'r', done))
    try {
      await called<void>('sync directory', path, (done) => fs.fsync(file, done))
    } finally {
      await called<void>('close', path, (done) => fs.close(file, done))
    }
  }

  async volume(path: string): Promise<VolumeStatus> {
    const stats = await called<fs.StatsFs>('look up volume of', path, (done) =>
      fs.statfs(path, done),
    )
    return {
      totalBytes: stats.blocks * stats.bsize,
      usableBytes: stats.bavail * stats.bsize,
    }
  }

  async readFile(path: string, sizeBytesMax: number): Promise<Uint8Array> {
    const file = await this.open(path, 'read')
    try {
      const sizeBytes = await this.sizeOf(file)
      if (sizeBytes > sizeBytesMax) {
        const detail = `it has ${sizeBytes} bytes, at most ${sizeBytesMax} are read`
        throw new DiskError('DISK_TOO_LARGE', 'read', path, detail)
      }
      const bytes = new Uint8Array(sizeBytes)
      const count = await new Promise<number>((resolve, reject) => {
        this.read(file, bytes, 0, (error, moved) => (error ? reject(error) : resolve(moved)))
      })
      return count === sizeBytes ? bytes : bytes.slice(0, count)
    } finally {
      await this.close(file)
    }
  }

  read(file: FileDescriptor, into: Uint8Array, position: number, done: TransferDone): void {
    const open = this.#files.begin(file)
    readFrom(open, into, 0, position, (error, bytes) => {
      this.#files.end(open)
      done(error, bytes)
    })
  }

  writev(
    file: FileDescriptor,
    pieces: readonly Uint8Array[],
    position: number,
    done: TransferDone,
  ): void {
    const open = this.#files.begin(file)
    const onWritten = (error: NodeJS.ErrnoException | null, bytes: number): void => {
      this.#files.end(open)
      if (error === null) done(null, bytes)
      else done(diskError(error, 'write', open.path), 0)
    }
    const first = pieces[0]
    if (pieces.length === 1 && first !== undefined) {
      fs.write(file, first, 0, first.length, position, onWritten)
    } else if (first === undefined) {
      setImmediate(onWritten, null, 0)
    } else {
      fs.writev(file, pieces, position, onWritten)
    }
  }

  datasync(file: FileDescriptor, syncClass: SyncClass, done: DiskDone): void {
    const open = this.#files.begin(file)
    this.#syncs.sync(open.syncs, syncClass, (error) => {
      this.#files.end(open)
      done(error)
    })
  }

  readNow(file: FileDescriptor, into: Uint8Array, position: number): number {
    const open = this.#files.get(file)
    try {
      let total = 0
      while (total < into.length) {
        const bytes = fs.readSync(file, into, total, into.length - total, position + total)
        if (bytes === 0) break
        total += bytes
      }
      return total
    } catch (error) {
      throw diskError(error as Error, 'read', open.path)
    }
  }

  writevNow(file: FileDescriptor, pieces: readonly Uint8Array[], position: number): number {
    const open = this.#files.get(file)
    const first = pieces[0]
    if (first === undefined) return 0
    try {
      if (pieces.length === 1) return fs.writeSync(file, first, 0, first.length, position)
      return fs.writevSync(file, pieces, position)
    } catch (error) {
      throw diskError(error as Error, 'write', open.path)
    }
  }

  async lockDirectory(path: string): Promise<DirectoryLock> {
    const lock = await lockDirectory(path)
    this.#files.addRoot(path)
    return {
      release: async () => {
        this.#files.removeRoot(path)
        await lock.release()
      },
    }
  }
}

/** Reads until `into` is full or the file ends: the system may return less than is there. */
function readFrom(
  open: OpenFile,
  into: Uint8Array,
  total: number,
  position: number,
  done: TransferDone,
): void {
  fs.read(open.file, into, total, into.length - total, position + total, (error, bytes) => {
    if (error !== null) return done(diskError(error, 'read', open.path), 0)
    const sum = total + bytes
    if (bytes === 0 || sum === into.length) return done(null, sum)
    readFrom(open, into, sum, position, done)
  })
}

function issueSync(open: OpenFile, done: DiskDone): void {
  fs.fdatasync(open.file, (error) => {
    done(error === null ? null : diskError(error, 'sync', open.path))
  })
}

/** A callback of `node:fs` as a promise of the door: `fs/promises` would hand out handles instead. */
function called<Value>(
  operation: string,
  path: string,
  start: (done: (error: NodeJS.ErrnoException | null, value?: Value) => void) => void,
): Promise<Value> {
  return new Promise((resolve, reject) => {
    start((error, value) => {
      if (error === null) resolve(value as Value)
      else reject(diskError(error, operation, path))
    })
  })
}
