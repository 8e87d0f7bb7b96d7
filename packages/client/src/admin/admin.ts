import {
  createTopicsApi,
  createTopicsRequest,
  createTopicsRequestTopic,
  createTopicsRequestTopicConfig,
  deleteTopicsApi,
  deleteTopicsRequest,
  deleteTopicsRequestTopic,
  describeClusterApi,
  describeClusterRequest,
  ErrorCode,
} from '@samsa/protocol'
import type { TopicPartition } from '@samsa/base'
import { Cluster } from '../cluster/cluster.ts'
import type { KnownTopic } from '../cluster/cluster-metadata.ts'
import type { ClusterOptions } from '../cluster/options.ts'
import { ensureAccepted, withRetries } from '../cluster/retry.ts'
import { ClientError } from '../errors.ts'
import { LATEST, offsetFor } from '../consumer/list-offsets.ts'

export interface NewTopic {
  readonly name: string
  /** The broker's default where absent. */
  readonly partitions?: number
  readonly replicationFactor?: number
  readonly configs?: Readonly<Record<string, string>>
}

export interface ClusterDescription {
  readonly clusterId: string
  readonly controllerId: number
  readonly brokers: readonly {
    readonly nodeId: number
    readonly host: string
    readonly port: number
  }[]
}

/** The few administrative requests that tests, benchmarks and tools need. */
export class Admin {
  readonly #cluster: Cluster

  constructor(options: ClusterOptions) {
    this.#cluster = new Cluster({ ...options, allowsTopicCreation: false })
  }

  /** Resolves when every partition has a leader. Rejects with CLIENT_REFUSED (TOPIC_ALREADY_EXISTS, …). */
  async createTopic(topic: NewTopic): Promise<KnownTopic> {
    const what = `CreateTopics of ${topic.name}`
    const { operationMsMax } = this.#cluster.settings
    const configs = Object.entries(topic.configs ?? {}).map(([name, value]) =>
      createTopicsRequestTopicConfig({ name, value }),
    )
    const request = createTopicsRequest({
      timeoutMs: operationMsMax,
      topics: [
        createTopicsRequestTopic({
          name: topic.name,
          numPartitions: topic.partitions ?? -1,
          replicationFactor: topic.replicationFactor ?? -1,
          configs,
        }),
      ],
    })
    await withRetries(what, this.#cluster.settings, async () => {
      const connection = await this.#cluster.anyBroker()
      const version = connection.versionOf(createTopicsApi)
      const response = await connection.send(createTopicsApi, version, request)
      ensureAccepted(what, response.topics[0]?.errorCode ?? -1)
    })
    return this.describeTopic(topic.name)
  }

  /** Rejects with CLIENT_REFUSED (UNKNOWN_TOPIC_OR_PARTITION, …). */
  async deleteTopic(name: string): Promise<void> {
    const what = `DeleteTopics of ${name}`
    const timeoutMs = this.#cluster.settings.operationMsMax
    const errorCode = await withRetries(what, this.#cluster.settings, async () => {
      const connection = await this.#cluster.anyBroker()
      const version = connection.versionOf(deleteTopicsApi)
      const request =
        version >= 6
          ? deleteTopicsRequest({ topics: [deleteTopicsRequestTopic({ name })], timeoutMs })
          : deleteTopicsRequest({ topicNames: [name], timeoutMs })
      const response = await connection.send(deleteTopicsApi, version, request)
      const told = response.responses[0]?.errorCode ?? -1
      // A topic that is not there will not be there later: whoever deletes does not wait for it.
      if (told !== ErrorCode.UNKNOWN_TOPIC_OR_PARTITION) ensureAccepted(what, told)
      return told
    })
    ensureAccepted(what, errorCode)
    this.#cluster.forget(name)
  }

  /** Fresh from a broker; waits while a partition has no leader. */
  async describeTopic(name: string): Promise<KnownTopic> {
    await this.#cluster.topic(name)
    return withRetries(`metadata of ${name}`, this.#cluster.settings, async () => {
      await this.#cluster.refresh()
      const topic = await this.#cluster.topic(name)
      if (topic.partitions.every(({ leaderId }) => leaderId >= 0)) return topic
      throw new ClientError('CLIENT_TIMED_OUT', `${name} has a partition without a leader.`)
    })
  }

  /** Offset after the last record that is committed. */
  endOffset(partition: TopicPartition): Promise<number> {
    return offsetFor(this.#cluster, partition, LATEST)
  }

  describeCluster(): Promise<ClusterDescription> {
    return withRetries('DescribeCluster', this.#cluster.settings, async () => {
      const connection = await this.#cluster.anyBroker()
      const version = connection.versionOf(describeClusterApi, 1)
      const response = await connection.send(describeClusterApi, version, describeClusterRequest())
      ensureAccepted('DescribeCluster', response.errorCode)
      const { clusterId, controllerId } = response
      const brokers = response.brokers.map(({ brokerId, host, port }) => ({
        nodeId: brokerId,
        host,
        port,
      }))
      return { clusterId, controllerId, brokers }
    })
  }

  close(): void {
    this.#cluster.close()
  }
}
