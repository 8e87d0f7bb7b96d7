import { BrokerError } from '../errors.ts'

/**
 * Pure, CPU-heavy work of named kinds (decompress and validate a large batch, clean a segment), run
 * where it does not stall the event loop. Tasks are registered by name so that a worker thread can
 * find them; input and output are structured-clone data, with `Uint8Array`s transferred or copied.
 */
export interface ComputeTask<Input, Output> {
  /** Unique in the process; `package/what`. */
  readonly name: string
  run(input: Input): Output
}

export interface Compute {
  /** Rejects with what `run` threw. Never completes synchronously. */
  run<Input, Output>(task: ComputeTask<Input, Output>, input: Input): Promise<Output>
}

export type ComputeFailure = 'COMPUTE_WORKER_DIED' | 'COMPUTE_QUEUE_FULL' | 'COMPUTE_CLOSED'

/** The task did not run to its end; errors that it threw itself are passed on as they are. */
export class ComputeError extends BrokerError {
  override readonly name = 'ComputeError'
  readonly code: ComputeFailure

  constructor(code: ComputeFailure, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}
