import type { ConfigKey } from '../keys/config-key.ts'

/** A value as its key's type says, in the form in which it is used and in the one in which it is told. */
export interface ConfigValue {
  /** As Kafka prints the parsed value: `1.0`, `true`, `delete,compact`, a long with all its digits. */
  readonly text: string
  /** Numbers; a long beyond ±(2^53−1) as the nearest of those two. NaN for other types. */
  readonly number: number
  /** Booleans; false for other types. */
  readonly flag: boolean
  /** Lists; empty for other types. */
  readonly list: readonly string[]
}

/** What Kafka says of a value that it refuses; what is secret stays so. */
export function invalidValue(key: ConfigKey, shown: string, why: string): string {
  const told = key.isSensitive ? '[hidden]' : shown
  return `Invalid value ${told} for configuration ${key.name}: ${why}`
}
