import type { Clock } from '@samsa/base'

/** After a slow operation the next ones take the pool for so long. */
const SLOW_FOR_MS = 1000

const WINDOW_MS = 10

/**
 * Whether operations of one kind may be done synchronously. They cost less CPU that way as long as the
 * page cache takes or has the bytes; when it does not (a cold read, a writer that the kernel slows down
 * because too much is dirty), the whole node would stand still. One operation a second tries again.
 */
export class Pace {
  readonly #clock: Clock
  readonly #slowMs: number
  readonly #windowSpentMsMax: number
  #poolUntilMs: number
  #startMs: number
  #windowStartMs: number
  #windowSpentMs: number

  /**
   * What takes longer than `slowMs` was not served from memory. Where many operations follow one
   * another in one turn (a fetch of 50 partitions), `windowSpentMsMax` of each 10 ms go to them at most.
   */
  constructor(clock: Clock, slowMs: number, windowSpentMsMax: number) {
    this.#clock = clock
    this.#slowMs = slowMs
    this.#windowSpentMsMax = windowSpentMsMax
    this.#poolUntilMs = Number.NEGATIVE_INFINITY
    this.#startMs = 0
    this.#windowStartMs = 0
    this.#windowSpentMs = 0
  }

  /** True: do it now, and call `end` after it. */
  begin(): boolean {
    const nowMs = this.#clock.monotonicMs()
    if (nowMs - this.#windowStartMs > WINDOW_MS) {
      this.#windowStartMs = nowMs
      this.#windowSpentMs = 0
    }
    this.#startMs = nowMs
    return nowMs >= this.#poolUntilMs && this.#windowSpentMs <= this.#windowSpentMsMax
  }

  end(): void {
    const endMs = this.#clock.monotonicMs()
    this.#windowSpentMs += endMs - this.#startMs
    if (endMs - this.#startMs > this.#slowMs) this.#poolUntilMs = endMs + SLOW_FOR_MS
  }
}
