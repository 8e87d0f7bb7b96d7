/** How requests of an API may follow one another on a connection; see `Handler`. */
export interface OrderRule {
  readonly keepsOwnOrder: boolean
  readonly isOneAtATime: boolean
}

/**
 * The order rule of a connection: a request starts once all earlier ones have taken local effect.
 *
 * | pending on the connection            | next request        | starts                    |
 * | ------------------------------------ | ------------------- | ------------------------- |
 * | no effect                            | any                 | at once                   |
 * | effects of one API that keeps order  | same API            | at once                   |
 * | any other effect                     | any                 | when the effects settled  |
 * | unanswered one-at-a-time API         | same API            | when it has been answered |
 */
export class EffectGate {
  #pendingEffects: number
  /** API of the pending effects when it is one that keeps its own order; else −1. */
  #pendingApiKey: number
  readonly #unanswered: Set<number>

  constructor() {
    this.#pendingEffects = 0
    this.#pendingApiKey = -1
    this.#unanswered = new Set()
  }

  mayStart(apiKey: number, rule: OrderRule): boolean {
    if (rule.isOneAtATime && this.#unanswered.has(apiKey)) return false
    if (this.#pendingEffects === 0) return true
    return rule.keepsOwnOrder && this.#pendingApiKey === apiKey
  }

  effectBegins(apiKey: number, rule: OrderRule): void {
    this.#pendingEffects++
    this.#pendingApiKey = rule.keepsOwnOrder ? apiKey : -1
  }

  effectSettled(): void {
    this.#pendingEffects--
  }

  asked(apiKey: number, rule: OrderRule): void {
    if (rule.isOneAtATime) this.#unanswered.add(apiKey)
  }

  answered(apiKey: number, rule: OrderRule): void {
    if (rule.isOneAtATime) this.#unanswered.delete(apiKey)
  }
}
