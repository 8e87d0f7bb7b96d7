import type { Disk, FileDescriptor, Logger, OpenMode } from '@samsa/base'

/** Not open. */
export const CLOSED: FileDescriptor = -1

/** A file that is opened when it is needed and closed when others need the room. */
export class LogFile {
  path: string
  /** `CLOSED` when it has to be opened first. */
  descriptor: FileDescriptor
  lastUse: number
  opening: Promise<FileDescriptor> | undefined

  constructor(path: string) {
    this.path = path
    this.descriptor = CLOSED
    this.lastUse = 0
    this.opening = undefined
  }
}

/**
 * Files among the last uses are not evicted: whoever opened several, one after the other, finds them
 * open when the last one is.
 */
const RECENT_USES = 256

/** Share of the open files that an overflow closes, so that it does not happen at every open. */
const EVICTED_SHARE = 1 / 16

/**
 * Open files of a node, at most `openFilesMax` and those that were used a moment ago. The least
 * recently used go first. A descriptor is valid until the next `await`: take it from the `LogFile`
 * right before each use.
 */
export class FileTable {
  readonly #disk: Disk
  readonly #logger: Logger
  readonly #openFilesMax: number
  readonly #open: Set<LogFile>
  #useCount: number

  constructor(disk: Disk, logger: Logger, openFilesMax: number) {
    this.#disk = disk
    this.#logger = logger
    this.#openFilesMax = openFilesMax
    this.#open = new Set()
    this.#useCount = 0
  }

  get openCount(): number {
    return this.#open.size
  }

  /** Marks the file as used; its descriptor, or `CLOSED`. */
  use(file: LogFile): FileDescriptor {
    this.#useCount += 1
    file.lastUse = this.#useCount
    return file.descriptor
  }

  /** Opens it unless it is open. Rejects with `DiskError`. */
  async open(file: LogFile, mode: OpenMode): Promise<FileDescriptor> {
    if (file.descriptor !== CLOSED) return this.use(file)
    if (file.opening !== undefined) return file.opening
    file.opening = this.#openNow(file, mode)
    try {
      return await file.opening
    } finally {
      file.opening = undefined
    }
  }

  async #openNow(file: LogFile, mode: OpenMode): Promise<FileDescriptor> {
    file.descriptor = await this.#disk.open(file.path, mode)
    this.#open.add(file)
    this.use(file)
    if (this.#open.size > this.#openFilesMax) this.#evict()
    return file.descriptor
  }

  /** Operations under way on it end first. Does nothing when it is not open. */
  async close(file: LogFile): Promise<void> {
    if (file.opening !== undefined) await file.opening.catch(() => CLOSED)
    const { descriptor } = file
    if (descriptor === CLOSED) return
    file.descriptor = CLOSED
    this.#open.delete(file)
    await this.#disk.close(descriptor)
  }

  #evict(): void {
    const count = Math.max(1, Math.floor(this.#openFilesMax * EVICTED_SHARE))
    const idle = [...this.#open].filter((file) => file.lastUse < this.#useCount - RECENT_USES)
    for (const file of idle.sort((a, b) => a.lastUse - b.lastUse).slice(0, count)) {
      this.close(file).catch((error: unknown) => {
        this.#logger.log('warn', 'cannot close a file', { path: file.path, error })
      })
    }
  }
}
