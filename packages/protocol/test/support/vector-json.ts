import type { Json, JsonObject } from '../../src/dsl/index.ts'

type Reviver = (name: string, value: unknown, context: { readonly source?: string }) => unknown

const parseExactly = JSON.parse as (text: string, reviver: Reviver) => unknown

/** Reads one line; an integer that a double cannot hold comes as bigint. */
export function parseVector(line: string): JsonObject {
  return parseExactly(line, (_name, value, { source = '' }) => {
    const isExact = typeof value !== 'number' || Number.isSafeInteger(value)
    return isExact || !/^-?\d+$/.test(source) ? value : BigInt(source)
  }) as JsonObject
}

export function bytesOfHex(hex: string): Uint8Array {
  if (!/^([0-9a-f]{2})*$/.test(hex)) throw new Error(`"${hex.slice(0, 40)}" is not hex`)
  return Buffer.from(hex, 'hex')
}

export function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex')
}

/** JSON text with exact integers, for messages about what differs. */
export function textOf(value: unknown): string {
  return JSON.stringify(value, (_name, part: unknown) =>
    typeof part === 'bigint' ? `${part}n` : part,
  )
}

/** A member that must be there. */
export function member(object: JsonObject, name: string): Json {
  const value = object[name]
  if (value === undefined) throw new Error(`the line has no "${name}"`)
  return value
}

export function textMember(object: JsonObject, name: string): string {
  const value = member(object, name)
  if (typeof value !== 'string') throw new Error(`"${name}" is not a text`)
  return value
}

export function numberMember(object: JsonObject, name: string): number {
  const value = member(object, name)
  if (typeof value !== 'number') throw new Error(`"${name}" is not a number`)
  return value
}

export function objectMember(object: JsonObject, name: string): JsonObject {
  const value = member(object, name)
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    throw new Error(`"${name}" is not an object`)
  }
  return value
}
