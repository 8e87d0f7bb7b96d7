import type { MetadataImage } from '../../../src/metadata/image.ts'

const byKey = <Value>(map: Iterable<readonly [string, Value]>): Record<string, Value> =>
  Object.fromEntries([...map].sort(([a], [b]) => (a < b ? -1 : 1)))

export type PlainImage = Readonly<Record<string, unknown>>

/** An image as plain data in one order, to compare it or to see that it does not change. */
export function plainImage(image: MetadataImage): PlainImage {
  const { cluster, configs, features, kept, topics } = image
  return {
    offset: image.offset as number,
    leaderEpoch: image.leaderEpoch as number,
    metadataVersion: features.metadataVersion,
    levels: byKey(features.levels),
    brokers: byKey([...cluster.brokers].map(([id, it]) => [String(id), it] as const)),
    controllers: byKey([...cluster.controllers].map(([id, it]) => [String(id), it] as const)),
    topics: [...topics.ascending('')].map(({ name, id, partitions }) => ({
      name,
      id,
      partitions: partitions.map((partition) => ({ ...partition })),
    })),
    configs: byKey(
      [...configs.resources()].map(
        ({ type, name, entries }) => [`${type}:${name}`, byKey(entries)] as const,
      ),
    ),
    nextProducerId: image.nextProducerId,
    kept: byKey([...kept.records].map(([name, records]) => [name, byKey(records)] as const)),
  }
}
