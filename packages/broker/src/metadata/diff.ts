import type { NodeId } from '@samsa/base'
import { sameConfigs, samePartition, sameRegistration } from './same.ts'
import type { MetadataDelta, TopicsDelta } from './delta.ts'
import type { ConfigsImage, MetadataImage, TopicImage, TopicsImage } from './image.ts'

/**
 * The delta between two images, found by comparing them: for a snapshot, which says what is and not
 * what changed. Linear in the size of both.
 */
export function deltaBetween(before: MetadataImage, after: MetadataImage): MetadataDelta {
  return {
    before,
    topics: topicsBetween(before.topics, after.topics),
    configs: configsBetween(before.configs, after.configs),
    brokers: brokersBetween(before, after),
    featuresChanged: !sameConfigs(before.features.levels, after.features.levels),
  }
}

function topicsBetween(before: TopicsImage, after: TopicsImage): TopicsDelta {
  const changed: { topic: TopicImage; partitions: readonly number[] }[] = []
  for (const topic of after.values()) {
    const old = before.byId(topic.id)
    const partitions = [...topic.partitions.keys()].filter((number) => {
      const was = old?.partitions[number]
      return was === undefined || !samePartition(was, topic.partitions[number]!)
    })
    if (old === undefined || partitions.length > 0) changed.push({ topic, partitions })
  }
  const deleted = [...before.values()].filter(({ id }) => after.byId(id) === undefined)
  return { changed, deleted: deleted.map(({ name, id }) => ({ name, id })) }
}

function configsBetween(
  before: ConfigsImage,
  after: ConfigsImage,
): readonly { type: number; name: string }[] {
  const changed: { type: number; name: string }[] = []
  for (const { type, name, entries } of after.resources()) {
    if (!sameConfigs(before.of(type, name), entries)) changed.push({ type, name })
  }
  for (const { type, name } of before.resources()) {
    if (after.of(type, name).size === 0) changed.push({ type, name })
  }
  return changed
}

function brokersBetween(before: MetadataImage, after: MetadataImage): ReadonlySet<NodeId> {
  const [old, now] = [before.cluster.brokers, after.cluster.brokers]
  const changed = [...now.values()].filter((broker) => {
    const was = old.get(broker.id)
    return was === undefined || !sameRegistration(was, broker)
  })
  const gone = [...old.keys()].filter((id) => !now.has(id))
  return new Set([...changed.map(({ id }) => id), ...gone])
}
