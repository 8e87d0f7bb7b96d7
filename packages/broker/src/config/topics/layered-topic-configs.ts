import { topicKeys } from '../keys/key-tables.ts'
import type { ConfigLayers } from '../layers/config-layers.ts'
import {
  inheritedValues,
  readTopicConfig,
  withOverrides,
  type TopicValues,
} from './read-topic-config.ts'
import type { TopicConfig, TopicConfigs } from './topic-config.ts'

interface Overridden {
  overrides: ReadonlyMap<string, string>
  /** Null until somebody asks. */
  config: TopicConfig | null
}

/** Broker keys on which the config of some topic hangs. */
const inheritedKeys: ReadonlySet<string> = new Set([
  ...[...topicKeys.values()].flatMap(({ fallbacks }) => fallbacks.map(({ name }) => name)),
  'producer.id.expiration.ms',
])

/** Topic configs by layers: what a topic sets itself, then what the node's keys say. */
export class LayeredTopicConfigs implements TopicConfigs {
  readonly #overridden: Map<string, Overridden>
  readonly #listeners: Set<(topic: string | null) => void>
  #layers: ConfigLayers
  #inherited: TopicValues
  #shared: TopicConfig

  constructor(layers: ConfigLayers) {
    this.#overridden = new Map()
    this.#listeners = new Set()
    this.#layers = layers
    this.#inherited = inheritedValues(layers)
    this.#shared = readTopicConfig(this.#inherited, layers)
  }

  of(topic: string): TopicConfig {
    const own = this.#overridden.get(topic)
    if (own === undefined) return this.#shared
    own.config ??= readTopicConfig(withOverrides(this.#inherited, own.overrides), this.#layers)
    return own.config
  }

  subscribe(listener: (topic: string | null) => void): () => void {
    this.#listeners.add(listener)
    return () => {
      this.#listeners.delete(listener)
    }
  }

  /** Takes the node's values of `layers`; says whether a topic may have got another config by it. */
  replaceLayers(layers: ConfigLayers, changed: ReadonlySet<string>): boolean {
    this.#layers = layers
    if (inheritedKeys.isDisjointFrom(changed)) return false
    this.#inherited = inheritedValues(layers)
    this.#shared = readTopicConfig(this.#inherited, layers)
    for (const own of this.#overridden.values()) own.config = null
    return true
  }

  /** Takes what a topic sets itself, empty for nothing; says whether that is a change. */
  replaceOverrides(topic: string, overrides: ReadonlyMap<string, string>): boolean {
    if (overrides.size === 0) return this.#overridden.delete(topic)
    this.#overridden.set(topic, { overrides, config: null })
    return true
  }

  /** Tells everybody who listens; null stands for all topics. */
  announce(topic: string | null): void {
    for (const listener of this.#listeners) listener(topic)
  }
}
