import type { Clock, Timer } from '../../src/index.ts'

interface Waiting {
  readonly atMs: number
  readonly callback: () => void
}

/** Time that a test moves by hand. */
export class ManualClock implements Clock {
  nowMs: number
  /** Timers that were ever set. */
  setCount: number
  #timers: Waiting[]
  #afterIo: (() => void)[]

  constructor(nowMs = 0) {
    this.nowMs = nowMs
    this.setCount = 0
    this.#timers = []
    this.#afterIo = []
  }

  get pendingCount(): number {
    return this.#timers.length
  }

  wallMs(): number {
    return Math.floor(this.nowMs)
  }

  monotonicMs(): number {
    return this.nowMs
  }

  setTimer(delayMs: number, callback: () => void): Timer {
    this.setCount++
    const waiting: Waiting = { atMs: this.nowMs + delayMs, callback }
    this.#timers.push(waiting)
    return {
      cancel: () => {
        this.#timers = this.#timers.filter((other) => other !== waiting)
      },
    }
  }

  afterIo(callback: () => void): void {
    this.#afterIo.push(callback)
  }

  /** Runs every timer up to `ms`, each at its time. */
  advanceTo(ms: number): void {
    for (;;) {
      const next = this.#earliest()
      if (next === undefined || next.atMs > ms) break
      this.nowMs = Math.max(this.nowMs, next.atMs)
      this.#run(next)
    }
    this.nowMs = Math.max(this.nowMs, ms)
  }

  /** Time jumps to `ms` while the loop stands still; then the overdue timers run. */
  stallTo(ms: number): void {
    this.nowMs = ms
    for (
      let next = this.#earliest();
      next !== undefined && next.atMs <= ms;
      next = this.#earliest()
    ) {
      this.#run(next)
    }
  }

  /** The end of a turn of I/O. */
  passIo(): void {
    for (const callback of this.#afterIo.splice(0)) callback()
  }

  #earliest(): Waiting | undefined {
    return this.#timers.reduce<Waiting | undefined>(
      (first, timer) => (first === undefined || timer.atMs < first.atMs ? timer : first),
      undefined,
    )
  }

  #run(timer: Waiting): void {
    this.#timers = this.#timers.filter((other) => other !== timer)
    timer.callback()
  }
}
