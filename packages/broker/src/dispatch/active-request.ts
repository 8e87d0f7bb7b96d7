import type { Connection } from '../net/connection.ts'
import type { ResponseSlot } from '../net/response-order.ts'
import type { RequestContext } from './context.ts'
import type { ServedApi } from './handler-table.ts'

/**
 * A request between admission and the last byte of its answer. Its frame is held until both its
 * effect and its response have settled, whichever is later.
 */
export class ActiveRequest {
  readonly served: ServedApi
  readonly context: RequestContext
  readonly #connection: Connection
  readonly #slot: ResponseSlot
  #effectIsPending: boolean
  #isAnswered: boolean

  constructor(
    connection: Connection,
    slot: ResponseSlot,
    served: ServedApi,
    context: RequestContext,
  ) {
    this.served = served
    this.context = context
    this.#connection = connection
    this.#slot = slot
    this.#effectIsPending = false
    this.#isAnswered = false
  }

  effectBegins(): void {
    this.#effectIsPending = true
    this.#connection.effectBegins(this.context.apiKey, this.served.order)
  }

  effectSettled(): void {
    this.#effectIsPending = false
    if (this.#isAnswered) this.context.frame.release()
    this.#connection.effectSettled()
  }

  respond(pieces: readonly Uint8Array[], sizeBytes: number): void {
    if (!this.#answered()) return
    const { context } = this
    this.#connection.respond(this.#slot, context.apiKey, this.served.order, pieces, sizeBytes, () =>
      context.sent(),
    )
  }

  skip(): void {
    if (!this.#answered()) return
    this.context.sent()
    this.#connection.skip(this.#slot, this.context.apiKey, this.served.order)
  }

  close(reason: string): void {
    if (this.#answered()) this.context.sent()
    this.#connection.close(reason)
  }

  /** False when it was answered before (an effect that failed after the answer). */
  #answered(): boolean {
    if (this.#isAnswered) return false
    this.#isAnswered = true
    if (!this.#effectIsPending) this.context.frame.release()
    return true
  }
}
