import { assert } from '@samsa/base'
import type { ConfigType } from './keys/config-key.ts'
import { findBrokerKey } from './keys/key-tables.ts'
import { brokerValue, type ConfigLayers } from './layers/config-layers.ts'
import type { ConfigValue } from './values/config-value.ts'

const numbers: readonly ConfigType[] = ['int', 'short', 'long', 'double']

/** Values in force of broker keys, read when first asked for and kept until they change. */
export class BrokerValues {
  #layers: ConfigLayers
  readonly #read: Map<string, ConfigValue | null>

  constructor(layers: ConfigLayers) {
    this.#layers = layers
    this.#read = new Map()
  }

  get layers(): ConfigLayers {
    return this.#layers
  }

  /** Takes the values of `layers`; `changed` names at least the keys whose value differs. */
  replace(layers: ConfigLayers, changed: Iterable<string>): void {
    this.#layers = layers
    for (const name of changed) this.#read.delete(name)
  }

  number(name: string): number {
    const value = this.#value(name)
    if (value === null || Number.isNaN(value.number)) this.#assertIsOf(name, numbers, value)
    return value.number
  }

  text(name: string): string {
    return this.#value(name)?.text ?? ''
  }

  optionalText(name: string): string | null {
    return this.#value(name)?.text ?? null
  }

  flag(name: string): boolean {
    const value = this.#value(name)
    if (value === null || !value.flag) this.#assertIsOf(name, ['boolean'], value)
    return value.flag
  }

  list(name: string): readonly string[] {
    const value = this.#value(name)
    if (value === null) return []
    if (value.list.length === 0) this.#assertIsOf(name, ['list'], value)
    return value.list
  }

  #value(name: string): ConfigValue | null {
    const known = this.#read.get(name)
    if (known !== undefined) return known
    assert(findBrokerKey(name) !== undefined, `${name} is not in the table of keys`)
    const value = brokerValue(this.#layers, name)
    this.#read.set(name, value)
    return value
  }

  #assertIsOf(
    name: string,
    types: readonly ConfigType[],
    value: ConfigValue | null,
  ): asserts value is ConfigValue {
    assert(value !== null, `${name} has no value`)
    const type = findBrokerKey(name)?.type
    assert(type !== undefined && types.includes(type), `${name} is a ${type}, not a ${types[0]}`)
  }
}
