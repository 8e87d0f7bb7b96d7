/** Runs asynchronous pieces of work one after the other, in order of the calls. */
export class Serial {
  #last: Promise<unknown>

  constructor() {
    this.#last = Promise.resolve()
  }

  run<Value>(work: () => Promise<Value>): Promise<Value> {
    const result = this.#last.then(work)
    this.#last = result.catch(() => undefined)
    return result
  }

  /** Resolves once all work that was handed in so far has ended. */
  idle(): Promise<void> {
    return this.run(() => Promise.resolve())
  }
}
