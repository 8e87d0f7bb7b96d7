import { assert, AssertionError } from '@samsa/base'
import type {
  BrokerKey,
  ConfigKey,
  ConfigType,
  Constraint,
  Fallback,
  Importance,
  TopicKey,
  UpdateMode,
} from './config-key.ts'

const types: readonly ConfigType[] = [
  'boolean',
  'string',
  'int',
  'short',
  'long',
  'double',
  'list',
  'class',
  'password',
]
const importances: readonly Importance[] = ['high', 'medium', 'low']
const updateModes: readonly UpdateMode[] = ['read-only', 'per-broker', 'cluster-wide']

function oneOf<Name extends string>(
  names: readonly Name[],
  name: string | undefined,
  row: string,
): Name {
  const found = names.find((candidate) => candidate === name)
  if (found === undefined) {
    throw new AssertionError(`key table: ${name} is not one of ${names.join(', ')} in "${row}"`)
  }
  return found
}

function rangeOf(text: string): Constraint | undefined {
  const match = /^\[(-?\d+),\.\.\.(?:,(-?[\d.]+))?\](?: or (-?\d+))?$/.exec(text)
  if (match === null) return undefined
  const [, min, max, also] = match
  return {
    kind: 'range',
    min: Number(min),
    max: max === undefined ? null : Number(max),
    also: also === undefined ? null : Number(also),
  }
}

function listed(text: string): string[] {
  return text.slice(text.indexOf('[') + 1, text.indexOf(']')).split(', ')
}

/** Valid values as the tables write them, which is nearly as Kafka's documentation does. */
export function parseConstraint(type: ConfigType, text: string): Constraint {
  if (text === 'throttled replicas') return { kind: 'throttledReplicas' }
  if (text === 'quorum voters') return { kind: 'quorumVoters' }
  if (text === 'bootstrap servers') return { kind: 'bootstrapServers' }
  if (text === 'non-empty string') return { kind: 'notBlank' }
  if (type === 'list') {
    const values = text.startsWith('[') ? listed(text) : null
    return { kind: 'set', values, allowsEmpty: !text.endsWith(', not empty') }
  }
  const range = rangeOf(text)
  if (range !== undefined) return range
  if (!text.includes('[')) return { kind: 'any' }
  return {
    kind: 'oneOf',
    values: listed(text),
    isCaseInsensitive: text.startsWith('(case insensitive)'),
  }
}

function defaultOf(text: string): string | null {
  if (text === 'null' || text === 'required') return null
  return text === "''" ? '' : text
}

interface Row {
  readonly key: ConfigKey
  /** Sixth column: what it means differs between tables. */
  readonly last: string
}

function parseRow(row: string, about: Readonly<Record<string, string>>): Row {
  const [name = '', typeName, fallback = '', valid = '', importance, last = '', flag] =
    row.split(' | ')
  const type = oneOf(types, typeName, row)
  assert(flag === undefined || flag === 'internal', `key table: unknown flag in "${row}"`)
  return {
    key: {
      name,
      type,
      defaultText: defaultOf(fallback),
      isRequired: fallback === 'required',
      constraint: parseConstraint(type, valid),
      importance: oneOf(importances, importance, row),
      isInternal: flag === 'internal',
      isSensitive: type === 'password',
      about: Object.hasOwn(about, name) ? (about[name] ?? null) : null,
    },
    last,
  }
}

function parseRows(rows: string, about: Readonly<Record<string, string>>): Row[] {
  return rows
    .trim()
    .split('\n')
    .map((row) => parseRow(row, about))
}

export function parseBrokerRows(
  rows: string,
  about: Readonly<Record<string, string>>,
): BrokerKey[] {
  return parseRows(rows, about).map(({ key, last }) => ({
    ...key,
    update: oneOf(updateModes, last, key.name),
    isOurs: key.name.startsWith('samsa.'),
  }))
}

function parseFallbacks(text: string): Fallback[] {
  if (text === '-') return []
  return text.split(', ').map((entry) => {
    const [name = '', times] = entry.split(' * ')
    return { name, times: times === undefined ? 1 : Number(times) }
  })
}

/** Rows whose last column says which broker keys a config falls back to. */
export function parseTopicRows(rows: string, about: Readonly<Record<string, string>>): TopicKey[] {
  return parseRows(rows, about).map(({ key, last }) => ({
    ...key,
    fallbacks: parseFallbacks(last),
  }))
}
