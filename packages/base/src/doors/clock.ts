/** A running timer. `cancel` is idempotent and, once called, the callback never runs. */
export interface Timer {
  cancel(): void
}

/**
 * Time. Two clocks on purpose: `wallMs` is what stands in records and may jump; `monotonicMs` is what
 * intervals are measured with and never goes back.
 */
export interface Clock {
  /** Milliseconds since the Unix epoch, integer. */
  wallMs(): number
  /** Milliseconds since an arbitrary start, with a fraction; never decreases. */
  monotonicMs(): number
  /** Runs `callback` once after at least `delayMs` (0 … 2^31−1) milliseconds. Never synchronously. */
  setTimer(delayMs: number, callback: () => void): Timer
  /**
   * Runs `callback` after one full turn of I/O: all socket data that had arrived when it was called
   * has been handed out. Overdue deadlines are checked again after it (two-step expiry).
   */
  afterIo(callback: () => void): void
}
