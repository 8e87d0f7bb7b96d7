import { BrokerError } from '../errors.ts'

export interface Address {
  readonly host: string
  readonly port: number
}

export interface ListenOptions extends Address {
  /** Connections that the system completes before they are accepted (`socket.listen.backlog.size`). */
  readonly backlog: number
}

/**
 * One TCP connection, byte stream semantics: what arrives is cut anywhere. No handler is ever called
 * from inside a method of the same socket.
 */
export interface Socket {
  readonly local: Address
  readonly remote: Address
  /** Bytes handed to `write` whose `done` has not been called yet. */
  readonly unsentBytes: number
  /** Hands over the handlers; data flows from then on. Called exactly once, right after accept/connect. */
  start(handlers: SocketHandlers): void
  /**
   * Queues the pieces behind earlier writes, as one vectored write where possible. The pieces belong
   * to the socket until `done`: nobody may change or reuse them before. `done` gets the error when
   * the connection ended first.
   */
  write(pieces: readonly Uint8Array[], done: (error: NetError | null) => void): void
  /** Stops reading (TCP back pressure reaches the peer); `resume` goes on. Both idempotent. */
  pause(): void
  resume(): void
  /** Sends what is queued, then FIN. */
  end(): void
  /** Drops everything at once; the peer may see RST. `onClose` follows, asynchronously. */
  destroy(): void
}

export interface SocketHandlers {
  /** For `connect`: the connection stands. Never called for accepted sockets. */
  onConnect?(): void
  /** Bytes are valid only during the call: the door reuses its buffer. */
  onData(bytes: Uint8Array): void
  /** The peer sent FIN. */
  onEnd(): void
  /** Last call for this socket; `error` is null for an orderly end. */
  onClose(error: NetError | null): void
}

export interface Listener {
  /** With the real port where 0 was asked for. */
  readonly address: Address
  /** Stops accepting; open connections live on. */
  close(): Promise<void>
}

export interface Net {
  /** Rejects with `NetError` (`NET_ADDRESS_IN_USE`, …). */
  listen(options: ListenOptions, onConnection: (socket: Socket) => void): Promise<Listener>
  /** Returns at once; `onConnect` or `onClose` tells how it went. */
  connect(to: Address): Socket
}

export type NetFailure =
  | 'NET_ADDRESS_IN_USE'
  | 'NET_ADDRESS_NOT_AVAILABLE'
  | 'NET_REFUSED'
  | 'NET_RESET'
  | 'NET_TIMED_OUT'
  | 'NET_CLOSED'
  | 'NET_UNREACHABLE'
  | 'NET_PERMISSION'
  | 'NET_IO'

export class NetError extends BrokerError {
  override readonly name = 'NetError'
  readonly code: NetFailure

  constructor(code: NetFailure, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}
