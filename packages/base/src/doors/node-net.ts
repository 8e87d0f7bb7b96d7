import net from 'node:net'

import type { Address, ListenOptions, Listener, Net, Socket } from './net.ts'
import { netError } from './node-errors.ts'
import { connectSocket, NodeSocket, ReadBuffer, wrapHandle } from './node-socket.ts'

export interface NodeNetOptions {
  /** Bytes of the buffer that the system reads into; every socket of this door shares it. */
  readonly readBufferBytes?: number
  /** Off only to measure what it brings: sockets then read through Node's streams. */
  readonly readsIntoOwnBuffer?: boolean
}

const READ_BUFFER_BYTES = 64 * 1024

/** The handle of a listening `net.Server`; `onconnection` is what Node itself installs there. */
interface ServerHandle {
  onconnection?: (status: number, handle: unknown) => void
}

/**
 * TCP of this machine. Accepted connections are taken as the raw handle and given a `net.Socket` that
 * reads into our own buffer: Node's own `connection` event comes with a socket that allocates a buffer
 * for every read. Where the handle does not look as expected, that event is the way.
 */
export class NodeNet implements Net {
  readonly #buffer: ReadBuffer | undefined

  constructor(options: NodeNetOptions = {}) {
    this.#buffer =
      options.readsIntoOwnBuffer === false
        ? undefined
        : new ReadBuffer(options.readBufferBytes ?? READ_BUFFER_BYTES)
  }

  async listen(options: ListenOptions, onConnection: (socket: Socket) => void): Promise<Listener> {
    const server = net.createServer({
      allowHalfOpen: true,
      pauseOnConnect: true,
      noDelay: true,
      keepAlive: true,
    })
    await listening(server, options)
    // A failed accept (too many files) concerns a connection that nobody has seen yet; the listener goes on.
    server.on('error', () => {})
    if (!this.#acceptHandles(server, onConnection)) {
      server.on('connection', (socket) => onConnection(new NodeSocket(socket, false)))
    }
    return new NodeListener(server)
  }

  connect(to: Address): Socket {
    return connectSocket(to, this.#buffer)
  }

  #acceptHandles(server: net.Server, onConnection: (socket: Socket) => void): boolean {
    const buffer = this.#buffer
    const handle = handleOf(server)
    if (buffer === undefined || handle?.onconnection === undefined) return false
    handle.onconnection = (status, accepted) => {
      if (status === 0 && accepted !== undefined) onConnection(wrapHandle(accepted, buffer))
    }
    return true
  }
}

class NodeListener implements Listener {
  readonly address: Address
  readonly #server: net.Server
  #closed: Promise<void> | undefined

  constructor(server: net.Server) {
    this.#server = server
    this.#closed = undefined
    const at = server.address()
    this.address =
      at === null || typeof at === 'string'
        ? { host: '', port: 0 }
        : { host: at.address, port: at.port }
  }

  close(): Promise<void> {
    // Node reports a server closed once its connections are too: the port is free before that, when
    // the handle's own close has run, which is within a turn.
    this.#closed ??= new Promise((resolve) => {
      this.#server.close()
      setImmediate(() => setImmediate(resolve))
    })
    return this.#closed
  }
}

function listening(server: net.Server, options: ListenOptions): Promise<void> {
  const { host, port, backlog } = options
  return new Promise((resolve, reject) => {
    const onError = (error: Error): void => reject(netError(error, `listen on ${host}:${port}`))
    server.once('error', onError)
    const where = host === '' ? { port } : { host, port }
    server.listen({ ...where, backlog, exclusive: true }, () => {
      server.off('error', onError)
      resolve()
    })
  })
}

function handleOf(server: net.Server): ServerHandle | undefined {
  const { _handle: handle } = server as unknown as { _handle?: ServerHandle | null }
  return handle ?? undefined
}
