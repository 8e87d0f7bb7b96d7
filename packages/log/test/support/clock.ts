import type { Clock, Timer } from '@samsa/base'
import { NodeClock } from '@samsa/base/node'

/** The real clock, whose wall time can be set; it then stands still. */
export class SettableClock implements Clock {
  readonly #clock: NodeClock
  #wallMs: number | undefined
  #skippedMs: number
  #stoppedMs: number | undefined

  constructor() {
    this.#clock = new NodeClock()
    this.#wallMs = undefined
    this.#skippedMs = 0
    this.#stoppedMs = undefined
  }

  /** Monotonic time stands still: nothing takes any time. */
  stop(): void {
    this.#stoppedMs = this.#clock.monotonicMs()
  }

  setWallMs(wallMs: number): void {
    this.#wallMs = wallMs
  }

  /** Lets monotonic time jump ahead; timers do not notice. */
  skip(ms: number): void {
    this.#skippedMs += ms
  }

  wallMs(): number {
    return this.#wallMs ?? this.#clock.wallMs()
  }

  monotonicMs(): number {
    return (this.#stoppedMs ?? this.#clock.monotonicMs()) + this.#skippedMs
  }

  setTimer(delayMs: number, callback: () => void): Timer {
    return this.#clock.setTimer(delayMs, callback)
  }

  afterIo(callback: () => void): void {
    this.#clock.afterIo(callback)
  }
}
