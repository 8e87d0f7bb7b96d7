import type { Compute, ComputeTask } from '@samsa/base'

import { Phase } from './event-queue.ts'
import type { Prng } from './prng.ts'
import type { SimProcess } from './sim-host.ts'
import { checksumOfText } from './trace.ts'

/**
 * Runs tasks after a while of virtual time. Input and output are cloned as a thread's would be, so what
 * is changed meanwhile on one side does not reach the other.
 */
export class SimCompute implements Compute {
  readonly #process: SimProcess
  readonly #random: Prng

  constructor(process: SimProcess) {
    this.#process = process
    this.#random = process.simulation.random(`compute/${process.host.name}/${process.life}`)
  }

  run<Input, Output>(task: ComputeTask<Input, Output>, input: Input): Promise<Output> {
    const { simulation } = this.#process
    const { low, high } = simulation.settings.computeUs
    const given = structuredClone(input)
    this.#process.record('compute.run', checksumOfText(task.name))
    return new Promise((resolve, reject) => {
      simulation.schedule(this.#random.between(low, high), Phase.io, this.#process, () => {
        this.#process.record('compute.done', checksumOfText(task.name))
        try {
          resolve(structuredClone(task.run(given)))
        } catch (error) {
          reject(error as Error)
        }
      })
    })
  }
}
