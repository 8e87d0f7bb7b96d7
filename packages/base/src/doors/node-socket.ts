import net from 'node:net'

import { assert } from '../errors.ts'
import { type Address, NetError, type Socket, type SocketHandlers } from './net.ts'
import { netError } from './node-errors.ts'

type WriteDone = (error: NetError | null) => void

/**
 * What the system reads into. On POSIX a read and the call that hands it out are one step, so all
 * sockets of a loop share the bytes; Windows fills buffers behind the loop's back, each needs its own.
 */
export class ReadBuffer {
  readonly #sizeBytes: number
  readonly #shared: Uint8Array | undefined

  constructor(sizeBytes: number) {
    this.#sizeBytes = sizeBytes
    this.#shared = process.platform === 'win32' ? undefined : new Uint8Array(sizeBytes)
  }

  forSocket(): Uint8Array {
    return this.#shared ?? new Uint8Array(this.#sizeBytes)
  }
}

/** The parts of `net.Socket` that a stream calls on its implementation. */
interface StreamSink {
  _write(bytes: Uint8Array, encoding: string, done: (error?: Error | null) => void): void
  _writev(
    pieces: { chunk: Uint8Array; encoding: string }[] & { allBuffers?: boolean },
    done: (error?: Error | null) => void,
  ): void
}

/** A write that waits for the connection to stand. */
interface EarlyWrite {
  readonly pieces: readonly Uint8Array[]
  readonly sizeBytes: number
  readonly done: WriteDone
}

/** A write that is over and waits to be reported. */
interface FinishedWrite {
  readonly sizeBytes: number
  readonly done: WriteDone
  readonly error: NetError | null
}

/**
 * One connection. Writes go to the handle past Node's `Writable`: its queue would hold a second write
 * back until the first is done, where the system takes both, and costs more than the write itself.
 * A write that the system takes at once is reported in the next microtask, several together.
 *
 * | state | may | leaves by |
 * | --- | --- | --- |
 * | connecting | queue writes | connect, error, destroy |
 * | open | read, write | end and FIN, error, destroy |
 * | destroyed | nothing; writes are answered NET_CLOSED | the system has let go of every piece |
 * | closed | – | – |
 */
export class NodeSocket implements Socket {
  readonly #socket: net.Socket
  readonly #hasReadHook: boolean
  readonly #sink: StreamSink
  readonly #description: string
  #local: Address
  #remote: Address
  #handlers: SocketHandlers | undefined
  #unsentBytes: number
  #early: EarlyWrite[] | undefined
  #isDestroyed: boolean
  #failure: NetError | null
  #isEnding: boolean
  /** Writes that are over but not reported yet; the report is under way while there are any. */
  #finished: FinishedWrite[]
  readonly #reportFinished: () => void

  /** `hasReadHook`: reads come through `onRead`, not as the stream's data. */
  constructor(socket: net.Socket, hasReadHook: boolean, connectingTo?: Address) {
    this.#socket = socket
    this.#hasReadHook = hasReadHook
    this.#sink = socket as unknown as StreamSink
    this.#local = addressOf(socket.localAddress, socket.localPort)
    this.#remote = connectingTo ?? addressOf(socket.remoteAddress, socket.remotePort)
    this.#description = `connection ${connectingTo === undefined ? 'from' : 'to'} ${textOf(this.#remote)}`
    this.#handlers = undefined
    this.#unsentBytes = 0
    this.#early = connectingTo === undefined ? undefined : []
    this.#isDestroyed = false
    this.#failure = null
    this.#isEnding = false
    this.#finished = []
    this.#reportFinished = () => this.#report()
    this.#listen()
  }

  get local(): Address {
    return this.#local
  }

  get remote(): Address {
    return this.#remote
  }

  get unsentBytes(): number {
    return this.#unsentBytes
  }

  start(handlers: SocketHandlers): void {
    assert(this.#handlers === undefined, 'a socket is started once')
    this.#handlers = handlers
    if (!this.#hasReadHook)
      this.#socket.on('data', (bytes: Buffer) => this.onRead(plainBytes(bytes)))
    if (!this.#socket.connecting) this.#socket.resume()
  }

  write(pieces: readonly Uint8Array[], done: WriteDone): void {
    const sizeBytes = sizeOf(pieces)
    this.#unsentBytes += sizeBytes
    if (this.#isDestroyed || this.#isEnding) this.#finish(sizeBytes, done, this.#closedError())
    else if (this.#early === undefined) this.#hand(pieces, sizeBytes, done)
    else this.#early.push({ pieces, sizeBytes, done })
  }

  pause(): void {
    this.#socket.pause()
  }

  resume(): void {
    this.#socket.resume()
  }

  end(): void {
    if (this.#isEnding) return
    this.#isEnding = true
    if (this.#early === undefined) this.#socket.end()
  }

  destroy(): void {
    if (this.#isDestroyed) return
    this.#isDestroyed = true
    this.#socket.destroy()
  }

  /** Called by the read hook; the bytes are the door's and change with the next read. */
  onRead(bytes: Uint8Array): void {
    if (this.#isDestroyed) return
    this.#handlers?.onData(bytes)
  }

  #listen(): void {
    const socket = this.#socket
    socket.on('connect', () => this.#onConnect())
    socket.on('end', () => {
      if (!this.#isDestroyed) this.#handlers?.onEnd()
    })
    socket.on('error', (error) => {
      if (!this.#isDestroyed) this.#failure ??= netError(error, this.#description)
    })
    socket.on('close', () => this.#onClose())
  }

  #onConnect(): void {
    const early = this.#early ?? []
    this.#early = undefined
    this.#local = addressOf(this.#socket.localAddress, this.#socket.localPort)
    if (!this.#isDestroyed) this.#handlers?.onConnect?.()
    for (const { pieces, sizeBytes, done } of early) this.#hand(pieces, sizeBytes, done)
    if (this.#isEnding) this.#socket.end()
  }

  #onClose(): void {
    this.#isDestroyed = true
    const early = this.#early ?? []
    this.#early = undefined
    for (const { sizeBytes, done } of early) this.#finish(sizeBytes, done, this.#closedError())
    this.#report()
    this.#handlers?.onClose(this.#failure)
  }

  #hand(pieces: readonly Uint8Array[], sizeBytes: number, done: WriteDone): void {
    if (this.#isDestroyed || sizeBytes === 0) {
      this.#finish(sizeBytes, done, this.#isDestroyed ? this.#closedError() : null)
      return
    }
    const onWritten = (error?: Error | null): void =>
      this.#onWritten(sizeBytes, done, error ?? null)
    const first = pieces[0]
    if (pieces.length === 1 && first !== undefined) {
      this.#sink._write(first, 'buffer', onWritten)
    } else {
      this.#sink._writev(chunksOf(pieces), onWritten)
    }
  }

  #onWritten(sizeBytes: number, done: WriteDone, error: Error | null): void {
    if (error === null || this.#isDestroyed) {
      // What a destroyed socket drops is answered with or without an error.
      this.#finish(sizeBytes, done, this.#isDestroyed ? this.#closedError() : null)
      return
    }
    const failure = netError(error, this.#description)
    this.#failure ??= failure
    this.#finish(sizeBytes, done, failure)
    this.#socket.destroy()
  }

  #finish(sizeBytes: number, done: WriteDone, error: NetError | null): void {
    if (this.#finished.length === 0) queueMicrotask(this.#reportFinished)
    this.#finished.push({ sizeBytes, done, error })
  }

  #report(): void {
    const finished = this.#finished
    if (finished.length === 0) return
    this.#finished = []
    for (const { sizeBytes, done, error } of finished) {
      this.#unsentBytes -= sizeBytes
      done(error)
    }
  }

  #closedError(): NetError {
    return new NetError('NET_CLOSED', `${this.#description}: it is closed`)
  }
}

/** An accepted connection's raw handle, reading into `buffer`. */
export function wrapHandle(handle: unknown, buffer: ReadBuffer): NodeSocket {
  const bytes = buffer.forSocket()
  const socket = new net.Socket({
    handle,
    allowHalfOpen: true,
    manualStart: true,
    onread: { buffer: bytes, callback: (count: number) => read(count) },
  } as net.SocketConstructorOpts)
  socket.setNoDelay(true)
  socket.setKeepAlive(true)
  const wrapped = new NodeSocket(socket, true)
  const read = (count: number): boolean => {
    wrapped.onRead(bytes.subarray(0, count))
    return true
  }
  return wrapped
}

export function connectSocket(to: Address, buffer: ReadBuffer | undefined): NodeSocket {
  const base = { ...to, noDelay: true, keepAlive: true, allowHalfOpen: true }
  if (buffer === undefined) return new NodeSocket(net.connect(base), false, to)
  const bytes = buffer.forSocket()
  const socket = net.connect({
    ...base,
    onread: { buffer: bytes, callback: (count: number) => read(count) },
  })
  const wrapped = new NodeSocket(socket, true, to)
  const read = (count: number): boolean => {
    wrapped.onRead(bytes.subarray(0, count))
    return true
  }
  return wrapped
}

/** Handlers are handed plain arrays in every mode: a `Buffer`'s `slice` would not copy. */
function plainBytes(bytes: Buffer): Uint8Array {
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length)
}

function chunksOf(
  pieces: readonly Uint8Array[],
): { chunk: Uint8Array; encoding: string }[] & { allBuffers?: boolean } {
  const chunks: { chunk: Uint8Array; encoding: string }[] & { allBuffers?: boolean } = []
  for (const piece of pieces) chunks.push({ chunk: piece, encoding: 'buffer' })
  chunks.allBuffers = true
  return chunks
}

function sizeOf(pieces: readonly Uint8Array[]): number {
  let sizeBytes = 0
  for (const piece of pieces) sizeBytes += piece.length
  return sizeBytes
}

/** IPv4 peers of a dual-stack listener appear as `::ffff:1.2.3.4`: people and quotas know `1.2.3.4`. */
function addressOf(host: string | undefined, port: number | undefined): Address {
  return { host: (host ?? '').replace(/^::ffff:(?=\d+\.)/, ''), port: port ?? 0 }
}

function textOf({ host, port }: Address): string {
  return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`
}
