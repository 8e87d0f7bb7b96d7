import type { ConfigKey, Constraint } from '../keys/config-key.ts'
import { parseBootstrapServer, parseQuorumVoter } from './addresses.ts'
import { invalidValue, type ConfigValue } from './config-value.ts'

type Range = Extract<Constraint, { kind: 'range' }>
type ValueSet = Extract<Constraint, { kind: 'set' }>

function rangeComplaint(key: ConfigKey, range: Range, value: ConfigValue): string | undefined {
  const { min, max, also } = range
  if (value.number === also) return undefined
  const isBelow = value.number < min
  const isAbove = max !== null && value.number > max
  if (!isBelow && !isAbove) return undefined
  if (also !== null) {
    const why = `Value must be between ${min} and ${max} or equal to ${also}`
    return invalidValue(key, value.text, why)
  }
  if (isBelow) return invalidValue(key, value.text, `Value must be at least ${min}`)
  return invalidValue(key, value.text, `Value must be no more than ${max}`)
}

function setComplaint(key: ConfigKey, set: ValueSet, list: readonly string[]): string | undefined {
  if (list.length === 0 && !set.allowsEmpty) {
    const valid = set.values === null ? 'any non-empty value' : `[${set.values.join(', ')}]`
    return `Configuration '${key.name}' must not be empty. Valid values include: ${valid}`
  }
  if (list.includes('')) return `Configuration '${key.name}' values must not be empty.`
  const { values } = set
  if (values === null) return undefined
  const stranger = list.find((entry) => !values.includes(entry))
  if (stranger === undefined) return undefined
  return invalidValue(key, stranger, `String must be one of: ${values.join(', ')}`)
}

const REPLICA = /^\d+:\d+$/

function throttledReplicasComplaint(key: ConfigKey, list: readonly string[]): string | undefined {
  if (list.length === 1 && list[0] === '*') return undefined
  if (list.every((entry) => REPLICA.test(entry))) return undefined
  const form = '[partitionId]:[brokerId],[partitionId]:[brokerId],...'
  const why = `${key.name} must be the literal '*' or a list of replicas in the following format: ${form}`
  return invalidValue(key, `[${list.join(', ')}]`, why)
}

function firstFailure(
  list: readonly string[],
  parse: (entry: string) => { readonly ok: boolean; readonly failure?: string },
): string | undefined {
  for (const entry of list) {
    const parsed = parse(entry)
    if (!parsed.ok) return parsed.failure
  }
  return undefined
}

function oneOfComplaint(
  key: ConfigKey,
  { values, isCaseInsensitive }: Extract<Constraint, { kind: 'oneOf' }>,
  text: string,
): string | undefined {
  if (values.includes(isCaseInsensitive ? text.toUpperCase() : text)) return undefined
  const which = isCaseInsensitive ? 'one of (case insensitive)' : 'one of'
  return invalidValue(key, text, `String must be ${which}: ${values.join(', ')}`)
}

/** What is wrong with a value that has the right type; undefined when nothing is. */
export function constraintComplaint(key: ConfigKey, value: ConfigValue): string | undefined {
  const { constraint } = key
  switch (constraint.kind) {
    case 'any':
      return undefined
    case 'range':
      return rangeComplaint(key, constraint, value)
    case 'oneOf':
      return oneOfComplaint(key, constraint, value.text)
    case 'notBlank':
      return value.text === ''
        ? invalidValue(key, value.text, 'String must be non-empty')
        : undefined
    case 'set':
      return setComplaint(key, constraint, value.list)
    case 'throttledReplicas':
      return throttledReplicasComplaint(key, value.list)
    case 'quorumVoters':
      return firstFailure(value.list, parseQuorumVoter)
    case 'bootstrapServers':
      return firstFailure(value.list, parseBootstrapServer)
  }
}
