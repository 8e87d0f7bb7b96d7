import type { OrderRule } from '../net/effect-gate.ts'
import type { AnyHandler } from './handler.ts'

/** A served API as the dispatcher sees it. */
export interface ServedApi {
  readonly handler: AnyHandler
  readonly order: OrderRule
}

/**
 * What a listener serves, by API key. ApiVersions answers and `docs/coverage.md` come from the same
 * list, so nothing can be advertised that is not here.
 */
export class HandlerTable {
  readonly #byKey: readonly (ServedApi | undefined)[]
  readonly handlers: readonly AnyHandler[]

  constructor(handlers: readonly AnyHandler[]) {
    const byKey: (ServedApi | undefined)[] = []
    for (const handler of handlers) {
      byKey[handler.api.key] = {
        handler,
        order: {
          keepsOwnOrder: handler.keepsOwnOrder ?? false,
          isOneAtATime: handler.isOneAtATime ?? false,
        },
      }
    }
    this.#byKey = byKey
    this.handlers = [...handlers].sort((a, b) => a.api.key - b.api.key)
  }

  get(apiKey: number): ServedApi | undefined {
    return apiKey < 0 ? undefined : this.#byKey[apiKey]
  }
}
