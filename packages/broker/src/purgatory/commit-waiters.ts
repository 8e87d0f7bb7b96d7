import type { Offset } from '@samsa/base'

/** Somebody who waits until a partition's high watermark is at `awaitedOffset` or beyond. */
export interface CommitWaiter {
  readonly awaitedOffset: Offset
  onCommitted(): void
  /** The partition will not get there on this node. */
  onRefused(errorCode: number): void
}

/**
 * Appends of one partition that are written here and not yet committed: acks=all, coordinators. With
 * one replica an append is committed when it is written, and nothing is ever in here.
 */
export class CommitWaiters {
  /** By offset, ascending; equal ones in order of arrival. */
  #waiters: CommitWaiter[]

  constructor() {
    this.#waiters = []
  }

  get length(): number {
    return this.#waiters.length
  }

  add(waiter: CommitWaiter): void {
    const waiters = this.#waiters
    let at = waiters.length
    // Appends come in order of offset; only a repeated batch waits for an earlier one.
    while (at > 0 && waiters[at - 1]!.awaitedOffset > waiter.awaitedOffset) at--
    if (at === waiters.length) waiters.push(waiter)
    else waiters.splice(at, 0, waiter)
  }

  remove(waiter: CommitWaiter): void {
    const at = this.#waiters.indexOf(waiter)
    if (at >= 0) this.#waiters.splice(at, 1)
  }

  advance(highWatermark: Offset): void {
    const waiters = this.#waiters
    let count = 0
    while (count < waiters.length && waiters[count]!.awaitedOffset <= highWatermark) count++
    if (count === 0) return
    this.#waiters = waiters.slice(count)
    for (let index = 0; index < count; index++) waiters[index]!.onCommitted()
  }

  refuseAll(errorCode: number): void {
    const waiters = this.#waiters
    this.#waiters = []
    for (const waiter of waiters) waiter.onRefused(errorCode)
  }
}
