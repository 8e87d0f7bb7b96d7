import type { Reader } from './codec/reader.ts'
import type { Writer } from './codec/writer.ts'

/** Reads and writes one message type in every version of its schema. */
export interface MessageCodec<Message> {
  /**
   * Reads a message and leaves the reader behind it; bytes that follow are the caller's business.
   * Fields that the version lacks hold their defaults. Throws `DecodeError` and nothing else.
   */
  decode(reader: Reader, version: number): Message
  /** Throws `EncodeError` when the version cannot express the message; then `reset` the writer. */
  encode(writer: Writer, message: Message, version: number): void
}

/** Listeners on which Kafka serves an API. */
export type ListenerKind = 'broker' | 'controller'

/** One API: its key, its versions and the codecs of its two bodies. */
export interface Api<Request, Response> {
  readonly key: number
  /** Kafka's name without `Request` or `Response`: `Fetch`. */
  readonly name: string
  readonly versionMin: number
  /** Newest version in the schema, stable or not. */
  readonly versionMax: number
  /** Newest version that a broker serves without `unstable.api.versions.enable`. */
  readonly versionMaxStable: number
  /** First version with compact types and tagged fields (KIP-482); null when none has them. */
  readonly flexibleSince: number | null
  readonly listeners: readonly ListenerKind[]
  readonly request: MessageCodec<Request>
  readonly response: MessageCodec<Response>
  requestHeaderVersion(version: number): 1 | 2
  responseHeaderVersion(version: number): 0 | 1
}

/** An API whose bodies are not known here: what a table holds. */
export type AnyApi = Api<unknown, unknown>

/** One type of stored record or of a file's content. */
export interface RecordSchema<Message> {
  readonly name: string
  /** Number of the record type in its log (metadata, coordinators, remote log); null elsewhere. */
  readonly type: number | null
  readonly versionMin: number
  readonly versionMax: number
  readonly flexibleSince: number | null
  readonly codec: MessageCodec<Message>
}

/** A record type whose content is not known here: what a table holds. */
export type AnyRecordSchema = RecordSchema<unknown>
