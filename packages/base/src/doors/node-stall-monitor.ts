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
  readonly #stallMsMin: number
  readonly #delays: ReturnType<typeof monitorEventLoopDelay>
  #stallCount: number
  #longestMs: number

  constructor(stallMsMin = 50) {
    this.#stallMsMin = stallMsMin
    this.#delays = monitorEventLoopDelay({ resolution: RESOLUTION_MS })
    this.#stallCount = 0
    this.#longestMs = 0
    this.#delays.enable()
  }

  read(): Stalls {
    const delays = this.#delays
    const longestMs = delays.count === 0 ? 0 : delays.max / NS_PER_MS - RESOLUTION_MS
    if (longestMs > this.#stallMsMin) this.#stallCount += this.#countStalls()
    this.#longestMs = Math.max(this.#longestMs, longestMs)
    delays.reset()
    return { stallCount: this.#stallCount, longestMs: this.#longestMs }
  }

  stop(): void {
    this.#delays.disable()
  }

  /** The histogram tells values by rank only: the first rank above the limit is searched by halves. */
  #countStalls(): number {
    const { count } = this.#delays
    const limitNs = (this.#stallMsMin + RESOLUTION_MS) * NS_PER_MS
    let below = 0
    let above = count
    while (below + 1 < above) {
      const rank = Math.floor((below + above) / 2)
      const delayNs = this.#delays.percentile(((rank - 0.5) / count) * 100)
      if (delayNs > limitNs) above = rank
      else below = rank
    }
    return count - above + 1
  }
}
