import { assert, type Lease, type MemoryPool } from '@samsa/base'

/** Where the bytes of arriving frames live. `undefined` means: none now, wait for `whenAvailable`. */
export interface FrameMemory {
  /** Room for the beginning of a frame of `sizeBytes` (all of it up to the step). */
  first(sizeBytes: number): Lease | undefined
  /** A larger lease with the first `filledBytes` copied; takes over `lease` when it succeeds. */
  grow(lease: Lease, filledBytes: number, sizeBytes: number): Lease | undefined
  whenAvailable(callback: () => void): void
}

/** Bytes that may be in use at once, first come first served. */
interface Lane {
  readonly bytesMax: number
  usedBytes: number
  waiting: (() => void)[]
}

/** Small requests (heartbeats, ApiVersions) have a lane of their own: large ones cannot starve them. */
const SMALL_FRAME_BYTES_MAX = 16 * 1024
const STEP_BYTES = 1024 * 1024

export interface FrameBudgetLimits {
  readonly largeFramesBytesMax: number
  readonly smallFramesBytesMax: number
}

/**
 * Leases from a pool, counted against a budget (`queued.max.request.bytes` of Kafka, here always on).
 * A claimed size reserves nothing: the lease starts at ≤ 1 MiB and doubles as bytes arrive.
 */
export class BudgetedFrameMemory implements FrameMemory {
  readonly #pool: MemoryPool
  readonly #small: Lane
  readonly #large: Lane

  constructor(pool: MemoryPool, limits: FrameBudgetLimits) {
    this.#pool = pool
    this.#small = { bytesMax: limits.smallFramesBytesMax, usedBytes: 0, waiting: [] }
    this.#large = { bytesMax: limits.largeFramesBytesMax, usedBytes: 0, waiting: [] }
  }

  get usedBytes(): number {
    return this.#small.usedBytes + this.#large.usedBytes
  }

  first(sizeBytes: number): Lease | undefined {
    const lane = sizeBytes <= SMALL_FRAME_BYTES_MAX ? this.#small : this.#large
    return this.#lease(lane, Math.min(sizeBytes, STEP_BYTES))
  }

  grow(lease: Lease, filledBytes: number, sizeBytes: number): Lease | undefined {
    const grown = this.#lease(this.#large, Math.min(sizeBytes, filledBytes * 2))
    if (grown === undefined) return undefined
    grown.bytes.set(lease.bytes.subarray(0, filledBytes))
    lease.release()
    return grown
  }

  whenAvailable(callback: () => void): void {
    const lane = this.#large.usedBytes > 0 ? this.#large : this.#small
    lane.waiting.push(callback)
  }

  #lease(lane: Lane, sizeBytes: number): Lease | undefined {
    // One frame is always let in, or a frame above the budget would wait for ever.
    if (lane.usedBytes > 0 && lane.usedBytes + sizeBytes > lane.bytesMax) return undefined
    lane.usedBytes += sizeBytes
    return new BudgetedLease(this.#pool.lease(sizeBytes), lane)
  }
}

class BudgetedLease implements Lease {
  readonly bytes: Uint8Array
  readonly #inner: Lease
  readonly #lane: Lane
  #owners: number

  constructor(inner: Lease, lane: Lane) {
    this.bytes = inner.bytes
    this.#inner = inner
    this.#lane = lane
    this.#owners = 1
  }

  retain(): void {
    assert(this.#owners > 0, 'a released frame cannot be retained')
    this.#owners++
  }

  release(): void {
    assert(this.#owners > 0, 'a frame is released once by each owner')
    if (--this.#owners > 0) return
    const lane = this.#lane
    lane.usedBytes -= this.bytes.length
    this.#inner.release()
    if (lane.waiting.length === 0) return
    const waiting = lane.waiting
    lane.waiting = []
    for (const callback of waiting) callback()
  }
}
