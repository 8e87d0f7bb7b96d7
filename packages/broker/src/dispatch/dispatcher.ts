import { Completion, type Lease, type Logger } from '@samsa/base'
import { DecodeError, ErrorCode, Reader, Writer } from '@samsa/protocol'
import type { Connection } from '../net/connection.ts'
import type { OrderRule } from '../net/effect-gate.ts'
import type { ResponseSlot } from '../net/response-order.ts'
import type { NodeServices } from '../services.ts'
import { ActiveRequest } from './active-request.ts'
import { RequestContext } from './context.ts'
import { CLOSE_CONNECTION, NO_RESPONSE, type Answer } from './handler.ts'
import type { HandlerTable, ServedApi } from './handler-table.ts'
import { peekVersion, readRequestHeader, type ParsedHeader } from './request-header.ts'

const API_VERSIONS_KEY = 18

/**
 * From frames to handlers and back: reads headers, finds the handler, decodes, admits, and writes the
 * answer into its place in the connection's order. What cannot be read closes the connection, as
 * Kafka does; only ApiVersions of an unknown version is answered (format 0, error 35).
 */
export class Dispatcher {
  readonly #table: HandlerTable
  readonly #services: NodeServices
  readonly #logger: Logger
  readonly #writer: Writer

  constructor(table: HandlerTable, services: NodeServices) {
    this.#table = table
    this.#services = services
    this.#logger = services.logger
    this.#writer = new Writer()
  }

  orderRule(apiKey: number): OrderRule | undefined {
    return this.#table.get(apiKey)?.order
  }

  /** Owns `frame` from here: it is released once effect and response have settled. */
  admit(connection: Connection, frame: Lease, slot: ResponseSlot): void {
    const { bytes } = frame
    const version = peekVersion(bytes)
    const apiKey = bytes.length < 2 ? -1 : ((bytes[0] as number) << 8) | (bytes[1] as number)
    const served = this.#table.get(apiKey)
    if (version === undefined || served === undefined) {
      return this.#refuse(connection, frame, 'the frame has no request header that is served here')
    }
    const [min, max] = served.handler.versions
    try {
      if (version < min || version > max) {
        if (apiKey === API_VERSIONS_KEY) {
          return this.#answerUnknownApiVersions(connection, frame, slot, served, version)
        }
        return this.#refuse(
          connection,
          frame,
          `${served.handler.api.name} v${version} is not served, only v${min} to v${max}`,
        )
      }
      this.#admitServed(connection, frame, slot, served, version)
    } catch (error) {
      if (error instanceof DecodeError) return this.#refuse(connection, frame, error.message)
      throw error
    }
  }

  #admitServed(
    connection: Connection,
    frame: Lease,
    slot: ResponseSlot,
    served: ServedApi,
    version: number,
  ): void {
    const { handler } = served
    const reader = new Reader(frame.bytes)
    const header = readRequestHeader(reader, handler.api.requestHeaderVersion(version))
    const context = new RequestContext(this.#services, connection, header, frame)
    const active = new ActiveRequest(connection, slot, served, context)
    let request: unknown
    try {
      request = handler.api.request.decode(reader, version)
    } catch (error) {
      if (error instanceof DecodeError && error.code === 'PROTOCOL_TOO_MANY_ELEMENTS') {
        const refusal = handler.refusal?.(ErrorCode.INVALID_REQUEST, version)
        if (refusal !== undefined) return this.#answer(active, refusal)
      }
      throw error
    }
    this.#run(active, request)
  }

  #run(active: ActiveRequest, request: unknown): void {
    try {
      const { effect, response } = active.served.handler.admit(request, active.context)
      if (effect !== undefined && !effect.isSettled) {
        active.effectBegins()
        effect.whenSettled(
          () => active.effectSettled(),
          (error) => {
            active.effectSettled()
            this.#failed(active, error)
          },
        )
      }
      if (response instanceof Completion) {
        response.whenSettled(
          (answer) => this.#answer(active, answer),
          (error) => this.#failed(active, error),
        )
      } else this.#answer(active, response)
    } catch (error) {
      this.#failed(active, error as Error)
    }
  }

  #answer(active: ActiveRequest, answer: Answer<unknown>): void {
    if (answer === NO_RESPONSE) return active.skip()
    if (answer === CLOSE_CONNECTION) return active.close('the request cannot be answered')
    const writer = this.#writer
    const { api } = active.served.handler
    const { version, correlationId } = active.context
    try {
      writer.beginFrame()
      writer.int32(correlationId)
      if (api.responseHeaderVersion(version) === 1) writer.onlyUnknownTags(null)
      api.response.encode(writer, answer, version)
    } catch (error) {
      writer.reset()
      return this.#failed(active, error as Error)
    }
    const { sizeBytes } = writer
    active.respond(writer.finish(), sizeBytes)
  }

  /** An exception in a handler or an answer that its version cannot express: a bug of ours. */
  #failed(active: ActiveRequest, error: Error): void {
    const { context, served } = active
    this.#logger.log('error', `${served.handler.api.name} failed, its connection is closed`, {
      version: context.version,
      client: context.clientId,
      error: error.stack ?? error.message,
    })
    active.close('an internal error')
  }

  #answerUnknownApiVersions(
    connection: Connection,
    frame: Lease,
    slot: ResponseSlot,
    served: ServedApi,
    version: number,
  ): void {
    const reader = new Reader(frame.bytes)
    const parsed = readRequestHeader(reader, version < 0 ? 1 : 2)
    const header: ParsedHeader = { ...parsed, version: 0 }
    const context = new RequestContext(this.#services, connection, header, frame)
    const active = new ActiveRequest(connection, slot, served, context)
    this.#answer(active, this.#services.apiVersions.unsupportedVersion())
  }

  #refuse(connection: Connection, frame: Lease, reason: string): void {
    frame.release()
    connection.close(reason)
  }
}
