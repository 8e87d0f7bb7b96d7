import type { Clock } from '@samsa/base'

/** When the disk is slow, operations take the pool for so long, and one more slow one is enough then. */
const SLOW_FOR_MS = 1000
/**
 * Points that make the disk slow. A slow operation gives one, a quick one takes an eighth away: one that
 * was slow because something else had the processor does not count for long.
 */
const SLOW_POINTS = 3
const QUICK_POINTS = 0.125
/** What is spent before anybody asks whether a new turn has begun. */
const UNCOUNTED_MS = 0.5

/**
 * Whether operations of one kind may be done synchronously. They cost less CPU that way as long as the
 * page cache takes or has the bytes; when it does not (a cold read, a writer that the kernel slows down
 * because too much is dirty), the whole node would stand still. One operation a second tries again.
 */
export class Pace {
  readonly #clock: Clock
  readonly #slowMs: number
  readonly #turnMsMax: number
  readonly #onTurnPassed: () => void
  #poolUntilMs: number
  #points: number
  #startMs: number
  /** Since the turn of the event loop began, or a little longer. */
  #spentMs: number
  #isTurnWatched: boolean

  /**
   * What takes longer than `slowMs` was not served from memory. Where many operations follow one
   * another (a fetch of 50 partitions), `turnMsMax` of one turn go to them, and the rest to the pool.
   */
  constructor(clock: Clock, slowMs: number, turnMsMax: number) {
    this.#clock = clock
    this.#slowMs = slowMs
    this.#turnMsMax = turnMsMax
    this.#onTurnPassed = () => {
      this.#isTurnWatched = false
      this.#spentMs = 0
    }
    this.#poolUntilMs = Number.NEGATIVE_INFINITY
    this.#points = 0
    this.#startMs = 0
    this.#spentMs = 0
    this.#isTurnWatched = false
  }

  /** True: do it now, and call `end` after it. */
  begin(): boolean {
    this.#startMs = this.#clock.monotonicMs()
    return this.#startMs >= this.#poolUntilMs && this.#spentMs <= this.#turnMsMax
  }

  end(): void {
    const endMs = this.#clock.monotonicMs()
    const tookMs = endMs - this.#startMs
    if (tookMs > this.#slowMs) this.#noteSlow(endMs)
    else if (this.#points > 0) this.#points -= QUICK_POINTS
    this.#spentMs += tookMs
    if (this.#spentMs > UNCOUNTED_MS && !this.#isTurnWatched) {
      this.#isTurnWatched = true
      this.#clock.afterIo(this.#onTurnPassed)
    }
  }

  #noteSlow(nowMs: number): void {
    this.#points += 1
    if (this.#points < SLOW_POINTS) return
    this.#points = SLOW_POINTS - 1
    this.#poolUntilMs = nowMs + SLOW_FOR_MS
  }
}
