import type { Address, Listener, ListenOptions, Net, Socket } from '@samsa/base'

import { Phase } from './event-queue.ts'
import type { SimProcess } from './sim-host.ts'
import { checksumOfText } from './trace.ts'

/** TCP as one process of a simulated host sees it. */
export class SimNet implements Net {
  readonly #process: SimProcess
  readonly #scratch: Uint8Array

  constructor(process: SimProcess) {
    this.#process = process
    this.#scratch = new Uint8Array(process.simulation.settings.deliveryBytesMax)
  }

  listen(options: ListenOptions, onConnection: (socket: Socket) => void): Promise<Listener> {
    const { simulation } = this.#process
    this.#process.record('net.listen', options.port)
    return new Promise((resolve, reject) => {
      simulation.schedule(0, Phase.io, this.#process, () => {
        try {
          const scratch = this.#scratch
          const listener = simulation.network.listen(this.#process, options, {
            scratch,
            onConnection,
          })
          resolve({
            address: listener.address,
            close: async () => simulation.network.stopListening(listener),
          })
        } catch (error) {
          reject(error as Error)
        }
      })
    })
  }

  connect(to: Address): Socket {
    this.#process.record('net.connect', checksumOfText(`${to.host}:${to.port}`))
    return this.#process.simulation.network.connect(this.#process, to, this.#scratch)
  }
}
