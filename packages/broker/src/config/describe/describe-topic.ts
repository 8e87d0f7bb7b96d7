import type { DescribeConfigsResponseResultConfig } from '@samsa/protocol'
import type { TopicKey } from '../keys/config-key.ts'
import { topicKeys } from '../keys/key-tables.ts'
import {
  inheritedValue,
  valuesOf,
  type ConfigLayers,
  type SetValue,
} from '../layers/config-layers.ts'
import { configSource } from '../layers/config-source.ts'
import { parseValue } from '../values/parse-value.ts'
import { describeEntry, selected, type Described, type DescribeOptions } from './entry.ts'

type Overrides = ReadonlyMap<string, string>

/** Kafka tells of the broker's values from the one on that has the first name. */
function inheritedFrom(layers: ConfigLayers, key: TopicKey): SetValue[] {
  const first = key.fallbacks[0]?.name
  if (first === undefined) return []
  const values = valuesOf(layers, first)
  const start = values.findIndex(({ name }) => name === first)
  return start < 0 ? [] : values.slice(start)
}

function describeTopicConfig(layers: ConfigLayers, overrides: Overrides, name: string): Described {
  const key = topicKeys.get(name)
  const text = overrides.get(name)
  const parsed = key === undefined || text === undefined ? undefined : parseValue(key, text)
  const own = parsed?.ok === true ? parsed.value.text : text
  const inherited = key === undefined ? [] : inheritedFrom(layers, key)
  const values =
    own === undefined
      ? inherited
      : [{ name, text: own, source: configSource.topic, times: 1 }, ...inherited]
  const fallback = key === undefined ? null : (inheritedValue(layers, key)?.text ?? null)
  return { name, key, value: own ?? fallback, isReadOnly: false, values }
}

/** What DescribeConfigs tells of a topic that sets `overrides`: every config, in order of name. */
export function describeTopic(
  layers: ConfigLayers,
  overrides: Overrides,
  options: DescribeOptions,
): DescribeConfigsResponseResultConfig[] {
  const shown = [...topicKeys.values()].filter(({ isInternal }) => !isInternal)
  const names = [...shown.map(({ name }) => name), ...overrides.keys()]
  return selected(names, options.keys).map((name) =>
    describeEntry(describeTopicConfig(layers, overrides, name), options),
  )
}

/** A config of a topic that was just made, as CreateTopics tells of it (KIP-525). */
export interface CreatedTopicConfig {
  readonly name: string
  /** As it was set, in the unit of the topic's config. */
  readonly value: string | null
  readonly readOnly: boolean
  readonly configSource: number
  readonly isSensitive: boolean
}

function createdTopicConfig(
  layers: ConfigLayers,
  overrides: Overrides,
  key: TopicKey,
): CreatedTopicConfig {
  const tell = (value: string | null, source: number): CreatedTopicConfig => ({
    name: key.name,
    value,
    readOnly: false,
    configSource: source,
    isSensitive: key.isSensitive,
  })
  const own = overrides.get(key.name)
  if (own !== undefined) return tell(own, configSource.topic)
  const first = key.fallbacks[0]?.name
  const [best] = first === undefined ? [] : valuesOf(layers, first)
  if (best === undefined) return tell(key.defaultText, configSource.default)
  if (best.times === 1) return tell(best.text, best.source)
  return tell(inheritedValue(layers, key)?.text ?? null, best.source)
}

/** All configs of a topic that sets `overrides`, in order of name, for the answer to CreateTopics. */
export function createdTopicConfigs(
  layers: ConfigLayers,
  overrides: Overrides,
): CreatedTopicConfig[] {
  return [...topicKeys.values()]
    .filter(({ isInternal }) => !isInternal)
    .map((key) => createdTopicConfig(layers, overrides, key))
}
