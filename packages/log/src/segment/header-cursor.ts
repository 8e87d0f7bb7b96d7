import type { Disk, FileDescriptor } from '@samsa/base'
import { BatchView, MAGIC_V2, RECORD_BATCH_OVERHEAD } from '@samsa/protocol'

/** Why a cursor stopped. */
export type CursorEnd = 'end' | 'torn' | 'corrupt'

/**
 * Goes through the batch headers of a `.log` file in one synchronous stretch: bodies are skipped, so a
 * small piece at a time is read (`scratch`), and batches larger than it cost one read each. Only the
 * header of `batch` may be looked at.
 */
export class HeaderCursor {
  readonly batch: BatchView
  /** Byte in the file where `batch` begins. */
  position: number
  /** Set once `next` has answered false. */
  stopped: CursorEnd
  readonly #disk: Disk
  readonly #file: FileDescriptor
  readonly #endPosition: number
  readonly #scratch: Uint8Array
  /** The file's bytes that lie in `#scratch`. */
  #loadedStart: number
  #loadedEnd: number
  #nextPosition: number

  constructor(
    disk: Disk,
    file: FileDescriptor,
    position: number,
    endPosition: number,
    scratch: Uint8Array,
  ) {
    this.batch = new BatchView(scratch)
    this.position = position
    this.stopped = 'end'
    this.#disk = disk
    this.#file = file
    this.#endPosition = endPosition
    this.#scratch = scratch
    this.#loadedStart = 0
    this.#loadedEnd = 0
    this.#nextPosition = position
  }

  /** Byte behind `batch`. */
  get endOfBatch(): number {
    return this.#nextPosition
  }

  /** Moves to the next batch; false at the end, or where no batch can be. Throws `DiskError`. */
  next(): boolean {
    const position = this.#nextPosition
    if (position >= this.#endPosition) return false
    if (position + RECORD_BATCH_OVERHEAD > this.#endPosition) return this.#stop('torn')
    if (!this.#load(position)) return this.#stop('torn')
    this.batch.position = position - this.#loadedStart
    const { sizeBytes } = this.batch
    if (sizeBytes < RECORD_BATCH_OVERHEAD || this.batch.magic !== MAGIC_V2) {
      return this.#stop('corrupt')
    }
    if (position + sizeBytes > this.#endPosition) return this.#stop('torn')
    this.position = position
    this.#nextPosition = position + sizeBytes
    return true
  }

  #stop(why: CursorEnd): false {
    this.stopped = why
    return false
  }

  #load(position: number): boolean {
    const end = position + RECORD_BATCH_OVERHEAD
    if (position >= this.#loadedStart && end <= this.#loadedEnd) return true
    const wanted = Math.min(this.#scratch.length, this.#endPosition - position)
    const count = this.#disk.readNow(this.#file, this.#scratch.subarray(0, wanted), position)
    this.#loadedStart = position
    this.#loadedEnd = position + count
    return count >= RECORD_BATCH_OVERHEAD
  }
}
