import type { Disk, FileDescriptor } from '@samsa/base'

/** Bytes of an index file read at once; entries never straddle pages. */
export const INDEX_PAGE_BYTES_MAX = 4096

/** Room for 2^22 pages an index in one numeric key. */
const PAGES_MAX = 4_194_304

/**
 * Pages of index files, for the node, least recently used out first. A binary search in an index of
 * 2 MiB touches some nine pages when nothing is cached.
 */
export class IndexPageCache {
  readonly #disk: Disk
  readonly #pagesMax: number
  readonly #pages: Map<number, Uint8Array>
  #nextIndexId: number

  constructor(disk: Disk, bytesMax: number) {
    this.#disk = disk
    this.#pagesMax = Math.max(16, Math.floor(bytesMax / INDEX_PAGE_BYTES_MAX))
    this.#pages = new Map()
    this.#nextIndexId = 0
  }

  /** An id for a new index, or for one whose file has been cut: its old pages age out. */
  newIndexId(): number {
    this.#nextIndexId += 1
    return this.#nextIndexId
  }

  get bytes(): number {
    return this.#pages.size * INDEX_PAGE_BYTES_MAX
  }

  /**
   * Page `page` of `pageBytes` each, with at least `bytesMin` bytes in it; an index grows at its end,
   * so a page that was read too early is read again. Throws `DiskError`.
   */
  page(
    indexId: number,
    page: number,
    pageBytes: number,
    bytesMin: number,
    file: FileDescriptor,
  ): Uint8Array {
    const key = indexId * PAGES_MAX + page
    const cached = this.#pages.get(key)
    if (cached !== undefined) {
      this.#pages.delete(key)
      if (cached.length >= bytesMin) {
        this.#pages.set(key, cached)
        return cached
      }
    }
    const buffer = new Uint8Array(pageBytes)
    const count = this.#disk.readNow(file, buffer, page * pageBytes)
    const bytes = count === pageBytes ? buffer : buffer.subarray(0, count)
    this.#pages.set(key, bytes)
    if (this.#pages.size > this.#pagesMax) {
      for (const oldest of this.#pages.keys()) {
        this.#pages.delete(oldest)
        break
      }
    }
    return bytes
  }
}
