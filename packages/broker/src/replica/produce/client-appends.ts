import type { Clock, Compute, ComputeTask, Logger, Wheel } from '@samsa/base'
import {
  BatchValidator,
  type BatchTools,
  createValidationTask,
  type RecordsVerdict,
  type ValidationInput,
} from '@samsa/protocol'

export interface ClientAppendsOptions {
  readonly clock: Clock
  readonly wheel: Wheel
  readonly compute: Compute
  readonly logger: Logger
  readonly tools: BatchTools
}

/** What the appends of Produce requests share: one validator, and the way to other threads. */
export class ClientAppends {
  readonly clock: Clock
  readonly wheel: Wheel
  readonly logger: Logger
  readonly validator: BatchValidator
  readonly #compute: Compute
  readonly #task: ComputeTask<ValidationInput, RecordsVerdict>
  #lastTicket: number

  constructor(options: ClientAppendsOptions) {
    this.clock = options.clock
    this.wheel = options.wheel
    this.logger = options.logger
    this.validator = new BatchValidator(options.tools)
    this.#compute = options.compute
    this.#task = createValidationTask(options.tools)
    this.#lastTicket = 0
  }

  /** A number that no other request has. */
  nextTicket(): number {
    return ++this.#lastTicket
  }

  /** Looks at a batch's records where the event loop does not wait for it. */
  judgeElsewhere(
    input: ValidationInput,
    onVerdict: (verdict: RecordsVerdict) => void,
    onError: (error: Error) => void,
  ): void {
    this.#compute.run(this.#task, input).then(onVerdict, onError)
  }
}
