import { Completion, type Timer, type Wheel } from '@samsa/base'
import { ErrorCode } from '@samsa/protocol'
import type { Decided, WriteOperation } from './operation.ts'

interface Waiting {
  /** Epoch of the operation's last record, or of the state it saw when it has none. */
  readonly epoch: number
  readonly deadlineMs: number
  committed(): void
  failed(errorCode: number): void
}

/**
 * Operations that are decided and not committed yet, in order. One timer for all of them, while there
 * are any: who waits longer than `timeoutMs` is told REQUEST_TIMED_OUT, its records stay.
 */
export class WaitingList {
  readonly #wheel: Wheel
  readonly #nowMs: () => number
  readonly #timeoutMs: () => number
  #entries: Waiting[]
  #timer: Timer | undefined

  constructor(wheel: Wheel, nowMs: () => number, timeoutMs: () => number) {
    this.#wheel = wheel
    this.#nowMs = nowMs
    this.#timeoutMs = timeoutMs
    this.#entries = []
    this.#timer = undefined
  }

  get length(): number {
    return this.#entries.length
  }

  /** The answer that leaves once `epoch` is committed. */
  add<State, Response>(
    epoch: number,
    operation: WriteOperation<State, Response>,
    decided: Decided<Response>,
  ): Response | Completion<Response> {
    const { response } = decided
    const deadlineMs = this.#nowMs() + this.#timeoutMs()
    if (response instanceof Completion) {
      this.#push({
        epoch,
        deadlineMs,
        committed: () => decided.onCommitted?.(),
        failed: (errorCode) => decided.onFailed?.(errorCode),
      })
      return response
    }
    const answer = new Completion<Response>()
    this.#push({
      epoch,
      deadlineMs,
      committed: () => {
        decided.onCommitted?.()
        answer.resolve(response)
      },
      failed: (errorCode) => {
        decided.onFailed?.(errorCode)
        answer.resolve(operation.refused(errorCode))
      },
    })
    return answer
  }

  /** Everything up to `epoch` is committed. */
  committed(epoch: number): void {
    let count = 0
    while (count < this.#entries.length && (this.#entries[count] as Waiting).epoch <= epoch) count++
    for (const waiting of this.#entries.splice(0, count)) waiting.committed()
  }

  failAll(errorCode: number): void {
    const entries = this.#entries
    this.#entries = []
    for (const entry of entries) entry.failed(errorCode)
  }

  close(): void {
    this.#timer?.cancel()
    this.#timer = undefined
  }

  #push(waiting: Waiting): void {
    this.#entries.push(waiting)
    this.#timer ??= this.#wheel.schedule(waiting.deadlineMs, () => this.#expire())
  }

  #expire(): void {
    this.#timer = undefined
    const nowMs = this.#nowMs()
    let count = 0
    while (count < this.#entries.length && (this.#entries[count] as Waiting).deadlineMs <= nowMs) {
      count++
    }
    const overdue = this.#entries.splice(0, count)
    const [first] = this.#entries
    if (first !== undefined) {
      this.#timer = this.#wheel.schedule(first.deadlineMs, () => this.#expire())
    }
    for (const waiting of overdue) waiting.failed(ErrorCode.REQUEST_TIMED_OUT)
  }
}
