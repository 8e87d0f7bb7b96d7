import type { NodeId } from '@samsa/base'
import type { ConfigsImage } from '../../metadata/image.ts'
import type { TopicKey } from '../keys/config-key.ts'
import { dynamicOnlyKeys, findBrokerKey, staticKeys, synonymsOf } from '../keys/key-tables.ts'
import type { StaticConfig } from '../static/static-config.ts'
import type { ConfigValue } from '../values/config-value.ts'
import { defaultValue } from '../values/default-value.ts'
import { parseValue } from '../values/parse-value.ts'
import { CLUSTER_DEFAULT, configSource, resourceType } from './config-source.ts'
import { effectiveDynamic } from './dynamic-rules.ts'

/** Where a node's values come from, best first; each as it was written. Immutable. */
export interface ConfigLayers {
  /** Set for this broker. */
  readonly perBroker: ReadonlyMap<string, string>
  /** Set for all brokers. */
  readonly clusterDefault: ReadonlyMap<string, string>
  readonly given: ReadonlyMap<string, string>
}

/** A place where a setting has a value. */
export interface SetValue {
  readonly name: string
  readonly text: string
  /** A `configSource`. */
  readonly source: number
  /** Unit of the value in that of the setting's first name. */
  readonly times: number
}

/** The layers of node `id` as an image has them. */
export function layersOf(
  config: Pick<StaticConfig, 'given' | 'nodeId'>,
  configs: ConfigsImage,
): ConfigLayers {
  const own = (id: NodeId): string => String(id)
  return {
    perBroker: effectiveDynamic(configs.of(resourceType.broker, own(config.nodeId)), true),
    clusterDefault: effectiveDynamic(configs.of(resourceType.broker, CLUSTER_DEFAULT), false),
    given: config.given,
  }
}

/** Every place where the setting behind `name` has a value, best first, its default last. */
export function valuesOf(layers: ConfigLayers, name: string): SetValue[] {
  const synonyms = synonymsOf(name)
  const from = (layer: ReadonlyMap<string, string>, source: number): SetValue[] =>
    synonyms.flatMap((synonym) => {
      const text = layer.get(synonym.name)
      return text === undefined ? [] : [{ ...synonym, text, source }]
    })
  const defaults = synonyms.flatMap((synonym) => {
    const text = defaultTextOf(synonym.name)
    return text === null ? [] : [{ ...synonym, text, source: configSource.default }]
  })
  return [
    ...from(layers.perBroker, configSource.dynamicBroker),
    ...from(layers.clusterDefault, configSource.dynamicDefaultBroker),
    ...from(layers.given, configSource.staticBroker),
    ...defaults,
  ]
}

/** Keys that exist as dynamic values only have no default there. */
function defaultTextOf(name: string): string | null {
  return staticKeys.get(name)?.defaultText ?? null
}

/** A value as its key reads it; unreadable ones and unknown keys give null. */
export function readAs(name: string, text: string): ConfigValue | null {
  const key = findBrokerKey(name)
  if (key === undefined) return null
  const result = parseValue(key, text)
  return result.ok ? result.value : null
}

/** What holds for a setting of this broker, in the unit of its first name; null when nothing is set. */
export function brokerValue(layers: ConfigLayers, name: string): ConfigValue | null {
  const [best] = valuesOf(layers, name)
  if (best === undefined) return dynamicOnlyDefault(name)
  const value = readAs(best.name, best.text)
  return value === null || best.times === 1 ? value : scaled(value, best.times)
}

function dynamicOnlyDefault(name: string): ConfigValue | null {
  const key = dynamicOnlyKeys.get(name)
  return key === undefined ? null : defaultValue(key)
}

function scaled(value: ConfigValue, times: number): ConfigValue {
  const number = value.number * times
  return { ...value, number, text: String(number) }
}

/** What a topic that sets nothing itself gets for one of its configs; null where there is no value. */
export function inheritedValue(layers: ConfigLayers, key: TopicKey): ConfigValue | null {
  const [first] = key.fallbacks
  const inherited = first === undefined ? null : brokerValue(layers, first.name)
  return inherited ?? defaultValue(key)
}
