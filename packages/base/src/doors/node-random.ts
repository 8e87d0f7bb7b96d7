import { randomFillSync } from 'node:crypto'

import { assert } from '../errors.ts'
import { uuid, type Uuid } from '../ids.ts'
import type { Random } from './random.ts'
import { uniformInteger, v4UuidText } from './random-shape.ts'

const POOL_BYTES = 4096
const FRACTION_UNIT = 2 ** -53

/** Cryptographically strong, drawn from the system 4 KiB at a time. */
export class NodeRandom implements Random {
  readonly #pool: Buffer
  readonly #nextWord: () => number
  #used: number

  constructor() {
    this.#pool = Buffer.alloc(POOL_BYTES)
    this.#used = POOL_BYTES
    this.#nextWord = () => this.#word()
  }

  bytes(count: number): Uint8Array {
    return randomFillSync(new Uint8Array(count))
  }

  integer(below: number): number {
    assert(Number.isInteger(below) && below >= 1 && below <= 2 ** 32, `integer below ${below}`)
    return uniformInteger(below, this.#nextWord)
  }

  fraction(): number {
    const high = this.#word() >>> 6
    const low = this.#word() >>> 5
    return (high * 2 ** 27 + low) * FRACTION_UNIT
  }

  uuid(): Uuid {
    for (;;) {
      const text = v4UuidText(this.bytes(16))
      if (text !== undefined) return uuid(text)
    }
  }

  #word(): number {
    if (this.#used === POOL_BYTES) {
      randomFillSync(this.#pool)
      this.#used = 0
    }
    const word = this.#pool.readUInt32LE(this.#used)
    this.#used += 4
    return word
  }
}
