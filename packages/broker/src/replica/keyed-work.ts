/** Asynchronous work: in order of the calls for one key, side by side for different keys. */
export class KeyedWork {
  readonly #sideBySideMax: number
  readonly #onError: (key: string, error: unknown) => void
  /** Work that waits behind what runs for its key. */
  readonly #waiting: Map<string, (() => Promise<void>)[]>
  /** Keys that may start as soon as there is room. */
  readonly #due: string[]
  readonly #idleCallbacks: (() => void)[]
  #running: number

  /** `sideBySideMax` keys are worked on at once. */
  constructor(sideBySideMax: number, onError: (key: string, error: unknown) => void) {
    this.#sideBySideMax = sideBySideMax
    this.#onError = onError
    this.#waiting = new Map()
    this.#due = []
    this.#idleCallbacks = []
    this.#running = 0
  }

  /** Whether something runs or waits for the key. */
  has(key: string): boolean {
    return this.#waiting.has(key)
  }

  add(key: string, work: () => Promise<void>): void {
    const waiting = this.#waiting.get(key)
    if (waiting !== undefined) {
      waiting.push(work)
      return
    }
    this.#waiting.set(key, [work])
    this.#due.push(key)
    this.#start()
  }

  /** Resolves once nothing runs or waits; at once when that is so now. */
  whenIdle(): Promise<void> {
    if (this.#waiting.size === 0) return Promise.resolve()
    return new Promise((resolve) => this.#idleCallbacks.push(resolve))
  }

  #start(): void {
    while (this.#running < this.#sideBySideMax) {
      const key = this.#due.shift()
      if (key === undefined) return
      this.#running++
      void this.#run(key)
    }
  }

  async #run(key: string): Promise<void> {
    const waiting = this.#waiting.get(key)!
    while (waiting.length > 0) {
      try {
        await waiting.shift()!()
      } catch (error) {
        this.#onError(key, error)
      }
    }
    this.#waiting.delete(key)
    this.#running--
    this.#start()
    if (this.#waiting.size > 0) return
    for (const callback of this.#idleCallbacks.splice(0)) callback()
  }
}
