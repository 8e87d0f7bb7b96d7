const LATENCIES_MAX = 1_000_000

/** What a load has got done between `begin` and `end`; outside of them it counts nothing. */
export class Tally {
  payloadBytes: number
  requests: number
  #isCounting: boolean
  #latencies: Float64Array
  #latencyCount: number

  constructor() {
    this.payloadBytes = 0
    this.requests = 0
    this.#isCounting = false
    this.#latencies = new Float64Array(LATENCIES_MAX)
    this.#latencyCount = 0
  }

  begin(): void {
    this.#isCounting = true
  }

  end(): void {
    this.#isCounting = false
  }

  /** An answer came: so many bytes of batches, so long after its request was written. */
  add(payloadBytes: number, latencyMs: number): void {
    if (!this.#isCounting) return
    this.payloadBytes += payloadBytes
    this.requests++
    if (this.#latencyCount < LATENCIES_MAX) this.#latencies[this.#latencyCount++] = latencyMs
  }

  /** Bytes that belong to an answer still under way. */
  addBytes(payloadBytes: number): void {
    if (this.#isCounting) this.payloadBytes += payloadBytes
  }

  addLatency(latencyMs: number): void {
    this.add(0, latencyMs)
  }

  /** Milliseconds; NaN when nothing was counted. */
  quantile(fraction: number): number {
    const sorted = this.#latencies.slice(0, this.#latencyCount).sort()
    return sorted[Math.floor(fraction * (sorted.length - 1))] ?? Number.NaN
  }
}
