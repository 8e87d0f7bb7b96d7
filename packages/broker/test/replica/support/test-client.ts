import { type Api, Reader, Writer } from '@samsa/protocol'
import { Connection } from '../../../src/net/connection.ts'
import { defaultNetLimits } from '../../../src/net/net-limits.ts'
import { Dispatcher } from '../../../src/dispatch/dispatcher.ts'
import { HandlerTable } from '../../../src/dispatch/handler-table.ts'
import type { AnyHandler } from '../../../src/dispatch/handler.ts'
import type { NodeServices } from '../../../src/services.ts'
import { FakeSocket } from '../../support/fake-socket.ts'
import { memoryOf } from '../../support/frame-memory.ts'

interface Waiting {
  readonly read: (reader: Reader) => void
  readonly closed: () => void
}

/** What stands for an answer when the node hung up. */
export const CLOSED = 'closed' as const

/**
 * A client of the node under test: real connection, real dispatcher, bytes on a socket without a
 * network. `dispose` checks that no frame is left.
 */
export class TestClient implements Disposable {
  readonly socket: FakeSocket
  readonly connection: Connection
  readonly memory: ReturnType<typeof memoryOf>
  readonly #waiting: Map<number, Waiting>
  readonly #clientId: string
  #lastId: number
  #readCount: number
  #unread: Buffer

  constructor(services: NodeServices, handlers: readonly AnyHandler[], clientId: string = 'test') {
    this.socket = new FakeSocket()
    this.memory = memoryOf()
    this.#waiting = new Map()
    this.#clientId = clientId
    this.#lastId = 0
    this.#readCount = 0
    this.#unread = Buffer.alloc(0)
    const dispatcher = new Dispatcher(new HandlerTable(handlers), services)
    this.connection = new Connection(1, 'PLAINTEXT', this.socket, {
      clock: services.clock,
      logger: services.logger,
      memory: this.memory,
      limits: defaultNetLimits,
      orderRule: (apiKey) => dispatcher.orderRule(apiKey),
      admit: (connection, frame, slot) => dispatcher.admit(connection, frame, slot),
      closed: () => this.#hungUp(),
    })
    this.connection.start()
  }

  /** Bytes of one request, to be sent with others in one piece. */
  frame<Request>(api: Api<Request, unknown>, version: number, request: Request): Uint8Array {
    const writer = new Writer()
    writer.beginFrame()
    writer.int16(api.key)
    writer.int16(version)
    writer.int32(++this.#lastId)
    writer.nullableString(this.#clientId)
    if (api.requestHeaderVersion(version) === 2) writer.onlyUnknownTags(null)
    api.request.encode(writer, request, version)
    return writer.finishBytes()
  }

  /** The answer to the request that was framed last. */
  answer<Response>(
    api: Api<unknown, Response> | Api<never, Response>,
    version: number,
  ): Promise<Response | typeof CLOSED> {
    const id = this.#lastId
    return new Promise((resolve) => {
      this.#waiting.set(id, {
        read: (reader) => {
          if (api.responseHeaderVersion(version) === 1) reader.unknownTags()
          resolve(api.response.decode(reader, version))
        },
        closed: () => resolve(CLOSED),
      })
      this.#readAll()
    })
  }

  send(bytes: Uint8Array): void {
    // The socket's bytes are valid only during the call, as with the real one.
    const copy = Uint8Array.from(bytes)
    this.socket.receive(copy)
    copy.fill(0xdb)
    this.#readAll()
  }

  async call<Request, Response>(
    api: Api<Request, Response>,
    version: number,
    request: Request,
  ): Promise<Response> {
    const answer = await this.tryCall(api, version, request)
    if (answer === CLOSED) throw new Error(`${api.name} v${version} closed the connection`)
    return answer
  }

  /** The same, where the node may hang up. */
  tryCall<Request, Response>(
    api: Api<Request, Response>,
    version: number,
    request: Request,
  ): Promise<Response | typeof CLOSED> {
    const bytes = this.frame(api, version, request)
    const answer = this.answer<Response>(api as Api<never, Response>, version)
    this.send(bytes)
    this.#pollLater()
    return answer
  }

  hangUp(): void {
    this.socket.receiveClose()
  }

  /** Frames that this client wrote and that the node still holds. */
  get heldBytes(): number {
    return this.memory.usedBytes
  }

  /** Responses come in whenever; the fake socket says nothing. */
  #pollLater(): void {
    if (this.#waiting.size === 0) return
    setImmediate(() => {
      this.#readAll()
      this.#pollLater()
    })
  }

  #readAll(): void {
    const { writes } = this.socket
    if (this.#readCount < writes.length) {
      this.#unread = Buffer.concat([this.#unread, ...writes.slice(this.#readCount)])
      this.#readCount = writes.length
    }
    while (this.#unread.length >= 4) {
      const size = this.#unread.readInt32BE()
      if (this.#unread.length < 4 + size) return
      const frame = this.#unread.subarray(4, 4 + size)
      const id = frame.readInt32BE()
      const waiting = this.#waiting.get(id)
      if (waiting === undefined) return
      this.#unread = this.#unread.subarray(4 + size)
      this.#waiting.delete(id)
      waiting.read(new Reader(frame, { position: 4 }))
    }
  }

  #hungUp(): void {
    for (const waiting of this.#waiting.values()) waiting.closed()
    this.#waiting.clear()
  }

  [Symbol.dispose](): void {
    if (this.connection.isOpen) this.hangUp()
    if (this.heldBytes > 0) throw new Error(`${this.heldBytes} bytes of frames are left`)
  }
}
