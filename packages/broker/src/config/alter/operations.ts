import { failure, success, type Result } from '@samsa/base'
import type { ConfigKey } from '../keys/config-key.ts'
import { javaSplitCommas } from '../values/java-text.ts'
import { invalidRequest, type Refusal } from './refusal.ts'

/** AlterConfigOp codes (KIP-339). */
export const alterOperation: {
  readonly set: 0
  readonly delete: 1
  readonly append: 2
  readonly subtract: 3
} = { set: 0, delete: 1, append: 2, subtract: 3 }

/** One change of one config. */
export interface ConfigChange {
  readonly name: string
  /** An `alterOperation`; others are refused. */
  readonly configOperation: number
  /** Null only where it says nothing (DELETE). */
  readonly value: string | null
}

/** What a config is to become; null removes it. */
export type NewValues = ReadonlyMap<string, string | null>

/** How a kind of resource reads and refuses list changes. */
export interface ListRules {
  readonly keyOf: (name: string) => ConfigKey | undefined
  /** `APPEND` or `SUBTRACT` on something that is no list. */
  readonly refuse: (name: string, operation: 'APPEND' | 'SUBTRACT') => Refusal
}

/** Entries as they stand between the commas; blanks around them are theirs. */
function entriesOf(text: string): string[] {
  return javaSplitCommas(text).filter((entry) => entry !== '')
}

function appended(current: string, value: string): string {
  const entries = entriesOf(current)
  return [...new Set([...entries, ...javaSplitCommas(value)])].join(',')
}

/** Takes away one entry for each one named, the first ones. */
function subtracted(current: string, value: string): string {
  const counts = new Map<string, number>()
  for (const entry of javaSplitCommas(value)) counts.set(entry, (counts.get(entry) ?? 0) + 1)
  const left = entriesOf(current).filter((entry) => {
    const count = counts.get(entry) ?? 0
    counts.set(entry, count - 1)
    return count <= 0
  })
  return left.join(',')
}

function listChanged(
  change: ConfigChange,
  current: ReadonlyMap<string, string>,
  rules: ListRules,
): Result<string, Refusal> {
  const { name, configOperation, value } = change
  const isAppend = configOperation === alterOperation.append
  const key = rules.keyOf(name)
  if (key?.type !== 'list') return failure(rules.refuse(name, isAppend ? 'APPEND' : 'SUBTRACT'))
  const before = current.get(name) ?? key.defaultText ?? ''
  return success((isAppend ? appended : subtracted)(before, value ?? ''))
}

function newValueOf(
  change: ConfigChange,
  current: ReadonlyMap<string, string>,
  rules: ListRules,
): Result<string | null, Refusal> {
  switch (change.configOperation) {
    case alterOperation.set:
      return success(change.value)
    case alterOperation.delete:
      return success(null)
    case alterOperation.append:
    case alterOperation.subtract:
      return listChanged(change, current, rules)
    default:
      return failure(invalidRequest(`Unknown operations type ${change.configOperation}`))
  }
}

/**
 * What the configs named in `changes` become. A list that is not set counts as its key's default.
 * Refused as a whole: a change that does not fit its key, an unknown operation.
 */
export function incrementalAlter(
  current: ReadonlyMap<string, string>,
  changes: readonly ConfigChange[],
  rules: ListRules,
): Result<NewValues, Refusal> {
  const values = new Map<string, string | null>()
  for (const change of changes) {
    const value = newValueOf(change, current, rules)
    if (!value.ok) return value
    values.set(change.name, value.value)
  }
  return success(values)
}

/** `current` with the new values in place. */
export function applied(
  current: ReadonlyMap<string, string>,
  changes: NewValues,
): ReadonlyMap<string, string> {
  const after = new Map(current)
  for (const [name, value] of changes) {
    if (value === null) after.delete(name)
    else after.set(name, value)
  }
  return after
}

/** What is wrong with a list of changes before anything is looked at. */
export function changesComplaint(changes: readonly ConfigChange[]): Refusal | null {
  if (new Set(changes.map(({ name }) => name)).size < changes.length) {
    return invalidRequest('Error due to duplicate config keys')
  }
  const nulls = changes.filter(
    ({ configOperation, value }) => value === null && configOperation !== alterOperation.delete,
  )
  if (nulls.length === 0) return null
  const names = nulls.map(({ name }) => name).join(', ')
  return invalidRequest(`Null value not supported for : ${names}`)
}
