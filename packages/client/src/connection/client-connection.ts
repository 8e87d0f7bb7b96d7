import type { Address, Clock, Net, NetError, Socket, Timer } from '@samsa/base'
import {
  type Api,
  apiVersionsApi,
  apiVersionsRequest,
  type ApiVersionsResponse,
  DecodeError,
  ErrorCode,
  Reader,
  Writer,
} from '@samsa/protocol'
import { ClientError } from '../errors.ts'
import { ResponseFrames } from './response-frames.ts'

export interface ClientConnectionOptions {
  readonly net: Net
  readonly clock: Clock
  readonly clientId: string
  /** An answer that takes longer fails its request, and the connection with it. */
  readonly requestMsMax: number
  readonly responseBytesMax: number
}

interface InFlight {
  readonly correlationId: number
  readonly timer: Timer
  answer(reader: Reader): void
  fail(error: ClientError): void
}

const SOFTWARE_NAME = 'samsa-client'
const SOFTWARE_VERSION = '0.1.0'

/**
 * One connection to a broker: any API, any number of requests in flight, answers in order. Once one
 * answer fails to come the connection is of no more use and ends.
 */
export class ClientConnection {
  readonly address: Address
  readonly #options: ClientConnectionOptions
  readonly #socket: Socket
  readonly #writer: Writer
  readonly #inFlight: InFlight[]
  readonly #ranges: Map<number, readonly [min: number, max: number]>
  #lastCorrelationId: number
  #closed: ClientError | undefined
  #onClosed: (() => void) | undefined

  private constructor(address: Address, socket: Socket, options: ClientConnectionOptions) {
    this.address = address
    this.#options = options
    this.#socket = socket
    this.#writer = new Writer()
    this.#inFlight = []
    this.#ranges = new Map()
    this.#lastCorrelationId = 0
    this.#closed = undefined
    this.#onClosed = undefined
  }

  /** Connects and asks for the versions that the broker serves. Rejects with `ClientError`. */
  static async open(address: Address, options: ClientConnectionOptions): Promise<ClientConnection> {
    const connection = new ClientConnection(address, options.net.connect(address), options)
    await connection.#start()
    await connection.#negotiate()
    return connection
  }

  get isOpen(): boolean {
    return this.#closed === undefined
  }

  get inFlight(): number {
    return this.#inFlight.length
  }

  /** Called once when the connection ends, for whatever reason. */
  set onClosed(callback: () => void) {
    this.#onClosed = callback
  }

  /** Newest version of the API that both sides know, up to `versionMax`; throws CLIENT_UNSUPPORTED. */
  versionOf(
    api: Pick<Api<unknown, unknown>, 'key' | 'name' | 'versionMin' | 'versionMaxStable'>,
    versionMax: number = api.versionMaxStable,
  ): number {
    const [min, max] = this.#ranges.get(api.key) ?? [0, -1]
    const version = Math.min(max, versionMax, api.versionMaxStable)
    if (version < Math.max(min, api.versionMin)) {
      const served = max < 0 ? 'does not serve it' : `serves v${min} to v${max}`
      throw new ClientError('CLIENT_UNSUPPORTED', `${api.name}: ${this.#name} ${served}.`)
    }
    return version
  }

  /** Sends a request of that version and resolves with its answer. Rejects with `ClientError`. */
  send<Request, Response>(
    api: Api<Request, Response>,
    version: number,
    request: Request,
  ): Promise<Response> {
    return new Promise((resolve, reject) => {
      if (this.#closed !== undefined) return reject(this.#closed)
      const correlationId = this.#write(api, version, request)
      const { clock, requestMsMax } = this.#options
      const timer = clock.setTimer(requestMsMax, () => {
        const what = `${api.name} to ${this.#name}: no answer within ${requestMsMax} ms.`
        this.#end(new ClientError('CLIENT_TIMED_OUT', what))
      })
      this.#inFlight.push({
        correlationId,
        timer,
        answer: (reader) => {
          if (api.responseHeaderVersion(version) === 1) reader.unknownTags()
          resolve(api.response.decode(reader, version))
        },
        fail: reject,
      })
    })
  }

  /** Sends a request that has no answer: Produce with acks=0. */
  sendOnly<Request>(api: Api<Request, unknown>, version: number, request: Request): void {
    if (this.#closed !== undefined) throw this.#closed
    this.#write(api, version, request)
  }

  close(): void {
    this.#end(new ClientError('CLIENT_DISCONNECTED', `${this.#name}: closed by this client.`))
  }

  get #name(): string {
    return `${this.address.host}:${this.address.port}`
  }

  #start(): Promise<void> {
    const { responseBytesMax } = this.#options
    const frames = new ResponseFrames(responseBytesMax, (frame) => this.#onFrame(frame))
    return new Promise((resolve, reject) => {
      this.#socket.start({
        onConnect: resolve,
        onData: (bytes) => this.#guarded(() => frames.push(bytes)),
        onEnd: () => this.#end(this.#lost('the broker closed the connection')),
        onClose: (error: NetError | null) => {
          const lost = this.#lost(error?.message ?? 'the connection ended')
          this.#end(lost)
          reject(lost)
        },
      })
    })
  }

  async #negotiate(): Promise<void> {
    const request = apiVersionsRequest({
      clientSoftwareName: SOFTWARE_NAME,
      clientSoftwareVersion: SOFTWARE_VERSION,
    })
    let response: ApiVersionsResponse = await this.send(apiVersionsApi, 3, request)
    if (response.errorCode === ErrorCode.UNSUPPORTED_VERSION) {
      response = await this.send(apiVersionsApi, 0, apiVersionsRequest())
    }
    if (response.errorCode !== ErrorCode.NONE) {
      const what = `${this.#name} refuses ApiVersions with error ${response.errorCode}.`
      throw new ClientError('CLIENT_REFUSED', what, response.errorCode)
    }
    for (const { apiKey, minVersion, maxVersion } of response.apiKeys) {
      this.#ranges.set(apiKey, [minVersion, maxVersion])
    }
  }

  #write<Request>(api: Api<Request, unknown>, version: number, request: Request): number {
    const writer = this.#writer
    const correlationId = (this.#lastCorrelationId + 1) & 0x7fffffff
    this.#lastCorrelationId = correlationId
    writer.beginFrame()
    writer.int16(api.key)
    writer.int16(version)
    writer.int32(correlationId)
    writer.nullableString(this.#options.clientId)
    if (api.requestHeaderVersion(version) === 2) writer.onlyUnknownTags(null)
    try {
      api.request.encode(writer, request, version)
    } catch (error) {
      writer.reset()
      throw error
    }
    this.#socket.write(writer.finish(), ignore)
    return correlationId
  }

  #onFrame(frame: Buffer): void {
    const reader = new Reader(frame)
    const correlationId = reader.int32()
    const [first] = this.#inFlight
    if (first === undefined || first.correlationId !== correlationId) {
      throw new ClientError(
        'CLIENT_BAD_RESPONSE',
        `${this.#name} answered ${correlationId}, expected was ${first?.correlationId ?? 'nothing'}.`,
      )
    }
    first.answer(reader)
    first.timer.cancel()
    this.#inFlight.shift()
  }

  /** Whatever is wrong with an answer ends the connection, not the process. */
  #guarded(run: () => void): void {
    if (this.#closed !== undefined) return
    try {
      run()
    } catch (error) {
      if (error instanceof ClientError) this.#end(error)
      else if (error instanceof DecodeError) {
        const what = `${this.#name}: ${error.message}`
        this.#end(new ClientError('CLIENT_BAD_RESPONSE', what, 0, { cause: error }))
      } else throw error
    }
  }

  #lost(reason: string): ClientError {
    return new ClientError('CLIENT_DISCONNECTED', `${this.#name}: ${reason}.`)
  }

  #end(error: ClientError): void {
    if (this.#closed !== undefined) return
    this.#closed = error
    this.#socket.destroy()
    for (const request of this.#inFlight.splice(0)) {
      request.timer.cancel()
      request.fail(error)
    }
    this.#onClosed?.()
  }
}

const ignore = (): void => {}
