const PRIME_1 = 0x9e3779b1
const PRIME_2 = 0x85ebca77
const PRIME_3 = 0xc2b2ae3d
const PRIME_4 = 0x27d4eb2f
const PRIME_5 = 0x165667b1

const rotate = (value: number, bits: number): number => (value << bits) | (value >>> (32 - bits))

const readLittle = (bytes: Uint8Array, at: number): number =>
  bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24)

const round = (lane: number, input: number): number =>
  Math.imul(rotate((lane + Math.imul(input, PRIME_2)) | 0, 13), PRIME_1)

/** xxHash, 32 bits, seed 0, unsigned: the checksum of LZ4 frames (xxHash specification 0.1.1). */
export function xxh32(bytes: Uint8Array, start: number = 0, end: number = bytes.length): number {
  const state = new Xxh32()
  state.update(bytes, start, end)
  return state.digest()
}

/** The same over pieces that come one after the other. */
export class Xxh32 {
  #lane1 = (PRIME_1 + PRIME_2) | 0
  #lane2 = PRIME_2 | 0
  #lane3 = 0
  #lane4 = -PRIME_1 | 0
  /** Bytes that do not make a stripe of 16 yet. */
  readonly #rest: Uint8Array = new Uint8Array(16)
  #restBytes = 0
  #totalBytes = 0

  update(bytes: Uint8Array, start: number, end: number): void {
    let at = start
    this.#totalBytes += end - start
    if (this.#restBytes > 0) {
      while (this.#restBytes < 16 && at < end) this.#rest[this.#restBytes++] = bytes[at++]!
      if (this.#restBytes < 16) return
      this.#stripes(this.#rest, 0, 16)
      this.#restBytes = 0
    }
    at = this.#stripes(bytes, at, end)
    while (at < end) this.#rest[this.#restBytes++] = bytes[at++]!
  }

  /** Takes whole stripes; answers where the first incomplete one begins. */
  #stripes(bytes: Uint8Array, start: number, end: number): number {
    let at = start
    let lane1 = this.#lane1
    let lane2 = this.#lane2
    let lane3 = this.#lane3
    let lane4 = this.#lane4
    for (; at + 16 <= end; at += 16) {
      lane1 = round(lane1, readLittle(bytes, at))
      lane2 = round(lane2, readLittle(bytes, at + 4))
      lane3 = round(lane3, readLittle(bytes, at + 8))
      lane4 = round(lane4, readLittle(bytes, at + 12))
    }
    this.#lane1 = lane1
    this.#lane2 = lane2
    this.#lane3 = lane3
    this.#lane4 = lane4
    return at
  }

  digest(): number {
    const rest = this.#rest
    let hash =
      this.#totalBytes >= 16
        ? rotate(this.#lane1, 1) +
          rotate(this.#lane2, 7) +
          rotate(this.#lane3, 12) +
          rotate(this.#lane4, 18)
        : PRIME_5
    hash = (hash + this.#totalBytes) | 0
    let at = 0
    for (; at + 4 <= this.#restBytes; at += 4) {
      hash = Math.imul(rotate((hash + Math.imul(readLittle(rest, at), PRIME_3)) | 0, 17), PRIME_4)
    }
    for (; at < this.#restBytes; at++) {
      hash = Math.imul(rotate((hash + Math.imul(rest[at]!, PRIME_5)) | 0, 11), PRIME_1)
    }
    hash = Math.imul(hash ^ (hash >>> 15), PRIME_2)
    hash = Math.imul(hash ^ (hash >>> 13), PRIME_3)
    return (hash ^ (hash >>> 16)) >>> 0
  }
}
