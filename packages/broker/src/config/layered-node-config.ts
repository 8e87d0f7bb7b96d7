import type { Logger } from '@samsa/base'
import type { MetadataDelta } from '../metadata/delta.ts'
import type { MetadataImage } from '../metadata/image.ts'
import type { MetadataPublisher } from '../metadata/metadata-reader.ts'
import { BrokerValues } from './broker-values.ts'
import { changedKeys } from './layers/changed-keys.ts'
import { brokerValue, layersOf, type ConfigLayers } from './layers/config-layers.ts'
import { CLUSTER_DEFAULT, resourceType } from './layers/config-source.ts'
import type { NodeConfig } from './node-config.ts'
import type { StaticConfig } from './static/static-config.ts'
import { LayeredTopicConfigs } from './topics/layered-topic-configs.ts'
import type { TopicConfigs } from './topics/topic-config.ts'

interface KeyListener {
  readonly keys: readonly string[]
  readonly listener: () => void
}

/**
 * The configuration of a running node. Subscribe it to the metadata before those who read it, so that
 * they see the values of the image that they are told of. Listeners run once everything has changed.
 */
export class LayeredNodeConfig implements NodeConfig, MetadataPublisher {
  readonly name = 'config'
  readonly startup: StaticConfig
  readonly #logger: Logger
  readonly #values: BrokerValues
  readonly #topics: LayeredTopicConfigs
  readonly #listeners: Set<KeyListener>

  constructor(startup: StaticConfig, logger: Logger) {
    const layers = { perBroker: new Map(), clusterDefault: new Map(), given: startup.given }
    this.startup = startup
    this.#logger = logger
    this.#values = new BrokerValues(layers)
    this.#topics = new LayeredTopicConfigs(layers)
    this.#listeners = new Set()
  }

  get topics(): TopicConfigs {
    return this.#topics
  }

  /** Where the values in force come from. */
  get layers(): ConfigLayers {
    return this.#values.layers
  }

  number(key: string): number {
    return this.#values.number(key)
  }

  text(key: string): string {
    return this.#values.text(key)
  }

  optionalText(key: string): string | null {
    return this.#values.optionalText(key)
  }

  flag(key: string): boolean {
    return this.#values.flag(key)
  }

  list(key: string): readonly string[] {
    return this.#values.list(key)
  }

  onChange(keys: readonly string[], listener: () => void): () => void {
    const entry = { keys, listener }
    this.#listeners.add(entry)
    return () => {
      this.#listeners.delete(entry)
    }
  }

  publish(delta: MetadataDelta, image: MetadataImage): void {
    const own = String(this.startup.nodeId)
    const isOwn = ({ type, name }: { type: number; name: string }): boolean =>
      type === resourceType.broker && (name === CLUSTER_DEFAULT || name === own)
    const changed = delta.configs.some(isOwn) ? this.#replaceLayers(image) : new Map()

    const topics = delta.configs
      .filter(({ type }) => type === resourceType.topic)
      .map(({ name }) => name)
      .concat(delta.topics.deleted.map(({ name }) => name))
      .filter((name) =>
        this.#topics.replaceOverrides(name, image.configs.of(resourceType.topic, name)),
      )
    const areAllTouched = this.#topics.replaceLayers(this.layers, new Set(changed.keys()))

    this.#announce(changed)
    if (areAllTouched) this.#topics.announce(null)
    else for (const name of new Set(topics)) this.#topics.announce(name)
  }

  /** Returns the keys that may differ, with the text that each had before. */
  #replaceLayers(image: MetadataImage): ReadonlyMap<string, string | null> {
    const before = this.layers
    const after = layersOf(this.startup, image.configs)
    const keys = changedKeys(before, after)
    const texts = new Map([...keys].map((key) => [key, brokerValue(before, key)?.text ?? null]))
    this.#values.replace(after, keys)
    if (keys.size > 0)
      this.#logger.log('info', 'dynamic configuration changed', { keys: [...keys] })
    return texts
  }

  #announce(before: ReadonlyMap<string, string | null>): void {
    const differs = (key: string): boolean =>
      before.has(key) && before.get(key) !== (brokerValue(this.layers, key)?.text ?? null)
    for (const { keys, listener } of this.#listeners) if (keys.some(differs)) listener()
  }
}
