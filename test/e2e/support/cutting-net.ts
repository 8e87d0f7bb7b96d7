import type { Address, Listener, Net, Socket } from '@samsa/base'

/** A real network whose connections can be cut, as by a broken router: nobody is told beforehand. */
export class CuttingNet implements Net {
  readonly #net: Net
  readonly #sockets: Set<Socket>
  /** Connections made so far. */
  connects: number

  constructor(net: Net) {
    this.#net = net
    this.#sockets = new Set()
    this.connects = 0
  }

  listen(): Promise<Listener> {
    return Promise.reject(new Error('clients do not listen'))
  }

  connect(to: Address): Socket {
    const socket = this.#net.connect(to)
    this.#sockets.add(socket)
    this.connects++
    return socket
  }

  cutAll(): void {
    for (const socket of this.#sockets) socket.destroy()
    this.#sockets.clear()
  }
}
