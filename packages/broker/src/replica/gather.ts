import { assert, Completion } from '@samsa/base'

/** Answers of several partitions, some of which come later: for requests off the hot path. */
export class Gathering<Response> {
  readonly #response: Response
  #pending: number
  #completion: Completion<Response> | undefined

  constructor(response: Response) {
    this.#response = response
    this.#pending = 0
    this.#completion = undefined
  }

  /** `work` writes its part into the response; it handles its own errors. */
  wait(work: Promise<void>): void {
    assert(this.#completion === undefined, 'all parts are known before the answer is asked for')
    this.#pending++
    void work.then(() => this.#arrived())
  }

  /** Asked for once: the response when nothing is waited for, else its completion. */
  answer(): Response | Completion<Response> {
    if (this.#pending === 0) return this.#response
    this.#completion = new Completion()
    return this.#completion
  }

  #arrived(): void {
    this.#pending--
    if (this.#pending === 0) this.#completion?.resolve(this.#response)
  }
}
