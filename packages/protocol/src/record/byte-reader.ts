import type { ChunkSource } from '../compression/source.ts'

/** Byte by byte over an array or over decompressed pieces. Slow and exact; the walk is the fast one. */
export class ByteReader {
  chunk: Uint8Array
  at: number
  /** End of the bytes in `chunk`. */
  end: number
  readonly source: ChunkSource | undefined

  /** Without a source: `bytes[at, end)` is all there is. */
  constructor(source: ChunkSource | undefined, bytes: Uint8Array = NO_BYTES, at = 0, end = 0) {
    this.source = source
    this.chunk = bytes
    this.at = at
    this.end = end
  }

  /** Whether there is another byte. Throws what the source throws. */
  hasMore(): boolean {
    if (this.at < this.end) return true
    if (this.source === undefined || !this.source.advance()) return false
    this.chunk = this.source.chunk
    this.at = 0
    this.end = this.source.length
    return true
  }

  /** −1 at the end. */
  readByte(): number {
    return this.hasMore() ? this.chunk[this.at++]! : -1
  }

  /** Steps over `count` bytes; false when there are not so many. */
  skip(count: number): boolean {
    let left = count
    while (left > 0) {
      if (!this.hasMore()) return false
      const step = Math.min(left, this.end - this.at)
      this.at += step
      left -= step
    }
    return true
  }
}

const NO_BYTES = new Uint8Array(0)
