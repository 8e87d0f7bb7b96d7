import type { ListenerKind } from '../api.ts'

/** An inclusive range of versions; `max` is infinite for "3+". */
export interface VersionRange {
  readonly min: number
  readonly max: number
}

/** Types of the wire that hold no fields. `int64Wide` is an int64 that is read as bigint. */
export type ScalarType =
  | 'bool'
  | 'int8'
  | 'int16'
  | 'uint16'
  | 'int32'
  | 'uint32'
  | 'int64'
  | 'int64Wide'
  | 'float64'
  | 'string'
  | 'bytes'
  | 'uuid'
  | 'records'

/** Value of a field that was left out or that the version lacks; numbers of int64Wide are bigint. */
export type FieldDefault = number | bigint | boolean | string | null

/** Fields by name, in the order of the wire. */
export type Fields = Readonly<Record<string, Field>>

/** A structure. One with a name can be used by several fields of its message. */
export interface Shape {
  readonly kind: 'shape'
  readonly name: string | null
  readonly fields: Fields
}

export type FieldType =
  | { readonly kind: 'scalar'; readonly scalar: ScalarType }
  | { readonly kind: 'struct'; readonly shape: Shape; readonly item: string | null }
  | { readonly kind: 'scalars'; readonly scalar: ScalarType }
  | { readonly kind: 'structs'; readonly shape: Shape; readonly item: string | null }

export interface Field {
  readonly type: FieldType
  /** What it means, for a reader who does not know Kafka's sources. */
  readonly about: string
  /** Versions that have the field. */
  readonly versions: VersionRange
  /** Versions in which it may be null; null when never. */
  readonly nullable: VersionRange | null
  /** Number of a tagged field and the versions in which it is one; null for an ordinary field. */
  readonly tag: number | null
  /** May be dropped in silence where the version lacks it. */
  readonly ignorable: boolean
  /** Undefined: the type's own (0, false, '', empty, zero uuid, a structure of defaults). */
  readonly default: FieldDefault | undefined
  /** A `bytes` field that is read as a view of the frame. */
  readonly view: boolean
  /** Never compact, even in flexible versions (the header's client id). */
  readonly plain: boolean
}

/** One message: a body, a header, a stored record or a file's content. */
export interface MessageSchema {
  /** Kafka's name: `FetchRequest`, `TopicRecord`. */
  readonly name: string
  readonly versions: VersionRange
  readonly flexible: VersionRange | null
  readonly fields: Fields
}

export interface ApiSchema {
  readonly key: number
  readonly name: string
  readonly versions: VersionRange
  readonly versionMaxStable: number
  readonly flexible: VersionRange | null
  readonly listeners: readonly ListenerKind[]
  /** The response's header has no tagged fields in any version (ApiVersions only). */
  readonly responseHeaderPlain: boolean
  readonly request: MessageSchema
  readonly response: MessageSchema
}

/** Where a stored type belongs; also the folder of its schema. */
export type RecordOrigin =
  | 'metadata'
  | 'group-coordinator'
  | 'transaction'
  | 'share'
  | 'remote-log'
  | 'storage'
  | 'raft'
  | 'clients'

export interface StoredSchema {
  readonly origin: RecordOrigin
  /** Number of the type in its log; null where there is none. */
  readonly type: number | null
  readonly message: MessageSchema
}
