import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { apiSchemas, headerSchemas, storedSchemas } from '../../src/schema/index.ts'
import type { Field, Fields, MessageSchema, VersionRange } from '../../src/dsl/index.ts'

const messages: readonly MessageSchema[] = [
  ...apiSchemas.flatMap(({ request, response }) => [request, response]),
  ...headerSchemas,
  ...storedSchemas.map(({ message }) => message),
]

function visit(fields: Fields, path: string, each: (path: string, field: Field) => void): void {
  for (const [name, field] of Object.entries(fields)) {
    each(`${path}.${name}`, field)
    const { type } = field
    if (type.kind === 'struct' || type.kind === 'structs') {
      visit(type.shape.fields, `${path}.${name}`, each)
    }
  }
}

test('every field is described in a sentence of a readable length', () => {
  const bad: string[] = []
  for (const { name, fields } of messages) {
    visit(fields, name, (path, { about }) => {
      if (!/^["A-Z0-9a-z-].{3,220}[.]$/s.test(about)) bad.push(`${path}: ${about}`)
    })
  }
  expect(bad).toEqual([])
})

test('tags of a structure run from 0 without a gap, and only flexible versions have them', () => {
  for (const { name, fields, flexible } of messages) {
    const tags: Record<string, number[]> = {}
    visit(fields, name, (path, { tag, versions }) => {
      if (tag === null) return
      const parent = path.slice(0, path.lastIndexOf('.'))
      tags[parent] = [...(tags[parent] ?? []), tag]
      expect(versions.min, path).toBeGreaterThanOrEqual(flexible?.min ?? Number.POSITIVE_INFINITY)
    })
    for (const [path, of] of Object.entries(tags)) {
      expect(
        of.toSorted((one, other) => one - other),
        path,
      ).toEqual(of.map((_, index) => index))
    }
  }
})

/** Kafka's message definitions without prose, as JSON; beside the repository where they are at all. */
const reference = process.env['SAMSA_REFERENCE']
const folder = reference === undefined ? '' : join(reference, 'protocol/schemas')
const isThere = reference !== undefined && existsSync(folder)

interface OfficialField {
  readonly name: string
  readonly type: string
  readonly versions: string
  readonly nullableVersions?: string
  readonly tag?: number
  readonly ignorable?: boolean
  readonly default?: string
  readonly fields?: readonly OfficialField[]
}

interface OfficialMessage {
  readonly name: string
  readonly validVersions: string
  readonly flexibleVersions: string
  readonly fields: readonly OfficialField[]
  readonly commonStructs?: readonly OfficialField[]
}

/** Versions within `valid`, as a list, so that "0+" and "3+" agree where 3 is the oldest. */
function versionsIn(text: string | undefined, valid: VersionRange): readonly number[] {
  const match = /^(\d+)(?:-(\d+)|(\+))?$/.exec(text ?? '')
  if (match === null) return []
  const last = match[3] === undefined ? Number(match[2] ?? match[1]) : valid.max
  const all = Array.from({ length: valid.max - valid.min + 1 }, (_, index) => valid.min + index)
  return all.filter((version) => version >= Number(match[1]) && version <= last)
}

function rangeText(range: VersionRange | null): string {
  if (range === null) return 'none'
  return Number.isFinite(range.max) ? `${range.min}-${range.max}` : `${range.min}+`
}

test('the schemas say what those of Kafka itself say', ({ skip }) => {
  skip(!isThere, 'SAMSA_REFERENCE names no folder that holds protocol/schemas')
  const official = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.json'))
    .map((path) => JSON.parse(readFileSync(join(folder, path), 'utf8')) as OfficialMessage)
    .filter(({ validVersions }) => validVersions !== 'none')
  expect(messages.map(({ name }) => name).toSorted()).toEqual(
    official.map(({ name }) => name).toSorted(),
  )
  for (const message of official) {
    const ours = messages.find(({ name }) => name === message.name)!
    const valid = ours.versions
    expect(versionsIn(message.validVersions, valid)).toEqual(versionsIn(rangeText(valid), valid))
    expect(rangeText(ours.flexible)).toBe(message.flexibleVersions)
    compare(ours.fields, message.fields, message, valid, message.name)
  }
})

function compare(
  fields: Fields,
  official: readonly OfficialField[],
  message: OfficialMessage,
  valid: VersionRange,
  path: string,
): void {
  const names = official.map(({ name }) => name.slice(0, 1).toLowerCase() + name.slice(1))
  expect(Object.keys(fields), path).toEqual(names)
  for (const [index, theirs] of official.entries()) {
    const field = fields[names[index]!]!
    const at = `${path}.${theirs.name}`
    const inVersions = (text: string | undefined): readonly number[] => versionsIn(text, valid)
    expect(inVersions(rangeText(field.versions)), at).toEqual(inVersions(theirs.versions))
    expect(inVersions(rangeText(field.nullable)), at).toEqual(inVersions(theirs.nullableVersions))
    expect(field.tag, at).toBe(theirs.tag ?? null)
    expect(field.ignorable, at).toBe(theirs.ignorable ?? false)
    expect(defaultText(field), at).toBe(zero.has(theirs.default) ? '' : theirs.default)
    const { type } = field
    const element = theirs.type.replace('[]', '')
    const isArray = type.kind === 'scalars' || type.kind === 'structs'
    expect(isArray, at).toBe(theirs.type.startsWith('[]'))
    if (type.kind === 'scalar' || type.kind === 'scalars') {
      expect(type.scalar.replace('Wide', ''), at).toBe(element)
      continue
    }
    const shape =
      theirs.fields ?? message.commonStructs?.find(({ name }) => name === element)?.fields
    const inner = {
      min: Math.max(valid.min, field.versions.min),
      max: Math.min(valid.max, field.versions.max),
    }
    compare(type.shape.fields, shape ?? [], message, theirs.fields ? inner : valid, at)
  }
}

/** Defaults that are the type's own, however they are written. */
const zero: ReadonlySet<string | undefined> = new Set([undefined, '0', 'false', ''])

function defaultText({ default: value }: Field): string {
  return value === undefined ? '' : String(value)
}
