import { type Disk, type Offset, offset } from '@samsa/base'
import type { Checksum } from '@samsa/protocol'
import { LogFileFormatError } from '../errors.ts'
import { readSmallFile, unlinkIfThere, writeNewFile } from '../files/atomic-file.ts'
import { offsetFileName, offsetOfFileName, SNAPSHOT_SUFFIX } from '../files/names.ts'
import type { ProducerEntry } from './producer-entry.ts'
import { decodeProducerSnapshot } from './snapshot-format.ts'

/** A million producers and some. */
const SNAPSHOT_BYTES_MAX = 67_108_864

/** The snapshot files of one partition. */
export class ProducerSnapshots {
  readonly #disk: Disk
  readonly #checksum: Checksum
  readonly #directory: string
  /** Rising. */
  #offsets: Offset[]

  constructor(disk: Disk, checksum: Checksum, directory: string, names: readonly string[]) {
    this.#disk = disk
    this.#checksum = checksum
    this.#directory = directory
    this.#offsets = names
      .map((name) => offsetOfFileName(name, SNAPSHOT_SUFFIX))
      .filter((found) => found >= 0)
      .sort((a, b) => a - b)
      .map(offset)
  }

  get offsets(): readonly Offset[] {
    return this.#offsets
  }

  path(at: Offset): string {
    return `${this.#directory}/${offsetFileName(at, SNAPSHOT_SUFFIX)}`
  }

  /** Written and synced; the directory is the caller's to sync. */
  async write(at: Offset, bytes: Uint8Array): Promise<void> {
    await writeNewFile(this.#disk, this.path(at), bytes)
    if (this.#offsets.includes(at)) return
    this.#offsets.push(at)
    this.#offsets.sort((a, b) => a - b)
  }

  /**
   * The newest snapshot at or below `upTo` and its entries; undefined when there is none. One that
   * cannot be read is removed, and the next older one is taken.
   */
  async loadNewest(
    upTo: Offset,
    onCorrupt: (error: LogFileFormatError) => void,
  ): Promise<{ readonly at: Offset; readonly producers: readonly ProducerEntry[] } | undefined> {
    for (;;) {
      const at = this.#offsets.findLast((candidate) => candidate <= upTo)
      if (at === undefined) return undefined
      const path = this.path(at)
      try {
        const bytes = await readSmallFile(this.#disk, path, SNAPSHOT_BYTES_MAX)
        if (bytes !== undefined) {
          return { at, producers: decodeProducerSnapshot(bytes, this.#checksum, path) }
        }
      } catch (error) {
        if (!(error instanceof LogFileFormatError)) throw error
        onCorrupt(error)
      }
      await this.remove((candidate) => candidate === at)
    }
  }

  /** The files of these offsets are gone, or belong to somebody else now. */
  forget(offsets: readonly Offset[]): void {
    this.#offsets = this.#offsets.filter((at) => !offsets.includes(at))
  }

  /** Removes the files of the offsets that are chosen. */
  async remove(isChosen: (at: Offset) => boolean): Promise<void> {
    const chosen = this.#offsets.filter(isChosen)
    this.#offsets = this.#offsets.filter((at) => !chosen.includes(at))
    for (const at of chosen) await unlinkIfThere(this.#disk, this.path(at))
  }

  /**
   * After a start: a snapshot belongs to the segment that begins at its offset; of the others only the
   * newest is kept (a clean stop wrote it), if it lies above all segments.
   */
  async removeStray(baseOffsets: readonly Offset[]): Promise<void> {
    const lastBase = baseOffsets.at(-1) ?? -1
    const newest = this.#offsets.at(-1)
    const bases = new Set(baseOffsets)
    await this.remove((at) => !bases.has(at) && !(at === newest && at > lastBase))
  }
}
