import type { Listener, NetError, Socket } from '@samsa/base'

import type { DoorWorld } from './conformance.ts'

/** A socket whose events can be waited for. */
export class SocketProbe {
  readonly socket: Socket
  readonly connected: Promise<void>
  readonly ended: Promise<void>
  readonly closed: Promise<NetError | null>
  receivedBytes: number
  /** Names of the handlers in the order of their calls, data only once in a row. */
  readonly calls: string[]
  /** Set around a call of a method to see whether a handler is called from inside it. */
  isInsideMethod: boolean
  wasCalledInside: boolean
  readonly #chunks: Uint8Array[]
  readonly #waiting: { readonly bytes: number; readonly resolve: () => void }[]

  constructor(socket: Socket) {
    this.socket = socket
    this.receivedBytes = 0
    this.calls = []
    this.isInsideMethod = false
    this.wasCalledInside = false
    this.#chunks = []
    this.#waiting = []
    const connected = Promise.withResolvers<void>()
    const ended = Promise.withResolvers<void>()
    const closed = Promise.withResolvers<NetError | null>()
    this.connected = connected.promise
    this.ended = ended.promise
    this.closed = closed.promise
    socket.start({
      onConnect: () => this.#called('connect', connected.resolve),
      onData: (bytes) => this.#called('data', () => this.#onData(bytes)),
      onEnd: () => this.#called('end', ended.resolve),
      onClose: (error) => this.#called('close', () => closed.resolve(error)),
    })
  }

  get received(): Buffer {
    return Buffer.concat(this.#chunks)
  }

  /** Resolves once that many bytes have come altogether. */
  has(bytes: number): Promise<void> {
    if (this.receivedBytes >= bytes) return Promise.resolve()
    return new Promise((resolve) => {
      this.#waiting.push({ bytes, resolve })
    })
  }

  /** Resolves with the outcome of the write. */
  write(...pieces: readonly Uint8Array[]): Promise<NetError | null> {
    return new Promise((resolve) => {
      this.socket.write(pieces, resolve)
    })
  }

  /** Calls a method and notes whether a handler was called before it returned. */
  inside(method: () => void): void {
    this.isInsideMethod = true
    method()
    this.isInsideMethod = false
  }

  #called(name: string, act: () => void): void {
    if (this.isInsideMethod) this.wasCalledInside = true
    if (name !== 'data' || this.calls.at(-1) !== 'data') this.calls.push(name)
    act()
  }

  #onData(bytes: Uint8Array): void {
    this.#chunks.push(new Uint8Array(bytes))
    this.receivedBytes += bytes.length
    for (const waiting of this.#waiting) {
      if (this.receivedBytes >= waiting.bytes) waiting.resolve()
    }
  }
}

/** A connection between the peer (`near`) and the node (`far`), and the node's listener. */
export interface ProbedConnection {
  readonly listener: Listener
  readonly near: SocketProbe
  readonly far: SocketProbe
  /** Ends both sides and the listener. */
  readonly close: () => Promise<void>
}

export async function acceptOne(world: DoorWorld): Promise<ProbedConnection> {
  const accepted = Promise.withResolvers<SocketProbe>()
  const options = { host: world.host === 'localhost' ? '127.0.0.1' : '', port: 0, backlog: 10 }
  const listener = await world.doors.net.listen(options, (socket) => {
    accepted.resolve(new SocketProbe(socket))
  })
  const address = { host: world.host, port: listener.address.port }
  const near = new SocketProbe(world.peer.net.connect(address))
  await near.connected
  const far = await accepted.promise
  return {
    listener,
    near,
    far,
    close: async () => {
      near.socket.destroy()
      far.socket.destroy()
      await Promise.all([near.closed, far.closed, listener.close()])
    },
  }
}

/** Bytes that tell where they belong: a mix-up or a loss shows. */
export function pattern(sizeBytes: number, salt = 0): Buffer {
  const bytes = Buffer.allocUnsafe(sizeBytes)
  for (let index = 0; index < sizeBytes; index++) bytes[index] = index * 7 + (index >> 8) + salt
  return bytes
}

/** As many exchanges of one byte as it takes for anything under way to have arrived. */
export async function pingPong({ near, far }: ProbedConnection, rounds: number): Promise<void> {
  for (let round = 0; round < rounds; round++) {
    const farBytes = far.receivedBytes
    const nearBytes = near.receivedBytes
    near.socket.write([Buffer.from('>')], () => {})
    await far.has(farBytes + 1)
    far.socket.write([Buffer.from('<')], () => {})
    await near.has(nearBytes + 1)
  }
}
