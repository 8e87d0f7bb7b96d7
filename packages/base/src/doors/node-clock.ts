import { performance } from 'node:perf_hooks'

import { assert } from '../errors.ts'
import type { Clock, Timer } from './clock.ts'

const DELAY_MS_MAX = 2 ** 31 - 1

/**
 * One `setTimeout`, corrected: Node cuts fractions off the delay and counts from a whole millisecond,
 * so it may run a callback up to 1 ms early. The door promises "at least", so an early one waits on.
 * A pending timer holds the process: what waits for it is not over. Whoever stops cancels.
 */
class NodeTimer implements Timer {
  readonly #deadlineMs: number
  #callback: (() => void) | undefined
  #timeout: NodeJS.Timeout

  constructor(delayMs: number, callback: () => void) {
    this.#deadlineMs = performance.now() + delayMs
    this.#callback = callback
    this.#timeout = setTimeout(onTimeout, Math.ceil(delayMs), this)
  }

  cancel(): void {
    this.#callback = undefined
    clearTimeout(this.#timeout)
  }

  fire(): void {
    const callback = this.#callback
    if (callback === undefined) return
    if (performance.now() < this.#deadlineMs) {
      this.#timeout = setTimeout(onTimeout, 1, this)
      return
    }
    this.#callback = undefined
    callback()
  }
}

function onTimeout(timer: NodeTimer): void {
  timer.fire()
}

/** The machine's clocks. */
export class NodeClock implements Clock {
  wallMs(): number {
    return Date.now()
  }

  monotonicMs(): number {
    return performance.now()
  }

  setTimer(delayMs: number, callback: () => void): Timer {
    assert(delayMs >= 0 && delayMs <= DELAY_MS_MAX, `a timer's delay of ${delayMs} ms`)
    return new NodeTimer(delayMs, callback)
  }

  /**
   * The loop runs timers, then polls sockets, then runs immediates. Called from a timer, the first
   * immediate follows a poll; called from a socket's data, it follows only the rest of the poll that
   * is under way, so a second immediate waits for one whole poll in every case.
   */
  afterIo(callback: () => void): void {
    setImmediate(() => setImmediate(callback))
  }
}
