import type { Clock, Random, Timer, Uuid } from '@samsa/base'
import { uuid } from '@samsa/base'

/** Time that stands still; what is to run after I/O runs when the test says so. */
export class StillClock implements Clock {
  nowMs = 1_750_000_000_000
  #waiting: (() => void)[] = []

  wallMs(): number {
    return this.nowMs
  }

  monotonicMs(): number {
    return this.nowMs
  }

  setTimer(_delayMs: number, callback: () => void): Timer {
    this.#waiting.push(callback)
    return { cancel: () => {} }
  }

  afterIo(callback: () => void): void {
    this.#waiting.push(callback)
  }

  get waitingCount(): number {
    return this.#waiting.length
  }

  /** One turn: what waits now, not what that makes wait. */
  turn(): void {
    const waiting = this.#waiting
    this.#waiting = []
    for (const callback of waiting) callback()
  }
}

/** Draws that can be foretold: integers go round, ids count up. */
export class CountingRandom implements Random {
  #count = 0

  bytes(count: number): Uint8Array {
    return new Uint8Array(count).map(() => this.integer(256))
  }

  integer(below: number): number {
    this.#count += 1
    return (this.#count * 7) % below
  }

  fraction(): number {
    return this.integer(1000) / 1000
  }

  uuid(): Uuid {
    this.#count += 1
    return testUuid(this.#count)
  }
}

/** The `number`th id: not reserved, and equal numbers give equal ids. */
export function testUuid(number: number): Uuid {
  const bytes = Buffer.alloc(16)
  bytes[0] = 0x10
  bytes.writeUInt32BE(number, 12)
  return uuid(bytes.toString('base64url'))
}
