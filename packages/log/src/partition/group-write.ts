import { DiskError } from '@samsa/base'
import type { AppendPlan } from './append-state.ts'
import type { LogCore } from './log-core.ts'

/**
 * Writes a group behind the active segment's last batch: small ones at once, larger ones on the disk
 * door's pool (`writeNowBytesMax`). Short writes are continued. One write at a time; the callback is
 * bound once, so a write makes no closure.
 */
export class GroupWrite {
  readonly #core: LogCore
  readonly #done: (error: DiskError | null) => void
  readonly #onMoved: (error: DiskError | null, bytes: number) => void
  #pieces: readonly Uint8Array[]
  #position: number
  #left: number

  constructor(core: LogCore, done: (error: DiskError | null) => void) {
    this.#core = core
    this.#done = done
    this.#onMoved = (error, bytes) => this.#moved(error, bytes)
    this.#pieces = []
    this.#position = 0
    this.#left = 0
  }

  /** The active segment's log must be open. `done` may be called before this returns. */
  start(plan: AppendPlan): void {
    const { environment, segment } = this.#core
    this.#pieces = plan.pieces
    this.#position = segment.sizeBytes
    this.#left = plan.sizeBytes
    const isSmall = plan.sizeBytes <= environment.limits.writeNowBytesMax
    if (isSmall && environment.writePace.begin()) this.#writeNow()
    else this.#write()
  }

  #writeNow(): void {
    const { environment, segment } = this.#core
    const descriptor = environment.files.use(segment.log)
    try {
      while (this.#left > 0) {
        this.#advance(environment.disk.writevNow(descriptor, this.#pieces, this.#position))
      }
    } catch (error) {
      if (error instanceof DiskError) return this.#finish(error)
      throw error
    }
    environment.writePace.end()
    this.#finish(null)
  }

  #write(): void {
    const { environment, segment } = this.#core
    const descriptor = environment.files.use(segment.log)
    environment.disk.writev(descriptor, this.#pieces, this.#position, this.#onMoved)
  }

  #moved(error: DiskError | null, bytes: number): void {
    if (error !== null) return this.#finish(error)
    try {
      this.#advance(bytes)
    } catch (stuck) {
      return this.#finish(stuck as DiskError)
    }
    if (this.#left === 0) return this.#finish(null)
    this.#write()
  }

  /** Throws `DiskError` when nothing was written. */
  #advance(bytes: number): void {
    if (bytes <= 0) {
      const { path } = this.#core.segment.log
      throw new DiskError('DISK_IO', 'write', path, 'the system took no bytes')
    }
    this.#position += bytes
    this.#left -= bytes
    if (this.#left > 0) this.#pieces = piecesAfter(this.#pieces, bytes)
  }

  #finish(error: DiskError | null): void {
    this.#pieces = []
    this.#done(error)
  }
}

/** What is left of the pieces once their first `bytes` are written. */
export function piecesAfter(pieces: readonly Uint8Array[], bytes: number): Uint8Array[] {
  const rest: Uint8Array[] = []
  let skip = bytes
  for (const piece of pieces) {
    if (skip >= piece.length) skip -= piece.length
    else {
      rest.push(skip === 0 ? piece : piece.subarray(skip))
      skip = 0
    }
  }
  return rest
}
