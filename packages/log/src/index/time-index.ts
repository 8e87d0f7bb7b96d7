import { type Offset, offset as asOffset } from '@samsa/base'
import { readInt32, readInt64, writeInt32, writeInt64 } from '../bytes.ts'
import type { LogEnvironment } from '../environment.ts'
import { EntryFile } from './entry-file.ts'

const TIME_INDEX_ENTRY_BYTES = 12

/**
 * `.timeindex` of a segment: largest timestamp so far → last offset of the first batch that has it
 * (relative). Timestamps rise strictly. `docs/formats/time-index.md`.
 */
export class TimeIndex {
  readonly entries: EntryFile
  readonly baseOffset: Offset
  readonly #entriesMax: number
  /** Of the last entry; −1 when there is none. */
  lastTimestamp: number
  lastOffset: Offset

  constructor(environment: LogEnvironment, path: string, baseOffset: Offset, bytesMax: number) {
    this.entries = new EntryFile(environment, path, TIME_INDEX_ENTRY_BYTES)
    this.baseOffset = baseOffset
    this.#entriesMax = Math.floor(bytesMax / TIME_INDEX_ENTRY_BYTES)
    this.lastTimestamp = -1
    this.lastOffset = baseOffset
  }

  /** Entries that can still be added before the segment has to roll; one is kept for the roll. */
  get room(): number {
    return this.#entriesMax - 1 - this.entries.count
  }

  /** Adds an entry when the timestamp is larger than the last one's. */
  append(timestamp: number, offset: number): void {
    if (timestamp <= this.lastTimestamp) return
    this.entries.extend()
    writeInt64(this.entries.view, this.entries.at, timestamp)
    writeInt32(this.entries.view, this.entries.at + 8, offset - this.baseOffset)
    this.lastTimestamp = timestamp
    this.lastOffset = asOffset(offset)
  }

  /**
   * Last offset of the batch from which a scan finds the first record with a timestamp ≥ `timestamp`:
   * all batches before that one are older. The base offset when the index knows nothing. Throws
   * `DiskError`.
   */
  lookup(timestamp: number): Offset {
    let low = 0
    let high = this.entries.count - 1
    while (low <= high) {
      const middle = (low + high) >>> 1
      if (this.timestampAt(middle) <= timestamp) low = middle + 1
      else high = middle - 1
    }
    return high < 0 ? this.baseOffset : this.offsetAt(high)
  }

  timestampAt(index: number): number {
    this.entries.seek(index)
    return readInt64(this.entries.view, this.entries.at)
  }

  offsetAt(index: number): Offset {
    this.entries.seek(index)
    return asOffset(this.baseOffset + readInt32(this.entries.view, this.entries.at + 8))
  }

  /** Reads the last entry into memory, after the file was adopted or cut. Throws `DiskError`. */
  loadLast(): void {
    const { count } = this.entries
    this.lastTimestamp = count === 0 ? -1 : this.timestampAt(count - 1)
    this.lastOffset = count === 0 ? this.baseOffset : this.offsetAt(count - 1)
  }

  /** Drops the entries of `offset` and above. Rejects with `DiskError`. */
  async truncateTo(offset: number): Promise<void> {
    let low = 0
    let high = this.entries.count - 1
    while (low <= high) {
      const middle = (low + high) >>> 1
      if (this.offsetAt(middle) < offset) low = middle + 1
      else high = middle - 1
    }
    await this.entries.truncate(high + 1)
    this.loadLast()
  }

  /** Whether the last entries can be true; see `OffsetIndex.isPlausible`. */
  isPlausible(): boolean {
    const { count } = this.entries
    if (count === 0) return true
    if (this.offsetAt(count - 1) < this.baseOffset) return false
    return count < 2 || this.timestampAt(count - 2) < this.timestampAt(count - 1)
  }
}
