import { assert } from './errors.ts'

const SLAB_BYTES = 1024 * 1024

/**
 * Memory that is not cleared, as a plain `Uint8Array`: a `Buffer`'s `slice` is a view, and bytes that are
 * lent must be copied by whoever writes `slice`.
 */
export function rawBytes(sizeBytes: number): Uint8Array {
  return new Uint8Array(Buffer.allocUnsafeSlow(sizeBytes).buffer)
}

/** One MiB cut into places of one size. */
export class Slab {
  readonly owner: SlabClass
  readonly placeCount: number
  readonly #buffer: ArrayBufferLike
  readonly #placeBytes: number
  readonly #free: number[]

  constructor(owner: SlabClass, placeBytes: number) {
    this.owner = owner
    this.placeCount = SLAB_BYTES / placeBytes
    this.#buffer = rawBytes(SLAB_BYTES).buffer
    this.#placeBytes = placeBytes
    this.#free = []
    // The lowest place is taken first: a slab in light use touches few pages.
    for (let place = this.placeCount - 1; place >= 0; place--) this.#free.push(place)
  }

  get freeCount(): number {
    return this.#free.length
  }

  take(): number {
    const place = this.#free.pop()
    assert(place !== undefined, 'a full slab has no place')
    return place
  }

  putBack(place: number): void {
    this.#free.push(place)
  }

  bytesAt(place: number, sizeBytes: number): Uint8Array {
    return new Uint8Array(this.#buffer, place * this.#placeBytes, sizeBytes)
  }
}

/**
 * Slabs of one place size. An empty slab is given up when another has room, so that memory follows use
 * down again without a slab being made and dropped at every turn.
 */
export class SlabClass {
  readonly #placeBytes: number
  /** Slabs with at least one free place; the last is taken from. */
  readonly #withRoom: Slab[]
  #slabCount: number

  constructor(placeBytes: number) {
    this.#placeBytes = placeBytes
    this.#withRoom = []
    this.#slabCount = 0
  }

  get heldBytes(): number {
    return this.#slabCount * SLAB_BYTES
  }

  /** A slab with a free place, which the caller takes at once. */
  withRoom(): Slab {
    let slab = this.#withRoom.at(-1)
    if (slab === undefined) {
      slab = new Slab(this, this.#placeBytes)
      this.#slabCount++
      this.#withRoom.push(slab)
    }
    if (slab.freeCount === 1) this.#withRoom.pop()
    return slab
  }

  putBack(slab: Slab, place: number): void {
    slab.putBack(place)
    if (slab.freeCount === 1) this.#withRoom.push(slab)
    if (slab.freeCount < slab.placeCount || this.#withRoom.length === 1) return
    this.#withRoom.splice(this.#withRoom.indexOf(slab), 1)
    this.#slabCount--
  }
}
