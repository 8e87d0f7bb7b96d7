import type { ConfigRecord } from '@samsa/protocol'
import type { SortedConfigsImage } from '../configs-image.ts'

interface ChangedResource {
  readonly type: number
  readonly name: string
  readonly entries: Map<string, string>
}

/** Gathers what records do to configs. */
export class ConfigsDeltaBuilder {
  readonly #before: SortedConfigsImage
  readonly #changed: Map<string, ChangedResource>

  constructor(before: SortedConfigsImage) {
    this.#before = before
    this.#changed = new Map()
  }

  get isEmpty(): boolean {
    return this.#changed.size === 0
  }

  /** A null value takes the key away. */
  set(record: ConfigRecord): void {
    const { entries } = this.#resource(record.resourceType, record.resourceName)
    if (record.value === null) entries.delete(record.name)
    else entries.set(record.name, record.value)
  }

  /** The resource is gone, its configs with it. */
  removeAll(type: number, name: string): void {
    if (this.#before.of(type, name).size === 0 && !this.#changed.has(keyOf(type, name))) return
    this.#resource(type, name).entries.clear()
  }

  build(): { configs: SortedConfigsImage; changed: readonly { type: number; name: string }[] } {
    const changed = [...this.#changed.values()]
    return {
      configs: this.#before.with(changed),
      changed: changed.map(({ type, name }) => ({ type, name })),
    }
  }

  #resource(type: number, name: string): ChangedResource {
    const key = keyOf(type, name)
    const known = this.#changed.get(key)
    if (known !== undefined) return known
    const resource = { type, name, entries: new Map(this.#before.of(type, name)) }
    this.#changed.set(key, resource)
    return resource
  }
}

const keyOf = (type: number, name: string): string => `${type}:${name}`
