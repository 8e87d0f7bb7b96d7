import { ClientError } from '../errors.ts'

const PREFIX_BYTES = 4
/** What grows first; a claimed size alone allocates no more. */
const STEP_BYTES = 1024 * 1024

/**
 * Cuts what a broker sends into frames. Each frame gets memory of its own, since decoded records are
 * views of it. Throws `ClientError` (CLIENT_BAD_RESPONSE) for a size that cannot be.
 */
export class ResponseFrames {
  readonly #frameBytesMax: number
  readonly #onFrame: (frame: Buffer) => void
  readonly #prefix: Buffer
  #prefixBytes: number
  #frame: Buffer | undefined
  #sizeBytes: number
  #filledBytes: number

  constructor(frameBytesMax: number, onFrame: (frame: Buffer) => void) {
    this.#frameBytesMax = frameBytesMax
    this.#onFrame = onFrame
    this.#prefix = Buffer.alloc(PREFIX_BYTES)
    this.#prefixBytes = 0
    this.#frame = undefined
    this.#sizeBytes = 0
    this.#filledBytes = 0
  }

  /** Copies what it needs: the bytes may be reused after the call. */
  push(bytes: Uint8Array): void {
    let at = 0
    while (at < bytes.length) {
      const frame = this.#frame
      if (frame === undefined) {
        this.#prefix[this.#prefixBytes++] = bytes[at++] as number
        if (this.#prefixBytes === PREFIX_BYTES) this.#begin()
        continue
      }
      const count = Math.min(bytes.length - at, frame.length - this.#filledBytes)
      frame.set(bytes.subarray(at, at + count), this.#filledBytes)
      this.#filledBytes += count
      at += count
      if (this.#filledBytes === this.#sizeBytes) this.#complete(frame)
      else if (this.#filledBytes === frame.length) this.#frame = this.#grown(frame)
    }
  }

  #begin(): void {
    const sizeBytes = this.#prefix.readInt32BE(0)
    if (sizeBytes <= 0 || sizeBytes > this.#frameBytesMax) {
      throw new ClientError(
        'CLIENT_BAD_RESPONSE',
        `a response of ${sizeBytes} bytes, allowed are 1 to ${this.#frameBytesMax}.`,
      )
    }
    this.#sizeBytes = sizeBytes
    this.#filledBytes = 0
    this.#frame = Buffer.allocUnsafeSlow(Math.min(sizeBytes, STEP_BYTES))
  }

  #grown(frame: Buffer): Buffer {
    const grown = Buffer.allocUnsafeSlow(Math.min(this.#sizeBytes, frame.length * 2))
    grown.set(frame)
    return grown
  }

  #complete(frame: Buffer): void {
    this.#frame = undefined
    this.#prefixBytes = 0
    this.#onFrame(frame)
  }
}
