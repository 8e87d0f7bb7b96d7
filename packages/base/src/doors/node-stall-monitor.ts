import { monitorEventLoopDelay } from 'node:perf_hooks'

const RESOLUTION_MS = 20
const NS_PER_MS = 1_000_000

/** What the loop did since it is watched. A stall's length is told to about 20 ms. */
export interface Stalls {
  readonly stallCount: number
  readonly longestMs: number
}

/**
 * Counts the times the event loop stood still for longer than `stallMsMin`. Node's own monitor samples
 * every 20 ms without running JavaScript; its samples are only looked through when `read` is called, which
 * a caller does every few seconds or when metrics are asked for. Does not hold the process.
 */
export class NodeStallMonitor {
  readonly #limitNs: number
  readonly #delays: ReturnType<typeof monitorEventLoopDelay>
  #stallCount: number

  constructor(stallMsMin = 50) {
    this.#limitNs = (stallMsMin + RESOLUTION_MS) * NS_PER_MS
    this.#delays = monitorEventLoopDelay({ resolution: RESOLUTION_MS })
    this.#stallCount = 0
    this.#delays.enable()
  }

  /** Since the monitor was made. The histogram is never reset: that would lose the next sample. */
  read(): Stalls {
    const { count, max } = this.#delays
    if (count === 0) return { stallCount: 0, longestMs: 0 }
    // The histogram tells values by rank only; each new stall takes one more of the highest ranks.
    while (this.#stallCount < count && this.#delayNs(count - this.#stallCount) > this.#limitNs) {
      this.#stallCount++
    }
    return { stallCount: this.#stallCount, longestMs: Math.max(0, max / NS_PER_MS - RESOLUTION_MS) }
  }

  stop(): void {
    this.#delays.disable()
  }

  #delayNs(rank: number): number {
    return this.#delays.percentile(((rank - 0.25) / this.#delays.count) * 100)
  }
}
