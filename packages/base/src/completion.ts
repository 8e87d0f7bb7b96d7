import { AssertionError } from './errors.ts'

/**
 * A value that comes once, for at most one listener, which is called in the very call that settles
 * it. The request path uses it where a promise would cost a microtask and lose the order of events;
 * settled with a value or with the error of a broken promise of ours.
 */
export class Completion<Value> {
  #value: Value | undefined
  #error: Error | undefined
  #isSettled: boolean
  #onValue: ((value: Value) => void) | undefined
  #onError: ((error: Error) => void) | undefined

  constructor() {
    this.#value = undefined
    this.#error = undefined
    this.#isSettled = false
    this.#onValue = undefined
    this.#onError = undefined
  }

  static of<Value>(value: Value): Completion<Value> {
    const completion = new Completion<Value>()
    completion.resolve(value)
    return completion
  }

  get isSettled(): boolean {
    return this.#isSettled
  }

  /** Asserts when already settled. */
  resolve(value: Value): void {
    this.#settle()
    this.#value = value
    if (this.#onValue !== undefined) this.#onValue(value)
  }

  /** Asserts when already settled. */
  reject(error: Error): void {
    this.#settle()
    this.#error = error
    if (this.#onError !== undefined) this.#onError(error)
  }

  /** Calls one of the two: now when settled, else in the settling call. Only one listener ever. */
  whenSettled(onValue: (value: Value) => void, onError: (error: Error) => void): void {
    if (this.#onValue !== undefined) throw new AssertionError('a completion has one listener')
    this.#onValue = onValue
    this.#onError = onError
    if (!this.#isSettled) return
    if (this.#error === undefined) onValue(this.#value as Value)
    else onError(this.#error)
  }

  /** For callers off the hot path. Uses up the listener. */
  toPromise(): Promise<Value> {
    return new Promise((resolve, reject) => this.whenSettled(resolve, reject))
  }

  #settle(): void {
    if (this.#isSettled) throw new AssertionError('a completion settles once')
    this.#isSettled = true
  }
}
