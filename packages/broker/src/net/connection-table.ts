import type { Clock, Timer } from '@samsa/base'
import type { Connection } from './connection.ts'
import type { NetLimits } from './net-limits.ts'

/**
 * The open connections of a node, and the one timer that ends those that are idle or stuck in the
 * middle of a frame. It looks at all of them at most once per check interval and does not run while
 * there are none.
 */
export class ConnectionTable {
  readonly #clock: Clock
  readonly #limits: NetLimits
  readonly #connections: Set<Connection>
  #timer: Timer | undefined

  constructor(clock: Clock, limits: NetLimits) {
    this.#clock = clock
    this.#limits = limits
    this.#connections = new Set()
    this.#timer = undefined
  }

  get size(): number {
    return this.#connections.size
  }

  add(connection: Connection): void {
    this.#connections.add(connection)
    if (this.#timer === undefined) this.#schedule()
  }

  delete(connection: Connection): void {
    this.#connections.delete(connection)
    if (this.#connections.size > 0) return
    this.#timer?.cancel()
    this.#timer = undefined
  }

  closeAll(reason: string): void {
    for (const connection of [...this.#connections]) connection.close(reason)
  }

  #schedule(): void {
    const shortest = Math.min(this.#limits.connectionIdleMsMax, this.#limits.frameMsMax)
    // A quarter: nobody lives longer than 1.25 times its limit.
    const delayMs = Math.max(10, Math.floor(shortest / 4))
    this.#timer = this.#clock.setTimer(delayMs, () => {
      // After a stall the sockets are read first: what looks idle may have bytes waiting.
      this.#clock.afterIo(() => {
        this.#timer = undefined
        this.#reap()
        if (this.#connections.size > 0 && this.#timer === undefined) this.#schedule()
      })
    })
  }

  #reap(): void {
    const nowMs = this.#clock.monotonicMs()
    for (const connection of [...this.#connections]) {
      const { partialSinceMs } = connection
      if (partialSinceMs >= 0 && nowMs - partialSinceMs >= this.#limits.frameMsMax) {
        connection.close(`a frame was not complete within ${this.#limits.frameMsMax} ms`)
      } else if (nowMs - connection.lastActiveMs >= this.#limits.connectionIdleMsMax) {
        connection.close(`idle for ${this.#limits.connectionIdleMsMax} ms`)
      }
    }
  }
}
