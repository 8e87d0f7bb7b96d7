import { ZERO_UUID } from '@samsa/base'
import { DecodeError } from '../codec/errors.ts'
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

/**
 * The message that such JSON describes; fields that it lacks hold their defaults. Throws `DecodeError`
 * for a field that the schema lacks and for a value of another type.
 */
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
      value === undefined
        ? defaultOf(field, hasTags(schema))
        : valueFromJson(schema, name, field, value)
  }
  const stray = Object.keys(json).find((name) => fields[name] === undefined)
  if (stray !== undefined) throw new DecodeError(`${schema.name} has no field ${stray}.`)
  if (hasTags(schema)) message['unknownTaggedFields'] = null
  return message
}

/** Whether structures of the message can hold tagged fields. */
export function hasTags({ flexible, versions }: MessageSchema): boolean {
  return flexible !== null && flexible.min <= versions.max
}

function valueFromJson(schema: MessageSchema, name: string, field: Field, json: Json): unknown {
  if (json === null && field.nullable !== null) return null
  const { type } = field
  const wrong = (expected: string): never => {
    throw new DecodeError(`${schema.name}.${name} should be ${expected}, not ${jsonText(json)}.`)
  }
  if (type.kind === 'scalars' || type.kind === 'structs') {
    if (!Array.isArray(json)) return wrong('an array')
    return json.map((item) =>
      type.kind === 'scalars'
        ? scalarFromJson(type.scalar, item, wrong)
        : structFromJson(schema, type.shape.fields, objectOf(item, wrong)),
    )
  }
  if (type.kind === 'scalar') {
    return scalarFromJson(field.view ? 'records' : type.scalar, json, wrong)
  }
  return structFromJson(schema, type.shape.fields, objectOf(json, wrong))
}

type Refuse = (expected: string) => never

function objectOf(json: Json, wrong: Refuse): JsonObject {
  if (json === null || typeof json !== 'object' || Array.isArray(json)) return wrong('an object')
  return json
}

function scalarFromJson(scalar: ScalarType, json: Json, wrong: Refuse): unknown {
  switch (scalar) {
    case 'bool':
      return typeof json === 'boolean' ? json : wrong('a boolean')
    case 'string':
    case 'uuid':
      return typeof json === 'string' ? json : wrong('a text')
    case 'bytes':
      return typeof json === 'string'
        ? new Uint8Array(Buffer.from(json, 'base64'))
        : wrong('base64')
    case 'records':
      return typeof json === 'string' ? recordsOf(Buffer.from(json, 'base64')) : wrong('base64')
    case 'int64Wide':
      return typeof json === 'number' || typeof json === 'bigint' ? BigInt(json) : wrong('a number')
    case 'int8':
    case 'int16':
    case 'uint16':
    case 'int32':
    case 'uint32':
    case 'int64':
    case 'float64':
      return typeof json === 'number' || typeof json === 'bigint' ? json : wrong('a number')
  }
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
