import { assert } from '@samsa/base'
import type { LogEnvironment } from '../environment.ts'
import { writeFully } from '../files/atomic-file.ts'
import { CLOSED, LogFile } from '../files/file-table.ts'
import { INDEX_PAGE_BYTES_MAX } from './page-cache.ts'

const PENDING_BYTES_MIN = 128

/**
 * An index file: entries of one size, only ever appended or cut at the end. What was appended lately
 * waits in memory (`pending`) and is written a page at a time, and whole at `flush`; index entries can
 * always be made again from the log, so they need not be on disk sooner.
 *
 * While entries are read that are on disk, the file must be open (`isReadable`).
 */
export class EntryFile {
  readonly file: LogFile
  readonly entryBytes: number
  /** Entries in all. */
  count: number
  readonly #environment: LogEnvironment
  readonly #pageEntries: number
  #indexId: number
  /** Entries on disk; those from here on are pending. */
  #writtenCount: number
  #pending: Uint8Array
  /** Something was written or cut and not synced yet. */
  needsSync: boolean
  /** Where `seek` found its entry. */
  view: Uint8Array
  at: number

  constructor(environment: LogEnvironment, path: string, entryBytes: number) {
    this.#environment = environment
    this.file = new LogFile(path)
    this.entryBytes = entryBytes
    this.count = 0
    this.#pageEntries = Math.floor(INDEX_PAGE_BYTES_MAX / entryBytes)
    this.#indexId = environment.indexPages.newIndexId()
    this.#writtenCount = 0
    this.#pending = EMPTY
    this.needsSync = false
    this.view = EMPTY
    this.at = 0
  }

  get hasPending(): boolean {
    return this.count > this.#writtenCount
  }

  /** Whether every entry can be read without opening the file. */
  get isReadable(): boolean {
    return this.#writtenCount === 0 || this.file.descriptor !== CLOSED
  }

  /** Opens the file for `seek`; makes it when it is missing. Rejects with `DiskError`. */
  async open(): Promise<void> {
    await this.#environment.files.open(this.file, 'create')
  }

  /** Takes over a file as found: entries as many as fit whole. Rejects with `DiskError`. */
  async adopt(): Promise<{ readonly hasRest: boolean }> {
    const descriptor = await this.#environment.files.open(this.file, 'create')
    const sizeBytes = await this.#environment.disk.sizeOf(descriptor)
    this.#writtenCount = Math.floor(sizeBytes / this.entryBytes)
    this.count = this.#writtenCount
    return { hasRest: sizeBytes % this.entryBytes !== 0 }
  }

  /** Points `view` and `at` at entry `index`. Throws `DiskError`. */
  seek(index: number): void {
    assert(index >= 0 && index < this.count, 'index entry out of range')
    if (index >= this.#writtenCount) {
      this.view = this.#pending
      this.at = (index - this.#writtenCount) * this.entryBytes
      return
    }
    const { files, indexPages } = this.#environment
    const page = Math.floor(index / this.#pageEntries)
    const at = (index - page * this.#pageEntries) * this.entryBytes
    this.view = indexPages.page(
      this.#indexId,
      page,
      this.#pageEntries * this.entryBytes,
      at + this.entryBytes,
      files.use(this.file),
    )
    assert(this.view.length >= at + this.entryBytes, `${this.file.path} is shorter than it was`)
    this.at = at
  }

  /** Points `view` and `at` at a new last entry, to be filled in by the caller at once. */
  extend(): void {
    const pendingBytes = (this.count - this.#writtenCount) * this.entryBytes
    if (pendingBytes >= INDEX_PAGE_BYTES_MAX - this.entryBytes) this.#spill()
    const at = (this.count - this.#writtenCount) * this.entryBytes
    if (at + this.entryBytes > this.#pending.length) this.#grow(at + this.entryBytes)
    this.count += 1
    this.view = this.#pending
    this.at = at
  }

  #grow(bytesMin: number): void {
    const grown = new Uint8Array(Math.max(PENDING_BYTES_MIN, this.#pending.length * 2, bytesMin))
    grown.set(this.#pending)
    this.#pending = grown
  }

  /** A full page goes to disk at once; where that fails it stays pending, and `flush` will tell. */
  #spill(): void {
    const { disk, files } = this.#environment
    const descriptor = files.use(this.file)
    if (descriptor === CLOSED) return
    const bytes = this.#pending.subarray(0, (this.count - this.#writtenCount) * this.entryBytes)
    try {
      const position = this.#writtenCount * this.entryBytes
      this.needsSync = true
      const written = disk.writevNow(descriptor, [bytes], position)
      if (written === bytes.length) this.#writtenCount = this.count
    } catch {
      return
    }
  }

  /** Writes what is pending. Rejects with `DiskError`; all stays pending then. */
  async flush(): Promise<void> {
    const descriptor = await this.#environment.files.open(this.file, 'create')
    const { count } = this
    if (count === this.#writtenCount) return
    const written = this.#writtenCount
    const bytes = this.#pending.slice(0, (count - written) * this.entryBytes)
    this.needsSync = true
    await writeFully(this.#environment.disk, descriptor, bytes, written * this.entryBytes)
    if (this.#writtenCount !== written || this.count < count) return
    this.#pending = this.#pending.slice((count - written) * this.entryBytes)
    this.#writtenCount = count
  }

  /** Keeps the first `count` entries. Rejects with `DiskError`; memory is cut all the same. */
  async truncate(count: number): Promise<void> {
    if (count >= this.count) return
    this.count = count
    if (count >= this.#writtenCount) return
    this.#writtenCount = count
    this.#pending = EMPTY
    this.#indexId = this.#environment.indexPages.newIndexId()
    await this.trim()
  }

  /** Empties index and file, whatever they hold. Rejects with `DiskError`. */
  async reset(): Promise<void> {
    this.count = 0
    this.#writtenCount = 0
    this.#pending = EMPTY
    this.#indexId = this.#environment.indexPages.newIndexId()
    await this.trim()
  }

  /** Cuts the file to the entries that are known to be in it. Rejects with `DiskError`. */
  async trim(): Promise<void> {
    const descriptor = await this.#environment.files.open(this.file, 'create')
    this.needsSync = true
    await this.#environment.disk.truncate(descriptor, this.#writtenCount * this.entryBytes)
  }
}

const EMPTY: Uint8Array = new Uint8Array(0)
