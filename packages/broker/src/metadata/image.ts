import type { LeaderEpoch, NodeId, Offset, Uuid } from '@samsa/base'

/**
 * The cluster as records say it is: immutable, shared by all readers, swapped whole. One field per
 * group of record types, so that a delta shares what it does not touch.
 */
export interface MetadataImage {
  /** Offset and epoch of the last record in it; −1 for the empty image. */
  readonly offset: Offset
  readonly leaderEpoch: LeaderEpoch
  readonly features: FeaturesImage
  readonly cluster: ClusterImage
  readonly topics: TopicsImage
  readonly configs: ConfigsImage
  /** First producer id that was not handed out in a block. */
  readonly nextProducerId: number
  /** Records whose APIs come later (ACLs, quotas, SCRAM, tokens, …), kept as they were replayed. */
  readonly kept: KeptImage
}

export interface FeaturesImage {
  /** `metadata.version`; 0 before the first feature record. */
  readonly metadataVersion: number
  /** Finalized level by feature name, `metadata.version` among them; level 0 is absent. */
  readonly levels: ReadonlyMap<string, number>
}

export interface EndpointImage {
  readonly name: string
  readonly host: string
  readonly port: number
  readonly securityProtocol: number
}

export interface BrokerRegistrationImage {
  readonly id: NodeId
  readonly epoch: number
  readonly incarnationId: Uuid
  /** Ascending by name, like `features`. */
  readonly endpoints: readonly EndpointImage[]
  readonly features: readonly { name: string; min: number; max: number }[]
  readonly rack: string | null
  readonly isFenced: boolean
  readonly inControlledShutdown: boolean
  /** Those online, ascending; empty before metadata.version 17. */
  readonly directories: readonly Uuid[]
  /** Online, but given no new replicas (KIP-1066). */
  readonly cordonedDirectories: readonly Uuid[]
}

export interface ControllerRegistrationImage {
  readonly id: NodeId
  readonly incarnationId: Uuid
  /** Ascending by name, like `features`. */
  readonly endpoints: readonly EndpointImage[]
  readonly features: readonly { name: string; min: number; max: number }[]
}

export interface ClusterImage {
  readonly brokers: ReadonlyMap<NodeId, BrokerRegistrationImage>
  readonly controllers: ReadonlyMap<NodeId, ControllerRegistrationImage>
}

export interface PartitionImage {
  readonly replicas: readonly NodeId[]
  /** One per replica, in their order; see `directory-ids.ts` for the reserved ones. */
  readonly directories: readonly Uuid[]
  readonly isr: readonly NodeId[]
  readonly removingReplicas: readonly NodeId[]
  readonly addingReplicas: readonly NodeId[]
  readonly eligibleLeaderReplicas: readonly NodeId[]
  readonly lastKnownLeaderReplicas: readonly NodeId[]
  readonly leader: NodeId
  readonly leaderRecoveryState: number
  readonly leaderEpoch: LeaderEpoch
  readonly partitionEpoch: number
}

export interface TopicImage {
  readonly name: string
  readonly id: Uuid
  /** Index = partition number; there are no holes. */
  readonly partitions: readonly PartitionImage[]
}

export interface TopicsImage {
  readonly size: number
  byName(name: string): TopicImage | undefined
  byId(id: Uuid): TopicImage | undefined
  /** Every topic, in no promised order. */
  values(): Iterable<TopicImage>
  /** Topics in ascending order of name, from the first ≥ `from`: for paged answers. */
  ascending(from: string): Iterable<TopicImage>
  /**
   * A topic whose name differs from `name` at most in `.` and `_`, which metrics cannot tell apart;
   * the topic itself counts. Undefined when there is none.
   */
  colliding(name: string): string | undefined
}

/** Type codes as in Kafka's ConfigResource: 2 topic, 4 broker, 8 broker logger, 16 client metrics, 32 group. */
export interface ConfigsImage {
  /** Keys and values as set on that very resource; empty when none. `name` '' is the cluster default. */
  of(type: number, name: string): ReadonlyMap<string, string>
  /** Every resource with at least one key. */
  resources(): Iterable<{ type: number; name: string; entries: ReadonlyMap<string, string> }>
}

export interface KeptImage {
  /** By record name and then by a key that identifies what the record describes. */
  readonly records: ReadonlyMap<string, ReadonlyMap<string, unknown>>
}
