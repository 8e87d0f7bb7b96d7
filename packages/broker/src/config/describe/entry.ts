import {
  describeConfigsResponseResultConfig,
  describeConfigsResponseResultConfigSynonym,
  type DescribeConfigsResponseResultConfig,
  type DescribeConfigsResponseResultConfigSynonym,
} from '@samsa/protocol'
import { configTypeCode, type ConfigKey } from '../keys/config-key.ts'
import type { SetValue } from '../layers/config-layers.ts'
import { configSource } from '../layers/config-source.ts'

/** How much is told of each config. */
export interface DescribeOptions {
  /** Names asked for; null for all. */
  readonly keys: readonly string[] | null
  readonly includeSynonyms: boolean
  readonly includeDocumentation: boolean
}

/** One config to be told of. */
export interface Described {
  readonly name: string
  /** Undefined for a name that no table has: then it is kept secret, as nobody knows what it is. */
  readonly key: ConfigKey | undefined
  readonly value: string | null
  readonly isReadOnly: boolean
  /** Where the setting has values, best first. */
  readonly values: readonly SetValue[]
}

const NOT_USED = 'Accepted for compatibility with Kafka; this node does not use it.'
const UNKNOWN_TYPE = 0

function documentationOf(key: ConfigKey | undefined): string | null {
  return key === undefined ? null : (key.about ?? NOT_USED)
}

function synonymsOf(
  values: readonly SetValue[],
  isSensitive: boolean,
): DescribeConfigsResponseResultConfigSynonym[] {
  return values.map(({ name, text, source }) =>
    describeConfigsResponseResultConfigSynonym({ name, value: isSensitive ? null : text, source }),
  )
}

/** A config as DescribeConfigs tells of it (KIP-133, KIP-226, KIP-569). */
export function describeEntry(
  { name, key, value, isReadOnly, values }: Described,
  options: DescribeOptions,
): DescribeConfigsResponseResultConfig {
  const isSensitive = key?.isSensitive ?? true
  return describeConfigsResponseResultConfig({
    name,
    value: isSensitive ? null : value,
    readOnly: isReadOnly,
    configSource: values[0]?.source ?? configSource.default,
    isSensitive,
    synonyms: options.includeSynonyms ? synonymsOf(values, isSensitive) : [],
    configType: key === undefined ? UNKNOWN_TYPE : configTypeCode[key.type],
    documentation: options.includeDocumentation ? documentationOf(key) : null,
  })
}

/** Names to tell of, in ascending order: of those there are the ones asked for. */
export function selected(names: Iterable<string>, keys: readonly string[] | null): string[] {
  const asked = keys === null || keys.length === 0 ? null : new Set(keys)
  const chosen = new Set<string>()
  for (const name of names) if (asked === null || asked.has(name)) chosen.add(name)
  return [...chosen].sort()
}
