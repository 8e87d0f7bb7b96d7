import type { Completion } from '@samsa/base'
import type { Api } from '@samsa/protocol'
import type { RequestContext } from './context.ts'

/** Produce with acks=0: nothing is sent, the request leaves the order once it has taken effect. */
export const NO_RESPONSE: unique symbol = Symbol('no response')
/** Kafka closes the connection instead of answering (acks=0 with an error, for one). */
export const CLOSE_CONNECTION: unique symbol = Symbol('close connection')

export type Answer<Response> = Response | typeof NO_RESPONSE | typeof CLOSE_CONNECTION

/**
 * What came of admitting a request. Both parts settle on their own: the effect opens the way for the
 * connection's next request, the response waits for its turn among the connection's responses.
 */
export interface Admission<Response> {
  /**
   * Settles once the request has taken local effect (append written, record replayed); `undefined`
   * when it already has. A parked Fetch or JoinGroup has.
   */
  readonly effect: Completion<void> | undefined
  readonly response: Answer<Response> | Completion<Answer<Response>>
}

/** Meaning of one API, and nothing else: framing, order, versions and errors are the dispatcher's. */
export interface Handler<Request, Response> {
  readonly api: Api<Request, Response>
  /** Served versions, both ends included: a subset of the schema's. */
  readonly versions: readonly [min: number, max: number]
  /**
   * True where a later request of the same API may start before this one has taken effect, because
   * the state's own queue keeps their order (Produce: the partition's).
   */
  readonly keepsOwnOrder?: boolean
  /**
   * True where a request waits until an earlier one of the same API on its connection is answered, so
   * that what one connection is owed stays bounded (Fetch).
   */
  readonly isOneAtATime?: boolean
  /** Advertised versions where they differ from the served ones (Produce: min 0, KAFKA-18659). */
  readonly advertised?: readonly [min: number, max: number]
  /**
   * The whole answer when the request was refused before it was understood (too many elements:
   * INVALID_REQUEST); without it the connection closes.
   */
  refusal?(errorCode: number, version: number): Response | undefined
  /**
   * Called synchronously, in arrival order of the connection. The frame behind `view` fields lives
   * until effect and response have both settled; whoever needs it longer retains `context.frame`.
   * An exception is a bug of ours: UNKNOWN_SERVER_ERROR cannot be told in general, so the connection
   * closes and the error is logged.
   */
  admit(request: Request, context: RequestContext): Admission<Response>
}

/** A handler whose types the table does not know. */
export type AnyHandler = Handler<unknown, unknown>

/** A request that is answered at once. */
export function answer<Response>(response: Answer<Response>): Admission<Response> {
  return { effect: undefined, response }
}

/** A request that has taken effect (it is parked, or has none) and is answered later. */
export function answerLater<Response>(response: Completion<Answer<Response>>): Admission<Response> {
  return { effect: undefined, response }
}
