import type { Address, Uuid } from '@samsa/base'
import { ErrorCode, type MetadataResponse, type MetadataResponseTopic } from '@samsa/protocol'

export interface KnownPartition {
  readonly partition: number
  /** −1 while there is none. */
  readonly leaderId: number
  readonly leaderEpoch: number
  readonly replicas: readonly number[]
  readonly inSyncReplicas: readonly number[]
}

export interface KnownTopic {
  readonly name: string
  readonly topicId: Uuid
  /** By index. */
  readonly partitions: readonly KnownPartition[]
}

/** What brokers last told of the cluster. */
export class ClusterMetadata {
  readonly brokers: Map<number, Address>
  readonly #topics: Map<string, KnownTopic>
  /** Last errors of topics that could not be described. */
  readonly #errors: Map<string, number>
  clusterId: string | null
  controllerId: number

  constructor() {
    this.brokers = new Map()
    this.#topics = new Map()
    this.#errors = new Map()
    this.clusterId = null
    this.controllerId = -1
  }

  topic(name: string): KnownTopic | undefined {
    return this.#topics.get(name)
  }

  forget(name: string): void {
    this.#topics.delete(name)
    this.#errors.delete(name)
  }

  errorOf(name: string): number {
    return this.#errors.get(name) ?? ErrorCode.NONE
  }

  /** −1 while none is known. */
  leaderOf(topic: string, partition: number): number {
    return this.#topics.get(topic)?.partitions[partition]?.leaderId ?? -1
  }

  apply(response: MetadataResponse): void {
    this.clusterId = response.clusterId
    this.controllerId = response.controllerId
    this.brokers.clear()
    for (const { nodeId, host, port } of response.brokers) this.brokers.set(nodeId, { host, port })
    for (const topic of response.topics) this.#applyTopic(topic)
  }

  #applyTopic(topic: MetadataResponseTopic): void {
    const name = topic.name ?? ''
    if (topic.errorCode !== ErrorCode.NONE) {
      this.#topics.delete(name)
      this.#errors.set(name, topic.errorCode)
      return
    }
    this.#errors.delete(name)
    const partitions: KnownPartition[] = []
    for (const told of topic.partitions) {
      partitions[told.partitionIndex] = {
        partition: told.partitionIndex,
        leaderId: told.leaderId,
        leaderEpoch: told.leaderEpoch,
        replicas: told.replicaNodes,
        inSyncReplicas: told.isrNodes,
      }
    }
    this.#topics.set(name, { name, topicId: topic.topicId, partitions })
  }
}
