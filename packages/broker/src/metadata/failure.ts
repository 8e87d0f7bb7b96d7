import type { Completion } from '@samsa/base'

/** The first failure, told to the node and to whoever waits for something that will not come. */
export class Failure {
  readonly #tell: (error: Error) => void
  readonly #waiting: Set<(error: Error) => void>
  #error: Error | undefined

  constructor(tell: (error: Error) => void) {
    this.#tell = tell
    this.#waiting = new Set()
    this.#error = undefined
  }

  happened(error: Error): void {
    if (this.#error !== undefined) return
    this.#error = error
    for (const reject of this.#waiting) reject(error)
    this.#tell(error)
  }

  /** Resolves with the completion, unless the metadata fails first. */
  orRejected<Value>(completion: Completion<Value>): Promise<Value> {
    return new Promise((resolve, reject) => {
      if (this.#error !== undefined) return reject(this.#error)
      this.#waiting.add(reject)
      completion.whenSettled((value) => {
        this.#waiting.delete(reject)
        resolve(value)
      }, reject)
    })
  }
}
