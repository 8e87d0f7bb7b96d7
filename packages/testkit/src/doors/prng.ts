import { uniformInteger } from '@samsa/base'

/**
 * xoshiro128** (Blackman and Vigna, 2018), seeded by splitmix32: small, fast, the same everywhere. Each
 * part of a simulation has a stream of its own, split off by name, so that one more draw in one part
 * does not shift the others.
 */
export class Prng {
  readonly #state: Uint32Array
  readonly #nextWord: () => number

  constructor(seed: number) {
    this.#state = new Uint32Array(4)
    let mixed = seed >>> 0
    for (let index = 0; index < 4; index++) {
      mixed = (mixed + 0x9e3779b9) >>> 0
      this.#state[index] = mix32(mixed)
    }
    this.#nextWord = () => this.word()
  }

  /** Uniform in 0 … 2^32 − 1. */
  word(): number {
    const state = this.#state
    const s0 = state[0] ?? 0
    const s1 = state[1] ?? 0
    const s2 = state[2] ?? 0
    const s3 = state[3] ?? 0
    const result = Math.imul(rotateLeft(Math.imul(s1, 5), 7), 9) >>> 0
    state[2] = s2 ^ s0
    state[3] = s3 ^ s1
    state[1] = s1 ^ s2 ^ s0
    state[0] = s0 ^ s3 ^ s1
    state[2] = s2 ^ s0 ^ (s1 << 9)
    state[3] = rotateLeft(s3 ^ s1, 11)
    return result
  }

  /** Uniform in 0 … `below` − 1; `below` is 1 … 2^32. */
  integer(below: number): number {
    return uniformInteger(below, this.#nextWord)
  }

  /** Uniform in `low` … `high`, both included. */
  between(low: number, high: number): number {
    return low + this.integer(high - low + 1)
  }

  /** Uniform in [0, 1). */
  fraction(): number {
    const high = this.word() >>> 6
    const low = this.word() >>> 5
    return (high * 2 ** 27 + low) * 2 ** -53
  }

  chance(probability: number): boolean {
    return probability > 0 && this.fraction() < probability
  }

  fill(bytes: Uint8Array): Uint8Array {
    for (let index = 0; index < bytes.length; index += 4) {
      const word = this.word()
      for (let byte = 0; byte < 4 && index + byte < bytes.length; byte++) {
        bytes[index + byte] = word >>> (8 * byte)
      }
    }
    return bytes
  }

  /** A stream that depends on this one's seed and `name`, not on how much was drawn since. */
  static of(seed: number, name: string): Prng {
    let hash = mix32(seed >>> 0)
    for (let index = 0; index < name.length; index++) {
      hash = mix32((hash ^ name.charCodeAt(index)) >>> 0)
    }
    return new Prng(hash)
  }
}

function rotateLeft(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits))
}

/** The finisher of splitmix32. */
function mix32(word: number): number {
  let mixed = word
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97)
  return (mixed ^ (mixed >>> 15)) >>> 0
}
