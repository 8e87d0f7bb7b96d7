import type {
  Address,
  Listener,
  ListenOptions,
  Net,
  NetError,
  Socket,
  SocketHandlers,
} from '@samsa/base'

/** A connection without a network: what the client sends is there at once, in one piece. */
export class LoopbackSocket implements Socket {
  readonly local: Address
  readonly remote: Address = { host: '127.0.0.1', port: 50_000 }
  unsentBytes = 0
  /** Writes of the node; while one request at a time is asked each is an answer. */
  answerCount = 0
  /** The latest answers, in the pieces they were written in. */
  answer: readonly Uint8Array[] = []
  #handlers: SocketHandlers | undefined
  #done: ((error: NetError | null) => void)[] = []

  constructor(local: Address) {
    this.local = local
  }

  start(handlers: SocketHandlers): void {
    this.#handlers = handlers
  }

  write(pieces: readonly Uint8Array[], done: (error: NetError | null) => void): void {
    this.answerCount++
    this.answer = pieces
    this.#done.push(done)
  }

  pause(): void {}

  resume(): void {}

  end(): void {}

  destroy(): void {}

  /** Sends a request; what the node answers at once has been taken when this returns. */
  send(frame: Uint8Array): void {
    this.#handlers?.onData(frame)
    this.drain()
  }

  /** Takes what the node has written. */
  drain(): void {
    const { length } = this.#done
    for (let index = 0; index < length; index++) this.#done[index]!(null)
    this.#done.splice(0, length)
  }
}

/** Listeners that only this process reaches. */
export class LoopbackNet implements Net {
  readonly #listening: Map<number, (socket: Socket) => void> = new Map()

  listen(options: ListenOptions, onConnection: (socket: Socket) => void): Promise<Listener> {
    this.#listening.set(options.port, onConnection)
    const { host, port } = options
    return Promise.resolve({ address: { host, port }, close: () => Promise.resolve() })
  }

  connect(): Socket {
    throw new Error('a node under measurement connects to nobody')
  }

  /** A client of the listener on `port`. */
  dial(port: number): LoopbackSocket {
    const socket = new LoopbackSocket({ host: '127.0.0.1', port })
    const accept = this.#listening.get(port)
    if (accept === undefined) throw new Error(`nobody listens on port ${port}`)
    accept(socket)
    return socket
  }
}
