import { uuid } from '@samsa/base'
import {
  compareUuids,
  DecodeError,
  DirectoryId,
  hasCollisionCharacter,
  isInternalTopic,
  isReservedUuid,
  parseUuid,
  Reader,
  topicNameProblem,
  uuidHash,
  Writer,
} from '../../src/index.ts'
import { bytesOfHex, hexOf, textOf } from './vector-json.ts'
import type { Json, JsonObject } from '../../src/dsl/index.ts'

/** Why one entry does not hold; null when it does. */
type Check = (entry: Json) => string | null

function written(write: (writer: Writer) => void): string {
  const writer = new Writer()
  write(writer)
  return hexOf(writer.finishBytes())
}

/** A `[value, hex]` pair, both ways. */
function pair<Value>(
  valueOf: (json: Json) => Value,
  write: (writer: Writer, value: Value) => void,
  read: (reader: Reader) => Value,
): Check {
  return (entry) => {
    const [json, hex] = entry as [Json, string]
    const value = valueOf(json)
    const encoded = written((writer) => write(writer, value))
    if (encoded !== hex) return `encoded ${encoded} instead of ${hex}`
    const reader = new Reader(bytesOfHex(hex))
    const decoded = read(reader)
    if (decoded !== value || reader.bytesLeft !== 0) return `decoded ${String(decoded)}`
    return null
  }
}

const numberOf = (json: Json): number => Number(json)
const bigintOf = (json: Json): bigint => BigInt(json as string)

/** What a reader makes of bytes: a number, or null when it refuses them. */
function valueIn(hex: string, read: (reader: Reader) => number): number | null {
  try {
    return read(new Reader(bytesOfHex(hex)))
  } catch (error) {
    if (error instanceof DecodeError) return null
    throw error
  }
}

function badVarint(entry: Json): string | null {
  const line = entry as JsonObject
  const hex = line['hex'] as string
  const readers = {
    unsignedVarint: (of: Reader) => of.uvarint(),
    varint: (of: Reader) => of.varint(),
  }
  for (const [kind, read] of Object.entries(readers)) {
    const expected = (line[kind] as JsonObject)['value'] ?? null
    const value = valueIn(hex, read)
    if (value !== expected) return `${kind} ${textOf(value)} instead of ${textOf(expected)}`
  }
  return null
}

function strings(entry: Json): string | null {
  const line = entry as JsonObject
  const value = line['value'] as string | null
  const bytes = value === null ? null : Buffer.from(value)
  const text = (bytesRead: Uint8Array | null): string | null =>
    bytesRead === null ? null : Buffer.from(bytesRead).toString()
  const forms: readonly (readonly [
    string,
    (writer: Writer) => void,
    (reader: Reader) => string | null,
  ])[] = [
    ['string', (to) => to.nullableString(value), (from) => from.nullableString()],
    [
      'compactString',
      (to) => to.compactNullableString(value),
      (from) => from.compactNullableString(),
    ],
    ['bytes', (to) => to.nullableBytes(bytes), (from) => text(from.nullableBytes())],
    [
      'compactBytes',
      (to) => to.compactNullableBytes(bytes),
      (from) => text(from.compactNullableBytes()),
    ],
  ]
  const names = forms.map(([name]) => name)
  const stray = Object.keys(line).find((name) => name !== 'value' && !names.includes(name))
  if (stray !== undefined) return `"${stray}" is not known`
  for (const [name, write, read] of forms) {
    const hex = line[name] as string | undefined
    if (hex === undefined) continue
    if (written(write) !== hex) return `${name} encoded ${written(write)} instead of ${hex}`
    const decoded = read(new Reader(bytesOfHex(hex)))
    if (decoded !== value) return `${name} decoded ${String(decoded)}`
  }
  return null
}

function oneUuid(entry: Json): string | null {
  const line = entry as JsonObject
  const hex = line['hex'] as string
  const id = new Reader(bytesOfHex(hex)).uuid()
  if (id !== line['text']) return `decoded ${id}`
  if (written((to) => to.uuid(id)) !== hex) return `encoded ${written((to) => to.uuid(id))}`
  if (parseUuid(id) !== id) return 'its own text is not parsed'
  if (uuidHash(id) !== line['javaHash']) return `hash ${uuidHash(id)}`
  return isReservedUuid(id) === line['reserved'] ? null : 'reserved or not'
}

/** `rank` is the place in Kafka's order; equal ids may share places in any order. */
function uuids(content: Json): string[] {
  const entries = content as JsonObject[]
  const failures = entries.map(oneUuid).filter((why) => why !== null)
  const ranked = entries.toSorted((one, other) => Number(one['rank']) - Number(other['rank']))
  for (const [index, entry] of ranked.entries()) {
    const next = ranked[index + 1]
    if (next === undefined) break
    const [one, other] = [uuid(entry['text'] as string), uuid(next['text'] as string)]
    if (compareUuids(one, other) > 0) failures.push(`${one} is ordered after ${other}`)
  }
  return failures
}

function badUuid(entry: Json): string | null {
  const { text, value = null } = entry as JsonObject
  const parsed = parseUuid(text as string)
  return parsed === value ? null : `${textOf(text)} gives ${textOf(parsed)}`
}

function topicName(entry: Json): string | null {
  const line = entry as JsonObject
  const name = line['name'] as string
  if ((topicNameProblem(name) === null) !== line['valid']) return `"${name}": legal or not`
  if (isInternalTopic(name) !== line['internal']) return `"${name}": internal or not`
  if (hasCollisionCharacter(name) !== line['collisionChars']) return `"${name}": may collide or not`
  return null
}

const each =
  (check: Check) =>
  (content: Json): string[] =>
    (content as Json[]).flatMap((entry) => {
      const why = check(entry)
      return why === null ? [] : [`${textOf(entry).slice(0, 80)}: ${why}`]
    })

/** Checks by kind, each giving why entries do not hold. */
export const ownPrimitives: Readonly<Record<string, (content: Json) => string[]>> = {
  varint: each(
    pair(
      numberOf,
      (to, value) => to.varint(value),
      (from) => from.varint(),
    ),
  ),
  varlong: each(
    pair(
      bigintOf,
      (to, value) => to.varlong(value),
      (from) => from.varlong(),
    ),
  ),
  unsignedVarint: each(
    pair(
      numberOf,
      (to, value) => to.uvarint(value),
      (from) => from.uvarint(),
    ),
  ),
  unsignedVarlong: each(
    pair(
      bigintOf,
      (to, value) => to.uvarlong(value),
      (from) => from.uvarlong(),
    ),
  ),
  badVarint: each(badVarint),
  strings: each(strings),
  uuid: uuids,
  badUuid: each(badUuid),
  reservedDirectoryIds: (content) =>
    Object.entries(content as JsonObject)
      .filter(([name, id]) => (DirectoryId as Readonly<Record<string, string>>)[name] !== id)
      .map(([name, id]) => `${name} is ${textOf(id)}`),
  topicNames: each(topicName),
}
