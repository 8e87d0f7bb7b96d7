import { assert } from '@samsa/base'
import { findBrokerKey, listenerBaseName, staticKeys, synonymsOf } from '../keys/key-tables.ts'
import type { ConfigValue } from '../values/config-value.ts'
import { defaultValue } from '../values/default-value.ts'
import { parseValue } from '../values/parse-value.ts'
import { ConfigError } from './config-error.ts'
import type { GivenValue } from './given-values.ts'
import type { ConfigWarning } from './static-config.ts'

export interface ReadValues {
  readonly parsed: ReadonlyMap<string, ConfigValue>
  readonly errors: readonly ConfigError[]
  readonly warnings: readonly ConfigWarning[]
  readonly unusedKeys: readonly string[]
}

function missingKeys(given: ReadonlyMap<string, GivenValue>): ConfigError[] {
  return [...staticKeys.values()]
    .filter(({ name, isRequired }) => isRequired && !given.has(name))
    .map(({ name }) => {
      const message = `Missing required configuration "${name}" which has no default value.`
      return new ConfigError('CONFIG_MISSING', name, message)
    })
}

/** Reads each value as its key says. A key that is unknown, or without use here, is no error. */
export function readValues(given: ReadonlyMap<string, GivenValue>): ReadValues {
  const parsed = new Map<string, ConfigValue>()
  const errors = missingKeys(given)
  const warnings: ConfigWarning[] = []
  const unusedKeys: string[] = []
  for (const [name, { value, source }] of given) {
    const key = findBrokerKey(name)
    if (key === undefined) {
      warnings.push({ key: name, source, message: `Unknown key ${name} (${source}) is ignored.` })
      continue
    }
    if (key.about === null || listenerBaseName(name) !== undefined) unusedKeys.push(name)
    const result = parseValue({ ...key, name }, value)
    if (result.ok) parsed.set(name, result.value)
    else errors.push(new ConfigError('CONFIG_INVALID', name, `${result.failure} (${source})`))
  }
  return { parsed, errors, warnings, unusedKeys: unusedKeys.sort() }
}

/** A known key's value: as given, else its default; null where there is neither. */
export function valueOrDefault(
  parsed: ReadonlyMap<string, ConfigValue>,
  name: string,
): ConfigValue | null {
  const key = staticKeys.get(name)
  assert(key !== undefined, `${name} is not in the table of keys`)
  return parsed.get(name) ?? defaultValue(key)
}

/**
 * A number in the unit of the first of its names: `log.retention.ms` is minutes × 60,000 where only
 * `log.retention.minutes` is given.
 */
export function scaledNumber(
  parsed: ReadonlyMap<string, ConfigValue>,
  name: string,
): number | null {
  for (const synonym of synonymsOf(name)) {
    const value = valueOrDefault(parsed, synonym.name)
    if (value !== null) return value.number * synonym.times
  }
  return null
}

/** `log.dirs`, else `log.dir`. */
export function logDirectories(parsed: ReadonlyMap<string, ConfigValue>): readonly string[] {
  return (valueOrDefault(parsed, 'log.dirs') ?? valueOrDefault(parsed, 'log.dir'))?.list ?? []
}
