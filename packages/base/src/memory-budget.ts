import { assert } from './errors.ts'

/** A caller that waits for room. `cancel` is idempotent. */
export interface BudgetWaiter {
  cancel(): void
}

interface Waiting extends BudgetWaiter {
  readonly bytes: number
  readonly onReserved: () => void
}

/**
 * Bytes that may be reserved at once, handed out in order: nobody overtakes a waiter, or small requests
 * would starve a large one. When nothing is reserved any one request is let in, whatever its size, since
 * it could never be served otherwise: limit single requests elsewhere.
 */
export class MemoryBudget {
  readonly bytesMax: number
  readonly #waiting: Set<Waiting>
  #reservedBytes: number

  constructor(bytesMax: number) {
    assert(bytesMax > 0, `a memory budget of ${bytesMax} bytes`)
    this.bytesMax = bytesMax
    this.#waiting = new Set()
    this.#reservedBytes = 0
  }

  get reservedBytes(): number {
    return this.#reservedBytes
  }

  get waitingCount(): number {
    return this.#waiting.size
  }

  /** Takes `bytes` now, or answers false: then `waitFor` them. */
  tryReserve(bytes: number): boolean {
    if (this.#waiting.size > 0 || !this.#fits(bytes)) return false
    this.#reservedBytes += bytes
    return true
  }

  /** Gives back what was reserved; the waiters that fit now are called before this returns. */
  release(bytes: number): void {
    assert(bytes <= this.#reservedBytes, `${bytes} bytes are released, more than were reserved`)
    this.#reservedBytes -= bytes
    for (const waiting of this.#waiting) {
      if (!this.#fits(waiting.bytes)) return
      this.#waiting.delete(waiting)
      this.#reservedBytes += waiting.bytes
      waiting.onReserved()
    }
  }

  /**
   * Calls `onReserved` once `bytes` have been reserved for the caller, in a later call of `release`.
   * Whoever gives up cancels, and must then not release.
   */
  waitFor(bytes: number, onReserved: () => void): BudgetWaiter {
    const waiting: Waiting = {
      bytes,
      onReserved,
      cancel: () => this.#cancel(waiting),
    }
    this.#waiting.add(waiting)
    return waiting
  }

  /** A large waiter that leaves may have been all that kept smaller ones behind it waiting. */
  #cancel(waiting: Waiting): void {
    if (this.#waiting.delete(waiting)) this.release(0)
  }

  #fits(bytes: number): boolean {
    return this.#reservedBytes === 0 || this.#reservedBytes + bytes <= this.bytesMax
  }
}
