import { AssertionError, ZERO_UUID } from '@samsa/base'
import { EMPTY_BYTES, EMPTY_RECORDS, recordsOf } from '../codec/records.ts'
import { includesVersion } from './versions.ts'
import type { Records } from '../codec/records.ts'
import type { Field, Fields, MessageSchema, ScalarType } from './types.ts'

/** JSON in which an int64 beyond ±(2^53−1) is a bigint. */
export type Json = null | boolean | number | bigint | string | Json[] | JsonObject
export interface JsonObject {
  [name: string]: Json
}

type Message = Record<string, unknown>

/**
 * A message as Apache's JsonConverter prints it, which is what its dump tools show: bytes in base64,
 * a tagged field at its default and fields of other versions left out. Records are base64, too.
 */
export function messageToJson(schema: MessageSchema, message: object, version: number): JsonObject {
  return structToJson(schema.fields, message as Message, version)
}

/** The message that such JSON describes; fields that it lacks hold their defaults. */
export function messageFromJson(schema: MessageSchema, json: JsonObject): object {
  return structFromJson(schema, schema.fields, json)
}

/** Text of such JSON, without spaces, every integer exact. */
export function jsonText(json: Json): string {
  if (typeof json === 'bigint') return json.toString()
  if (json === null || typeof json !== 'object') return JSON.stringify(json)
  if (Array.isArray(json)) return `[${json.map(jsonText).join(',')}]`
  const members = Object.entries(json).map(
    ([name, of]) => `${JSON.stringify(name)}:${jsonText(of)}`,
  )
  return `{${members.join(',')}}`
}

function structToJson(fields: Fields, message: Message, version: number): JsonObject {
  const json: JsonObject = {}
  for (const [name, field] of Object.entries(fields)) {
    if (!includesVersion(field.versions, version)) continue
    const value = valueToJson(field, message[name], version)
    if (field.tag !== null && isDefault(field, message[name], value, version)) continue
    json[name] = value
  }
  return json
}

/** A structure that carries unknown tagged fields is not at its default, whatever else it holds. */
function isDefault(field: Field, value: unknown, json: Json, version: number): boolean {
  const unknown = field.type.kind === 'struct' && (value as Message | null)?.['unknownTaggedFields']
  if (unknown !== false && unknown !== null && unknown !== undefined) return false
  return sameJson(json, valueToJson(field, defaultOf(field, false), version))
}

function sameJson(one: Json, other: Json): boolean {
  if (one === null || other === null || typeof one !== 'object' || typeof other !== 'object') {
    return one === other
  }
  const names = Object.keys(one)
  if (names.length !== Object.keys(other).length) return false
  return names.every((name) =>
    sameJson((one as JsonObject)[name] ?? null, (other as JsonObject)[name] ?? null),
  )
}

function valueToJson(field: Field, value: unknown, version: number): Json {
  if (value === null) return null
  const { type } = field
  switch (type.kind) {
    case 'scalar':
      return scalarToJson(field.view ? 'records' : type.scalar, value)
    case 'scalars':
      return (value as unknown[]).map((item) => scalarToJson(type.scalar, item))
    case 'struct':
      return structToJson(type.shape.fields, value as Message, version)
    case 'structs':
      return (value as Message[]).map((item) => structToJson(type.shape.fields, item, version))
  }
}

function scalarToJson(scalar: ScalarType, value: unknown): Json {
  if (scalar === 'bytes') return base64(value as Uint8Array)
  if (scalar === 'records') return base64(Buffer.concat((value as Records).pieces))
  if (typeof value === 'bigint' && Number.isSafeInteger(Number(value))) return Number(value)
  return value as Json
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')
}

function structFromJson(schema: MessageSchema, fields: Fields, json: JsonObject): Message {
  const message: Message = {}
  for (const [name, field] of Object.entries(fields)) {
    const value = json[name]
    message[name] =
      value === undefined ? defaultOf(field, hasTags(schema)) : valueFromJson(schema, field, value)
  }
  const strays = Object.keys(json).filter((name) => fields[name] === undefined)
  if (strays.length > 0) {
    throw new AssertionError(`${schema.name} has no field ${strays.join(', ')}`)
  }
  if (hasTags(schema)) message['unknownTaggedFields'] = null
  return message
}

/** Whether structures of the message can hold tagged fields. */
export function hasTags({ flexible, versions }: MessageSchema): boolean {
  return flexible !== null && flexible.min <= versions.max
}

function valueFromJson(schema: MessageSchema, field: Field, json: Json): unknown {
  if (json === null) return null
  const { type } = field
  switch (type.kind) {
    case 'scalar':
      return scalarFromJson(field.view ? 'records' : type.scalar, json)
    case 'scalars':
      return (json as Json[]).map((item) => scalarFromJson(type.scalar, item))
    case 'struct':
      return structFromJson(schema, type.shape.fields, json as JsonObject)
    case 'structs':
      return (json as JsonObject[]).map((item) => structFromJson(schema, type.shape.fields, item))
  }
}

function scalarFromJson(scalar: ScalarType, json: Json): unknown {
  if (scalar === 'bytes') return new Uint8Array(Buffer.from(json as string, 'base64'))
  if (scalar === 'records') return recordsOf(Buffer.from(json as string, 'base64'))
  if (scalar === 'int64Wide') return BigInt(json as number | bigint)
  return json
}

/**
 * What a field holds when nobody has set it, with structures made afresh; `withTags` says whether
 * structures of its message can hold tagged fields.
 */
export function defaultOf(field: Field, withTags: boolean): unknown {
  const { type } = field
  if (field.default === null) return null
  if (type.kind === 'scalars' || type.kind === 'structs') return []
  if (type.kind === 'struct') return structOfDefaults(type.shape.fields, withTags)
  const scalar = field.view ? 'records' : type.scalar
  if (scalar === 'records') return field.nullable === null ? EMPTY_RECORDS : null
  return field.default ?? scalarDefault(scalar)
}

function structOfDefaults(fields: Fields, withTags: boolean): Message {
  const message: Message = {}
  for (const [name, field] of Object.entries(fields)) message[name] = defaultOf(field, withTags)
  if (withTags) message['unknownTaggedFields'] = null
  return message
}

function scalarDefault(scalar: ScalarType): unknown {
  if (scalar === 'bool') return false
  if (scalar === 'string') return ''
  if (scalar === 'bytes') return EMPTY_BYTES
  if (scalar === 'uuid') return ZERO_UUID
  return scalar === 'int64Wide' ? 0n : 0
}
