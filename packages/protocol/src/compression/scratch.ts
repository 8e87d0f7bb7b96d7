/** Larger buffers are not kept. */
const KEPT_BYTES_MAX = 262_144
/** Holds a block of the usual sizes: 32 KiB of snappy, 64 KiB of lz4 with its history. */
const BYTES_MIN = 131_072

/** Lends buffers; keeps one for the next batch, so that most batches allocate none. */
export class Scratch {
  #idle: Uint8Array | undefined = undefined

  /** A buffer of at least `bytes`, with whatever is in it. */
  take(bytes: number): Uint8Array {
    const idle = this.#idle
    if (idle !== undefined && idle.length >= bytes) {
      this.#idle = undefined
      return idle
    }
    return new Uint8Array(Math.max(bytes, BYTES_MIN))
  }

  giveBack(buffer: Uint8Array): void {
    if (buffer.length >= BYTES_MIN && buffer.length <= KEPT_BYTES_MAX) this.#idle = buffer
  }
}
