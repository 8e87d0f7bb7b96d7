import type { Address, NetError, Socket, SocketHandlers } from '@samsa/base'

/** A socket whose peer is the test: bytes are pushed in, writes are collected until `drain`. */
export class FakeSocket implements Socket {
  readonly local: Address = { host: '127.0.0.1', port: 9092 }
  readonly remote: Address = { host: '127.0.0.1', port: 50_000 }
  readonly writes: Uint8Array[] = []
  isPaused = false
  isEnded = false
  isDestroyed = false
  unsentBytes = 0
  #handlers: SocketHandlers | undefined
  #waiting: (() => void)[] = []
  readonly #drainsItself: boolean

  constructor(options: { drainsItself?: boolean } = {}) {
    this.#drainsItself = options.drainsItself ?? true
  }

  start(handlers: SocketHandlers): void {
    this.#handlers = handlers
  }

  write(pieces: readonly Uint8Array[], done: (error: NetError | null) => void): void {
    const bytes = Buffer.concat(pieces)
    this.writes.push(bytes)
    this.unsentBytes += bytes.length
    this.#waiting.push(() => {
      this.unsentBytes -= bytes.length
      done(null)
    })
    if (this.#drainsItself) this.drain()
  }

  pause(): void {
    this.isPaused = true
  }

  resume(): void {
    this.isPaused = false
  }

  end(): void {
    this.isEnded = true
  }

  destroy(): void {
    this.isDestroyed = true
  }

  /** The peer read everything. */
  drain(): void {
    const waiting = this.#waiting
    this.#waiting = []
    for (const done of waiting) done()
  }

  receive(bytes: Uint8Array): void {
    this.#handlers?.onData(bytes)
  }

  receiveEnd(): void {
    this.#handlers?.onEnd()
  }

  receiveClose(): void {
    this.#handlers?.onClose(null)
  }
}
