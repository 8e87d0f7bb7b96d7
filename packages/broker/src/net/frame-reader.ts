import type { Lease } from '@samsa/base'
import type { FrameMemory } from './frame-memory.ts'

/** Why a connection must end: no answer is sent, as Kafka does. */
export type FrameFault =
  | { readonly kind: 'size'; readonly sizeBytes: number }
  | { readonly kind: 'tooLarge'; readonly sizeBytes: number; readonly sizeBytesMax: number }

const PREFIX_BYTES = 4

/**
 * Cuts a byte stream into frames (int32 size, then that many bytes). Bytes are copied once, from the
 * door's buffer into leased memory that grows with what has arrived: a claimed size alone costs
 * nothing.
 *
 * After each `read` look at `fault`, then `isComplete`; when neither holds and bytes are left, memory
 * ran out: come back with the rest once there is some.
 */
export class FrameReader {
  readonly #memory: FrameMemory
  readonly #frameBytesMax: number
  readonly #prefix: Uint8Array
  #prefixBytes: number
  #sizeBytes: number
  #filledBytes: number
  #lease: Lease | undefined
  #fault: FrameFault | undefined

  constructor(memory: FrameMemory, frameBytesMax: number) {
    this.#memory = memory
    this.#frameBytesMax = frameBytesMax
    this.#prefix = new Uint8Array(PREFIX_BYTES)
    this.#prefixBytes = 0
    this.#sizeBytes = 0
    this.#filledBytes = 0
    this.#lease = undefined
    this.#fault = undefined
  }

  get fault(): FrameFault | undefined {
    return this.#fault
  }

  get isComplete(): boolean {
    return this.#lease !== undefined && this.#filledBytes === this.#sizeBytes
  }

  /** True between the first byte of a frame and its last: the frame deadline runs then. */
  get hasPartialFrame(): boolean {
    return this.#prefixBytes > 0 && !this.isComplete
  }

  /** Takes bytes from `at` on, up to the end of one frame; answers where it stopped. */
  read(bytes: Uint8Array, at: number): number {
    let position = at
    if (this.#prefixBytes < PREFIX_BYTES) {
      while (this.#prefixBytes < PREFIX_BYTES && position < bytes.length) {
        this.#prefix[this.#prefixBytes++] = bytes[position++] as number
      }
      if (this.#prefixBytes < PREFIX_BYTES) return position
      this.#checkSize()
      if (this.#fault !== undefined) return position
    }
    while (position < bytes.length && this.#filledBytes < this.#sizeBytes) {
      const room = this.#makeRoom()
      if (room === undefined) return position
      const count = Math.min(
        bytes.length - position,
        this.#sizeBytes - this.#filledBytes,
        room.bytes.length - this.#filledBytes,
      )
      room.bytes.set(bytes.subarray(position, position + count), this.#filledBytes)
      this.#filledBytes += count
      position += count
    }
    return position
  }

  /** Hands the complete frame over and begins the next one. The lease's bytes are the frame exactly. */
  take(): Lease {
    const lease = this.#lease as Lease
    this.#lease = undefined
    this.#prefixBytes = 0
    this.#filledBytes = 0
    return lease
  }

  /** Gives memory back when the connection ends. */
  discard(): void {
    if (this.#lease !== undefined) this.#lease.release()
    this.#lease = undefined
    this.#prefixBytes = 0
    this.#filledBytes = 0
  }

  #checkSize(): void {
    const [a, b, c, d] = this.#prefix as unknown as [number, number, number, number]
    const sizeBytes = (a << 24) | (b << 16) | (c << 8) | d
    if (sizeBytes <= 0) this.#fault = { kind: 'size', sizeBytes }
    else if (sizeBytes > this.#frameBytesMax) {
      this.#fault = { kind: 'tooLarge', sizeBytes, sizeBytesMax: this.#frameBytesMax }
    } else this.#sizeBytes = sizeBytes
  }

  #makeRoom(): Lease | undefined {
    const lease = this.#lease
    if (lease === undefined) {
      this.#lease = this.#memory.first(this.#sizeBytes)
      return this.#lease
    }
    if (this.#filledBytes < lease.bytes.length) return lease
    const grown = this.#memory.grow(lease, this.#filledBytes, this.#sizeBytes)
    if (grown !== undefined) this.#lease = grown
    return grown
  }
}
