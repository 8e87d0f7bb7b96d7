import { assert, type Random, uuid, type Uuid, v4UuidText } from '@samsa/base'

import type { Prng } from './prng.ts'
import type { SimProcess } from './sim-host.ts'
import { checksumOf } from './trace.ts'

/** Replays from the seed; each life of each host has a stream of its own. */
export class SimRandom implements Random {
  readonly #process: SimProcess
  readonly #prng: Prng

  constructor(process: SimProcess, prng: Prng) {
    this.#process = process
    this.#prng = prng
  }

  bytes(count: number): Uint8Array {
    const bytes = this.#prng.fill(new Uint8Array(count))
    this.#process.record('random.bytes', checksumOf(bytes))
    return bytes
  }

  integer(below: number): number {
    assert(Number.isInteger(below) && below >= 1 && below <= 2 ** 32, `integer below ${below}`)
    const value = this.#prng.integer(below)
    this.#process.record('random.integer', value)
    return value
  }

  fraction(): number {
    const value = this.#prng.fraction()
    this.#process.record('random.fraction', Math.floor(value * 2 ** 32))
    return value
  }

  uuid(): Uuid {
    for (;;) {
      const text = v4UuidText(this.bytes(16))
      if (text !== undefined) return uuid(text)
    }
  }
}
