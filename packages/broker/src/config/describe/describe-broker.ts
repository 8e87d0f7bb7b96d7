import type { DescribeConfigsResponseResultConfig } from '@samsa/protocol'
import { findBrokerKey, staticKeys } from '../keys/key-tables.ts'
import { readAs, valuesOf, type ConfigLayers, type SetValue } from '../layers/config-layers.ts'
import { configSource } from '../layers/config-source.ts'
import { isChangeable } from '../layers/dynamic-rules.ts'
import { describeEntry, selected, type Described, type DescribeOptions } from './entry.ts'

/** From the value on that has this very name: what stands before it is another name's. */
function valuesFrom(layers: ConfigLayers, name: string): SetValue[] {
  const values = valuesOf(layers, name)
  const start = values.findIndex((value) => value.name === name)
  return start < 0 ? [] : values.slice(start)
}

function describeBrokerConfig(layers: ConfigLayers, name: string): Described {
  const values = valuesFrom(layers, name)
  const text = values[0]?.text ?? null
  return {
    name,
    key: findBrokerKey(name),
    value: text === null ? null : (readAs(name, text)?.text ?? text),
    isReadOnly: !isChangeable(name),
    values,
  }
}

/** Kafka's keys, and whatever else was set; our own only where somebody asks for them by name. */
function namesOf(layers: ConfigLayers, keys: readonly string[] | null): string[] {
  const set = [layers.given, layers.clusterDefault, layers.perBroker].flatMap((layer) => [
    ...layer.keys(),
  ])
  const shown = [...staticKeys.values()].filter(({ isInternal }) => !isInternal)
  const names = [...shown.map(({ name }) => name), ...set]
  const isAsked = keys !== null && keys.length > 0
  return isAsked ? names : names.filter((name) => staticKeys.get(name)?.isOurs !== true)
}

/** What DescribeConfigs tells of this broker, in order of name. */
export function describeBroker(
  layers: ConfigLayers,
  options: DescribeOptions,
): DescribeConfigsResponseResultConfig[] {
  return selected(namesOf(layers, options.keys), options.keys).map((name) =>
    describeEntry(describeBrokerConfig(layers, name), options),
  )
}

/** What it tells of the values set for all brokers: those alone, as they were written. */
export function describeClusterDefault(
  layers: ConfigLayers,
  options: DescribeOptions,
): DescribeConfigsResponseResultConfig[] {
  return selected(layers.clusterDefault.keys(), options.keys).map((name) => {
    const values = valuesFrom(layers, name).filter(
      ({ source }) => source === configSource.dynamicDefaultBroker,
    )
    const value = layers.clusterDefault.get(name) ?? null
    const key = findBrokerKey(name)
    return describeEntry({ name, key, value, isReadOnly: !isChangeable(name), values }, options)
  })
}
