import type { Disk } from '@samsa/base'
import {
  formatOffsetCheckpoint,
  type OffsetCheckpointEntry,
} from '../checkpoint/offset-checkpoint.ts'
import { replaceFile } from '../files/atomic-file.ts'

/**
 * Keeps one checkpoint file of a directory. At most one write runs and one waits: later callers share
 * the waiting one. What has not changed is not written again.
 */
export class CheckpointWriter {
  readonly #disk: Disk
  readonly #directory: string
  readonly #name: string
  readonly #collect: () => Iterable<OffsetCheckpointEntry>
  #running: Promise<void>
  #waiting: Promise<void> | undefined
  #written: Uint8Array | undefined

  constructor(
    disk: Disk,
    directory: string,
    name: string,
    collect: () => Iterable<OffsetCheckpointEntry>,
  ) {
    this.#disk = disk
    this.#directory = directory
    this.#name = name
    this.#collect = collect
    this.#running = Promise.resolve()
    this.#waiting = undefined
    this.#written = undefined
  }

  /** Resolves once the offsets as they are now are on the platter. Rejects with `DiskError`. */
  write(): Promise<void> {
    if (this.#waiting !== undefined) return this.#waiting
    const waiting = this.#running.then(() => {
      this.#waiting = undefined
      return this.#writeNow()
    })
    this.#waiting = waiting
    this.#running = waiting.catch(() => undefined)
    return waiting
  }

  async #writeNow(): Promise<void> {
    const content = formatOffsetCheckpoint(this.#collect())
    if (this.#written !== undefined && Buffer.compare(this.#written, content) === 0) return
    await replaceFile(this.#disk, this.#directory, this.#name, content)
    this.#written = content
  }
}
