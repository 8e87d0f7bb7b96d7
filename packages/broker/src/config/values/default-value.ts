import { assert } from '@samsa/base'
import type { ConfigKey } from '../keys/config-key.ts'
import type { ConfigValue } from './config-value.ts'
import { parseValue } from './parse-value.ts'

/** The default of a key, read as its type says; null where it has none. */
export function defaultValue(key: ConfigKey): ConfigValue | null {
  if (key.defaultText === null) return null
  const result = parseValue(key, key.defaultText)
  assert(result.ok, `the default of ${key.name} is none of its values: ${key.defaultText}`)
  return result.value
}
