import type { ConfigsImage } from './image.ts'
import { SortedMap } from './sorted-map.ts'

interface ConfigResource {
  readonly type: number
  readonly name: string
  readonly entries: ReadonlyMap<string, string>
}

const NO_ENTRIES: ReadonlyMap<string, string> = new Map()

/** Type codes of Kafka's ConfigResource. */
export const TOPIC_RESOURCE = 2
export const BROKER_RESOURCE = 4

const keyOf = (type: number, name: string): string => `${type}:${name}`

/** Configs by resource; a change shares all but the paths to what it touched. */
export class SortedConfigsImage implements ConfigsImage {
  readonly #resources: SortedMap<ConfigResource>

  private constructor(resources: SortedMap<ConfigResource>) {
    this.#resources = resources
  }

  static empty(): SortedConfigsImage {
    return new SortedConfigsImage(SortedMap.empty())
  }

  of(type: number, name: string): ReadonlyMap<string, string> {
    return this.#resources.get(keyOf(type, name))?.entries ?? NO_ENTRIES
  }

  resources(): Iterable<ConfigResource> {
    return this.#resources.values()
  }

  /** With all entries of these resources replaced; one without entries is gone. */
  with(changed: readonly ConfigResource[]): SortedConfigsImage {
    let resources = this.#resources
    for (const resource of changed) {
      const key = keyOf(resource.type, resource.name)
      resources = resource.entries.size === 0 ? resources.delete(key) : resources.set(key, resource)
    }
    return new SortedConfigsImage(resources)
  }
}
