import { hasCollisionCharacter } from '@samsa/protocol'
import type { Uuid } from '@samsa/base'
import type { TopicImage, TopicsImage } from './image.ts'
import { SortedMap } from './sorted-map.ts'

/** Topics by name and by id; a change shares all but the paths to what it touched. */
export class SortedTopicsImage implements TopicsImage {
  readonly #byName: SortedMap<TopicImage>
  readonly #byId: SortedMap<TopicImage>
  /** Names with `.` or `_` in them, by what they are with all of these alike. */
  readonly #alike: SortedMap<readonly string[]>

  private constructor(
    byName: SortedMap<TopicImage>,
    byId: SortedMap<TopicImage>,
    alike: SortedMap<readonly string[]>,
  ) {
    this.#byName = byName
    this.#byId = byId
    this.#alike = alike
  }

  static empty(): SortedTopicsImage {
    return new SortedTopicsImage(SortedMap.empty(), SortedMap.empty(), SortedMap.empty())
  }

  get size(): number {
    return this.#byName.size
  }

  byName(name: string): TopicImage | undefined {
    return this.#byName.get(name)
  }

  byId(id: Uuid): TopicImage | undefined {
    return this.#byId.get(id)
  }

  values(): Iterable<TopicImage> {
    return this.#byName.values()
  }

  ascending(from: string): Iterable<TopicImage> {
    return this.#byName.values(from)
  }

  colliding(name: string): string | undefined {
    return hasCollisionCharacter(name) ? this.#alike.get(leveled(name))?.[0] : undefined
  }

  /** Without `deleted`, then with `changed`: a topic made again under its name survives. */
  with(changed: readonly TopicImage[], deleted: readonly TopicImage[]): SortedTopicsImage {
    let byName = this.#byName
    let byId = this.#byId
    let alike = this.#alike
    for (const { name, id } of deleted) {
      byName = byName.delete(name)
      byId = byId.delete(id)
      if (hasCollisionCharacter(name)) alike = withoutName(alike, name)
    }
    for (const topic of changed) {
      const { name } = topic
      if (hasCollisionCharacter(name) && !byName.has(name)) {
        alike = alike.set(leveled(name), [...(alike.get(leveled(name)) ?? []), name])
      }
      byName = byName.set(name, topic)
      byId = byId.set(topic.id, topic)
    }
    return new SortedTopicsImage(byName, byId, alike)
  }
}

const leveled = (name: string): string => name.replaceAll('.', '_')

function withoutName(
  alike: SortedMap<readonly string[]>,
  name: string,
): SortedMap<readonly string[]> {
  const key = leveled(name)
  const others = (alike.get(key) ?? []).filter((other) => other !== name)
  return others.length === 0 ? alike.delete(key) : alike.set(key, others)
}
