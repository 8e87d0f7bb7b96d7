import { BrokerError } from '../errors.ts'

/** A number that the disk door hands out at `open` and takes back at `close`. */
export type FileDescriptor = number

/**
 * How to open: `read` an existing file; `write` an existing file for reading and writing;
 * `create` the same, made empty where absent; `exclusive` create and fail where it exists.
 */
export type OpenMode = 'read' | 'write' | 'create' | 'exclusive'

/** Who is waiting: the door keeps a quorum sync from queueing behind a segment flush. */
export type SyncClass = 'quorum' | 'flush'

export interface FileStatus {
  readonly sizeBytes: number
  readonly modifiedMs: number
  readonly isDirectory: boolean
  /** Device and inode, for the directory lock. */
  readonly device: number
  readonly inode: number
}

export interface VolumeStatus {
  readonly totalBytes: number
  readonly usableBytes: number
}

/** `error` is null on success; `bytes` then says how much was moved. Never called synchronously. */
export type TransferDone = (error: DiskError | null, bytes: number) => void
export type DiskDone = (error: DiskError | null) => void

/**
 * Files. The data path uses the completion-based calls (no promise, callback bound once per file) or
 * the immediate ones; everything else returns promises. Paths are absolute or relative to the
 * process; separators are `/`. Every failure is a `DiskError`.
 *
 * Durability: data is safe after `datasync`; a created, renamed or removed name is safe after
 * `syncDirectory` of its parent.
 */
export interface Disk {
  open(path: string, mode: OpenMode): Promise<FileDescriptor>
  close(file: FileDescriptor): Promise<void>
  status(path: string): Promise<FileStatus | undefined>
  sizeOf(file: FileDescriptor): Promise<number>
  truncate(file: FileDescriptor, sizeBytes: number): Promise<void>
  rename(from: string, to: string): Promise<void>
  unlink(path: string): Promise<void>
  makeDirectory(path: string): Promise<void>
  removeDirectory(path: string): Promise<void>
  /** Names only, sorted, without `.` and `..`. */
  list(path: string): Promise<readonly string[]>
  syncDirectory(path: string): Promise<void>
  volume(path: string): Promise<VolumeStatus>
  /** The whole file; refuses more than `sizeBytesMax`. */
  readFile(path: string, sizeBytesMax: number): Promise<Uint8Array>

  /** Reads up to `into.length` bytes at `position`. A short count means end of file. */
  read(file: FileDescriptor, into: Uint8Array, position: number, done: TransferDone): void
  /** Writes the pieces in order at `position`; may be short, the caller goes on behind it. */
  writev(
    file: FileDescriptor,
    pieces: readonly Uint8Array[],
    position: number,
    done: TransferDone,
  ): void
  /** At most one runs and one waits per file; later callers share the waiting one. */
  datasync(file: FileDescriptor, syncClass: SyncClass, done: DiskDone): void

  /** `read`, at once. For small reads that the page cache is known to hold. Throws `DiskError`. */
  readNow(file: FileDescriptor, into: Uint8Array, position: number): number
  /** `writev`, at once. For small groups, where a trip through the pool costs more. Throws `DiskError`. */
  writevNow(file: FileDescriptor, pieces: readonly Uint8Array[], position: number): number

  /**
   * Takes the directory for this node until `release`. Refuses with `DISK_LOCKED` when any living
   * process (this one too) holds it. `.lock` is Kafka's file name for it.
   */
  lockDirectory(path: string): Promise<DirectoryLock>
}

export interface DirectoryLock {
  release(): Promise<void>
}

/** What went wrong, whatever the platform calls it. */
export type DiskFailure =
  | 'DISK_NOT_FOUND'
  | 'DISK_EXISTS'
  | 'DISK_FULL'
  | 'DISK_LOCKED'
  | 'DISK_TOO_MANY_FILES'
  | 'DISK_PERMISSION'
  | 'DISK_TOO_LARGE'
  | 'DISK_IO'

export class DiskError extends BrokerError {
  override readonly name = 'DiskError'
  readonly code: DiskFailure
  readonly path: string
  readonly operation: string

  constructor(
    code: DiskFailure,
    operation: string,
    path: string,
    detail: string,
    options?: ErrorOptions,
  ) {
    super(`cannot ${operation} ${path}: ${detail}`, options)
    this.code = code
    this.operation = operation
    this.path = path
  }
}
