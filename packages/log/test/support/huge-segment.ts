import type { Disk, FileDescriptor, OpenMode, TransferDone } from '@samsa/base'
import { patchOffsets } from '@samsa/protocol'
import { writeInt32 } from '../../src/bytes.ts'
import { batchOf } from './batches.ts'
import { CountingDisk } from './counting-disk.ts'

/** Index entries as the interval of 4096 bytes makes them. */
const INTERVAL_BYTES = 4096

/**
 * A disk on which every `.log` is a segment of equal batches, made up as it is read: a gigabyte that
 * takes no room. All else is a real file below.
 */
export class HugeSegmentDisk extends CountingDisk {
  readonly batchBytes: number
  readonly logBytes: number
  readonly #template: Uint8Array
  readonly #logs: Set<FileDescriptor>

  constructor(below: Disk, valueBytes: number, logBytesMin: number) {
    super(below)
    this.#template = batchOf({ valueBytes, timestamp: 1000 })
    this.batchBytes = this.#template.length
    this.logBytes = Math.ceil(logBytesMin / this.batchBytes) * this.batchBytes
    this.#logs = new Set()
  }

  get batchCount(): number {
    return this.logBytes / this.batchBytes
  }

  /** The `.index` file that belongs to the segment. */
  indexBytes(): Uint8Array {
    const entries: number[] = []
    let since = 0
    for (let index = 0; index < this.batchCount; index += 1) {
      if (since > INTERVAL_BYTES) {
        entries.push(index)
        since = 0
      }
      since += this.batchBytes
    }
    const bytes = new Uint8Array(entries.length * 8)
    for (const [entry, index] of entries.entries()) {
      writeInt32(bytes, entry * 8, index)
      writeInt32(bytes, entry * 8 + 4, index * this.batchBytes)
    }
    return bytes
  }

  override async open(path: string, mode: OpenMode): Promise<FileDescriptor> {
    const file = await super.open(path, mode)
    if (path.endsWith('.log')) this.#logs.add(file)
    return file
  }

  override status: Disk['status'] = async (path) => {
    const status = await this.below.status(path)
    return status && path.endsWith('.log') ? { ...status, sizeBytes: this.logBytes } : status
  }

  override sizeOf: Disk['sizeOf'] = async (file) =>
    this.#logs.has(file) ? this.logBytes : this.below.sizeOf(file)

  override readNow(file: FileDescriptor, into: Uint8Array, position: number): number {
    if (!this.#logs.has(file)) return super.readNow(file, into, position)
    const count = Math.max(0, Math.min(into.length, this.logBytes - position))
    for (let done = 0; done < count;) {
      const index = Math.floor((position + done) / this.batchBytes)
      const within = position + done - index * this.batchBytes
      patchOffsets(this.#template, 0, index, 0)
      const part = this.#template.subarray(within, within + count - done)
      into.set(part, done)
      done += part.length
    }
    this.note(file, count)
    return count
  }

  override read(
    file: FileDescriptor,
    into: Uint8Array,
    position: number,
    done: TransferDone,
  ): void {
    if (!this.#logs.has(file)) return super.read(file, into, position, done)
    setImmediate(() => done(null, this.readNow(file, into, position)))
  }
}
