import type {
  BrokerRegistrationImage,
  ClusterImage,
  ConfigsImage,
  ControllerRegistrationImage,
  EndpointImage,
  KeptImage,
  MetadataImage,
  PartitionImage,
  TopicImage,
  TopicsImage,
} from './image.ts'

type Same<Item> = (a: Item, b: Item) => boolean

function sameList<Item>(a: readonly Item[], b: readonly Item[], same: Same<Item>): boolean {
  return a === b || (a.length === b.length && a.every((item, index) => same(item, b[index]!)))
}

function sameMap<Key, Item>(
  a: ReadonlyMap<Key, Item>,
  b: ReadonlyMap<Key, Item>,
  same: Same<Item>,
): boolean {
  if (a === b) return true
  if (a.size !== b.size) return false
  for (const [key, item] of a) {
    const other = b.get(key)
    if (other === undefined || !same(item, other)) return false
  }
  return true
}

function sameItems<Item>(a: Iterable<Item>, b: Iterable<Item>, same: Same<Item>): boolean {
  return sameList([...a], [...b], same)
}

const identical: Same<unknown> = (a, b) => a === b

/** Keys and values, in whatever order. */
export function sameConfigs<Value>(
  a: ReadonlyMap<string, Value>,
  b: ReadonlyMap<string, Value>,
): boolean {
  return sameMap(a, b, identical)
}

export function samePartition(a: PartitionImage, b: PartitionImage): boolean {
  return (
    a === b ||
    (a.leader === b.leader &&
      a.leaderEpoch === b.leaderEpoch &&
      a.partitionEpoch === b.partitionEpoch &&
      a.leaderRecoveryState === b.leaderRecoveryState &&
      sameList(a.replicas, b.replicas, identical) &&
      sameList(a.directories, b.directories, identical) &&
      sameList(a.isr, b.isr, identical) &&
      sameList(a.removingReplicas, b.removingReplicas, identical) &&
      sameList(a.addingReplicas, b.addingReplicas, identical) &&
      sameList(a.eligibleLeaderReplicas, b.eligibleLeaderReplicas, identical) &&
      sameList(a.lastKnownLeaderReplicas, b.lastKnownLeaderReplicas, identical))
  )
}

function sameEndpoint(a: EndpointImage, b: EndpointImage): boolean {
  return (
    a.name === b.name &&
    a.host === b.host &&
    a.port === b.port &&
    a.securityProtocol === b.securityProtocol
  )
}

function sameNode(a: ControllerRegistrationImage, b: ControllerRegistrationImage): boolean {
  return (
    a.id === b.id &&
    a.incarnationId === b.incarnationId &&
    sameList(a.endpoints, b.endpoints, sameEndpoint) &&
    sameList(
      a.features,
      b.features,
      (x, y) => x.name === y.name && x.min === y.min && x.max === y.max,
    )
  )
}

export function sameRegistration(a: BrokerRegistrationImage, b: BrokerRegistrationImage): boolean {
  return (
    a === b ||
    (sameNode(a, b) &&
      a.epoch === b.epoch &&
      a.rack === b.rack &&
      a.isFenced === b.isFenced &&
      a.inControlledShutdown === b.inControlledShutdown &&
      sameList(a.directories, b.directories, identical) &&
      sameList(a.cordonedDirectories, b.cordonedDirectories, identical))
  )
}

function sameCluster(a: ClusterImage, b: ClusterImage): boolean {
  return (
    sameMap(a.brokers, b.brokers, sameRegistration) &&
    sameMap(a.controllers, b.controllers, sameNode)
  )
}

function sameTopic(a: TopicImage, b: TopicImage): boolean {
  return (
    a === b ||
    (a.name === b.name && a.id === b.id && sameList(a.partitions, b.partitions, samePartition))
  )
}

function sameTopics(a: TopicsImage, b: TopicsImage): boolean {
  if (a === b) return true
  if (a.size !== b.size || !sameItems(a.ascending(''), b.ascending(''), sameTopic)) return false
  return [...a.values()].every(({ id, name }) => b.byId(id)?.name === name)
}

function sameResources(a: ConfigsImage, b: ConfigsImage): boolean {
  return (
    a === b ||
    sameItems(
      a.resources(),
      b.resources(),
      (x, y) => x.type === y.type && x.name === y.name && sameConfigs(x.entries, y.entries),
    )
  )
}

/** Kept messages are plain data: numbers, strings, bytes, lists and objects of these. */
function sameMessage(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (a instanceof Uint8Array || b instanceof Uint8Array) {
    return (
      a instanceof Uint8Array && b instanceof Uint8Array && Buffer.from(a).equals(Buffer.from(b))
    )
  }
  const [names, others] = [Object.keys(a), Object.keys(b)]
  return (
    names.length === others.length &&
    names.every((name) =>
      sameMessage(
        (a as Readonly<Record<string, unknown>>)[name],
        (b as Readonly<Record<string, unknown>>)[name],
      ),
    )
  )
}

function sameKept(a: KeptImage, b: KeptImage): boolean {
  return sameMap(a.records, b.records, (x, y) => sameMap(x, y, sameMessage))
}

/**
 * Whether two images say the same in every field, whatever way they were made: what every admin test
 * asks of the live image and of a replay of the log.
 */
export function sameImage(a: MetadataImage, b: MetadataImage): boolean {
  return (
    a.offset === b.offset &&
    a.leaderEpoch === b.leaderEpoch &&
    a.features.metadataVersion === b.features.metadataVersion &&
    sameConfigs(a.features.levels, b.features.levels) &&
    a.nextProducerId === b.nextProducerId &&
    sameCluster(a.cluster, b.cluster) &&
    sameTopics(a.topics, b.topics) &&
    sameResources(a.configs, b.configs) &&
    sameKept(a.kept, b.kept)
  )
}
