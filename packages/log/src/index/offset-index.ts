import { type Offset, offset as asOffset } from '@samsa/base'
import { readInt32, writeInt32 } from '../bytes.ts'
import type { LogEnvironment } from '../environment.ts'
import { EntryFile } from './entry-file.ts'

const OFFSET_INDEX_ENTRY_BYTES = 8
const RELATIVE_OFFSET_MAX = 0x7fffffff

/**
 * `.index` of a segment: last offset of a batch (relative to the base offset) → byte where the batch
 * begins. Sparse; both rise. `docs/formats/offset-index.md`.
 */
export class OffsetIndex {
  readonly entries: EntryFile
  readonly baseOffset: Offset
  readonly #entriesMax: number

  constructor(environment: LogEnvironment, path: string, baseOffset: Offset, bytesMax: number) {
    this.entries = new EntryFile(environment, path, OFFSET_INDEX_ENTRY_BYTES)
    this.baseOffset = baseOffset
    this.#entriesMax = Math.floor(bytesMax / OFFSET_INDEX_ENTRY_BYTES)
  }

  /** Entries that can still be added before the segment has to roll. */
  get room(): number {
    return this.#entriesMax - this.entries.count
  }

  /** Whether an offset can be written as a relative one. */
  canHold(offset: number): boolean {
    const relative = offset - this.baseOffset
    return relative >= 0 && relative <= RELATIVE_OFFSET_MAX
  }

  append(offset: number, position: number): void {
    this.entries.extend()
    writeInt32(this.entries.view, this.entries.at, offset - this.baseOffset)
    writeInt32(this.entries.view, this.entries.at + 4, position)
  }

  /** Byte from which a scan finds `offset`: a batch's beginning at or below it. Throws `DiskError`. */
  lookup(offset: number): number {
    const found = this.#floor(offset)
    return found < 0 ? 0 : this.positionAt(found)
  }

  offsetAt(index: number): Offset {
    this.entries.seek(index)
    return asOffset(this.baseOffset + readInt32(this.entries.view, this.entries.at))
  }

  positionAt(index: number): number {
    this.entries.seek(index)
    return readInt32(this.entries.view, this.entries.at + 4)
  }

  /** Drops the entries of `offset` and above. Rejects with `DiskError`. */
  truncateTo(offset: number): Promise<void> {
    return this.entries.truncate(this.#floor(offset - 1) + 1)
  }

  /** Last entry with an offset ≤ `offset`; −1 when there is none. */
  #floor(offset: number): number {
    let low = 0
    let high = this.entries.count - 1
    while (low <= high) {
      const middle = (low + high) >>> 1
      if (this.offsetAt(middle) <= offset) low = middle + 1
      else high = middle - 1
    }
    return high
  }

  /**
   * Whether the last entry can be true, given the size of the log: an index that was preallocated and
   * never written (zeros), or that runs ahead of its log, must not be used.
   */
  isPlausible(logSizeBytes: number): boolean {
    const { count } = this.entries
    if (count === 0) return true
    const position = this.positionAt(count - 1)
    if (position <= 0 || position >= logSizeBytes) return false
    if (this.offsetAt(count - 1) < this.baseOffset) return false
    return count < 2 || this.positionAt(count - 2) < position
  }
}
