import { failure, success, type Result } from '@samsa/base'
import type { ConfigKey, ConfigType } from '../keys/config-key.ts'
import { invalidValue, type ConfigValue } from './config-value.ts'
import { constraintComplaint } from './constraints.ts'
import { javaDouble, javaDoubleText, javaInteger, javaTrim } from './java-text.ts'

const textValue = (text: string): ConfigValue => ({
  text,
  number: Number.NaN,
  flag: false,
  list: [],
})

function safeNumber(value: bigint): number {
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) return Number.MAX_SAFE_INTEGER
  if (value < BigInt(Number.MIN_SAFE_INTEGER)) return Number.MIN_SAFE_INTEGER
  return Number(value)
}

const integerBits: Readonly<Partial<Record<ConfigType, 16 | 32 | 64>>> = {
  short: 16,
  int: 32,
  long: 64,
}

function parseNumber(key: ConfigKey, text: string, trimmed: string): Result<ConfigValue, string> {
  const bits = integerBits[key.type]
  if (bits === undefined) {
    const double = javaDouble(trimmed)
    if (double !== undefined) {
      return success({ text: javaDoubleText(double), number: double, flag: false, list: [] })
    }
  } else {
    const integer = javaInteger(trimmed, bits)
    if (integer !== undefined) {
      return success({ text: `${integer}`, number: safeNumber(integer), flag: false, list: [] })
    }
  }
  return failure(invalidValue(key, text, `Not a number of type ${key.type.toUpperCase()}`))
}

function parseBoolean(key: ConfigKey, text: string, trimmed: string): Result<ConfigValue, string> {
  const lower = trimmed.toLowerCase()
  if (lower === 'true' || lower === 'false') {
    return success({ text: lower, number: Number.NaN, flag: lower === 'true', list: [] })
  }
  return failure(invalidValue(key, text, 'Expected value to be either true or false'))
}

function parseList(key: ConfigKey, trimmed: string): ConfigValue {
  const pieces = trimmed === '' ? [] : trimmed.split(',').map(javaTrim)
  const list = key.constraint.kind === 'set' ? [...new Set(pieces)] : pieces
  return { text: list.join(','), number: Number.NaN, flag: false, list }
}

function parseByType(key: ConfigKey, text: string): Result<ConfigValue, string> {
  const trimmed = javaTrim(text)
  switch (key.type) {
    case 'boolean':
      return parseBoolean(key, text, trimmed)
    case 'int':
    case 'short':
    case 'long':
    case 'double':
      return parseNumber(key, text, trimmed)
    case 'list':
      return success(parseList(key, trimmed))
    case 'string':
    case 'class':
    case 'password':
      return success(textValue(trimmed))
  }
}

/**
 * Reads `text` as a value of `key`, with Java's rules and Kafka's limits. The failure is the sentence
 * that Kafka answers.
 */
export function parseValue(key: ConfigKey, text: string): Result<ConfigValue, string> {
  const parsed = parseByType(key, text)
  if (!parsed.ok) return parsed
  const complaint = constraintComplaint(key, parsed.value)
  return complaint === undefined ? parsed : failure(complaint)
}
