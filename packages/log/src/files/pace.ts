import type { Clock } from '@samsa/base'

/** After a slow operation the next ones take the pool for so long. */
const SLOW_FOR_MS = 1000

/**
 * Whether operations of one kind may be done synchronously. They cost less CPU that way as long as the
 * page cache takes or has the bytes; when it does not (a cold read, a writer that the kernel slows down
 * because too much is dirty), the whole node would stand still. One operation a second tries again.
 */
export class Pace {
  readonly #clock: Clock
  readonly #slowMs: number
  #poolUntilMs: number
  #startMs: number

  /** What takes longer than `slowMs` was not served from memory. */
  constructor(clock: Clock, slowMs: number) {
    this.#clock = clock
    this.#slowMs = slowMs
    this.#poolUntilMs = Number.NEGATIVE_INFINITY
    this.#startMs = 0
  }

  /** True: do it now, and call `end` after it. */
  begin(): boolean {
    this.#startMs = this.#clock.monotonicMs()
    return this.#startMs >= this.#poolUntilMs
  }

  end(): void {
    const endMs = this.#clock.monotonicMs()
    if (endMs - this.#startMs > this.#slowMs) this.#poolUntilMs = endMs + SLOW_FOR_MS
  }
}
