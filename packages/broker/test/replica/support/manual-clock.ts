import type { Clock, Timer } from '@samsa/base'

interface Pending {
  readonly dueMs: number
  readonly callback: () => void
}

/** Time that stands still until the test moves it. I/O is real, so `afterIo` is too. */
export class ManualClock implements Clock {
  #nowMs = 1000
  readonly #timers: Set<Pending> = new Set()

  wallMs(): number {
    return 1_750_000_000_000 + this.#nowMs
  }

  monotonicMs(): number {
    return this.#nowMs
  }

  get timerCount(): number {
    return this.#timers.size
  }

  setTimer(delayMs: number, callback: () => void): Timer {
    const pending = { dueMs: this.#nowMs + delayMs, callback }
    this.#timers.add(pending)
    return { cancel: () => void this.#timers.delete(pending) }
  }

  afterIo(callback: () => void): void {
    setImmediate(() => setImmediate(callback))
  }

  /** Runs what is due on the way, in order, each at its own time. */
  async advance(ms: number): Promise<void> {
    const untilMs = this.#nowMs + ms
    for (;;) {
      const [next] = [...this.#timers].sort((one, other) => one.dueMs - other.dueMs)
      if (next === undefined || next.dueMs > untilMs) break
      this.#timers.delete(next)
      this.#nowMs = Math.max(this.#nowMs, next.dueMs)
      next.callback()
      await turn()
    }
    this.#nowMs = untilMs
    await turn()
  }
}

/** Lets everything that is ready happen: microtasks, then one turn of the loop. */
export function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}

/** Waits until `condition` holds; fails after many turns. */
export async function until(condition: () => boolean, what: string): Promise<void> {
  const deadlineMs = Date.now() + 5000
  while (!condition()) {
    if (Date.now() > deadlineMs) throw new Error(`it never happened: ${what}`)
    await turn()
  }
}
