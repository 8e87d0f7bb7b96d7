import { NO_OFFSET } from '@samsa/base'
import type { Metrics, NodeId, Offset, Uuid } from '@samsa/base'
import { type LogManager, LogTopicIdMismatchError, type PartitionLog } from '@samsa/log'
import { ErrorCode } from '@samsa/protocol'
import type { TopicConfigs } from '../config/topics/topic-config.ts'
import type { MetadataDelta } from '../metadata/delta.ts'
import type { MetadataImage, TopicImage } from '../metadata/image.ts'
import type { MetadataPublisher } from '../metadata/metadata-reader.ts'
import { HostedTopic } from './hosted-topic.ts'
import { KeyedWork } from './keyed-work.ts'
import { Leadership } from './leadership.ts'
import { LocalPartition } from './local-partition.ts'
import type { Partition } from './partition.ts'
import { ClientAppends, type ClientAppendsOptions } from './produce/client-appends.ts'
import type { LeadershipListener, ReplicaManager } from './replica-manager.ts'

export interface ReplicaManagerOptions extends ClientAppendsOptions {
  readonly nodeId: NodeId
  /** Loaded already: `load` has run. */
  readonly logs: LogManager
  /** Told of a change of the metadata before this publisher. */
  readonly topicConfigs: TopicConfigs
  readonly metrics: Metrics
}

/** Logs that are opened or deleted side by side. */
const LOGS_SIDE_BY_SIDE_MAX = 16

/**
 * The replica manager of a node. Subscribe it to the metadata behind the configuration; it follows
 * every delta at once, and opens and deletes logs in the background: until a partition's log is open,
 * clients are told NOT_LEADER_OR_FOLLOWER, as Apache Kafka does while it applies the same change.
 */
export function createReplicaManager(options: ReplicaManagerOptions): LocalReplicaManager {
  return new LocalReplicaManager(options)
}

export class LocalReplicaManager implements ReplicaManager, MetadataPublisher {
  readonly name = 'replicas'
  readonly appends: ClientAppends
  readonly #options: ReplicaManagerOptions
  readonly #byName: Map<string, HostedTopic>
  readonly #byId: Map<Uuid, HostedTopic>
  readonly #leadership: Leadership
  readonly #work: KeyedWork
  #image: MetadataImage | undefined

  constructor(options: ReplicaManagerOptions) {
    this.appends = new ClientAppends(options)
    this.#options = options
    this.#byName = new Map()
    this.#byId = new Map()
    this.#leadership = new Leadership()
    this.#work = new KeyedWork(LOGS_SIDE_BY_SIDE_MAX, (partition, error) => {
      options.logger.log('error', 'a partition cannot be opened or deleted', { partition, error })
    })
    this.#image = undefined
    options.topicConfigs.subscribe((topic) => this.#configChanged(topic))
    options.metrics.gaugeOf('samsa_partitions_hosted', () => this.#count())
  }

  topic(name: string): HostedTopic | undefined {
    return this.#byName.get(name)
  }

  topicById(topicId: Uuid): HostedTopic | undefined {
    return this.#byId.get(topicId)
  }

  partition(topic: string, partition: number): Partition | undefined {
    return openPartition(this.#byName.get(topic), partition)
  }

  partitionById(topicId: Uuid, partition: number): Partition | undefined {
    return openPartition(this.#byId.get(topicId), partition)
  }

  topicName(topicId: Uuid): string | undefined {
    return this.#byId.get(topicId)?.name ?? this.#image?.topics.byId(topicId)?.name
  }

  topicId(topic: string): Uuid | undefined {
    return this.#byName.get(topic)?.id ?? this.#image?.topics.byName(topic)?.id
  }

  absence(topic: string, partition: number): number {
    const partitions = this.#image?.topics.byName(topic)?.partitions
    return partitions?.[partition] === undefined
      ? ErrorCode.UNKNOWN_TOPIC_OR_PARTITION
      : ErrorCode.NOT_LEADER_OR_FOLLOWER
  }

  *partitions(): Generator<LocalPartition> {
    for (const topic of this.#byName.values()) {
      for (const partition of topic.partitions) {
        if (partition?.isOpen === true) yield partition
      }
    }
  }

  subscribe(topic: string, listener: LeadershipListener): () => void {
    return this.#leadership.subscribe(topic, this.#byName.get(topic), listener)
  }

  /** For the checkpoint of high watermarks; undefined for a log that no partition uses yet. */
  highWatermark(log: PartitionLog): Offset | undefined {
    const partition = this.#byName.get(log.topic)?.partitions[log.partition]
    return partition?.isOpen === true ? partition.highWatermark : undefined
  }

  /** Resolves once every log that the metadata asked for is open, and every deleted one gone. */
  whenSettled(): Promise<void> {
    return this.#work.whenIdle()
  }

  publish(delta: MetadataDelta, image: MetadataImage): void {
    const isFirst = this.#image === undefined
    this.#image = image
    for (const { id } of delta.topics.deleted) this.#deleteTopic(id)
    for (const { topic, partitions } of delta.topics.changed) this.#applyTopic(topic, partitions)
    if (isFirst) this.#deleteStrays(image)
  }

  #deleteTopic(id: Uuid): void {
    const hosted = this.#byId.get(id)
    if (hosted === undefined) return
    this.#byId.delete(id)
    if (this.#byName.get(hosted.name) === hosted) this.#byName.delete(hosted.name)
    for (const partition of hosted.partitions) {
      if (partition !== undefined) this.#abandon(partition)
    }
  }

  #applyTopic(topic: TopicImage, changed: readonly number[]): void {
    const { nodeId } = this.#options
    for (const index of changed) {
      const image = topic.partitions[index]!
      const current = this.#byId.get(topic.id)?.partitions[index]
      if (!image.replicas.includes(nodeId)) {
        if (current !== undefined) this.#unhost(current)
        continue
      }
      const partition = current ?? this.#host(topic, index)
      partition.apply(image)
      if (current === undefined) this.#open(partition)
    }
  }

  #host(topic: TopicImage, index: number): LocalPartition {
    let hosted = this.#byId.get(topic.id)
    if (hosted === undefined) {
      const { topicConfigs } = this.#options
      hosted = new HostedTopic(topic.name, topic.id, topicConfigs.of(topic.name))
      this.#byId.set(topic.id, hosted)
      this.#byName.set(topic.name, hosted)
    }
    const { nodeId } = this.#options
    const partition = new LocalPartition(hosted, index, nodeId, this.#leadership)
    hosted.partitions[index] = partition
    return partition
  }

  #unhost(partition: LocalPartition): void {
    const { hosted } = partition
    hosted.partitions[partition.partition] = undefined
    if (hosted.partitions.every((other) => other === undefined)) {
      this.#byId.delete(hosted.id)
      if (this.#byName.get(hosted.name) === hosted) this.#byName.delete(hosted.name)
    }
    this.#abandon(partition)
  }

  /** The partition ends now, its log as soon as what is at work on it has ended. */
  #abandon(partition: LocalPartition): void {
    partition.stop()
    const { logs } = this.#options
    this.#work.add(partition.name, () => logs.delete(partition.topic, partition.partition))
  }

  #open(partition: LocalPartition): void {
    const { logs } = this.#options
    const { topic, topicId, partition: index, name } = partition
    const log = this.#work.has(name) ? undefined : logs.get(topic, index)
    if (log?.topicId === topicId) {
      partition.opened(log, logs.checkpointedHighWatermark(topic, index))
      return
    }
    this.#work.add(name, async () => {
      if (partition.isStopped) return
      try {
        const opened = await this.#openLog(partition)
        if (!partition.isStopped) partition.opened(opened, NO_OFFSET)
      } catch (error) {
        if (!partition.isStopped) partition.failed()
        throw error
      }
    })
  }

  async #openLog(partition: LocalPartition): Promise<PartitionLog> {
    const { logs, logger } = this.#options
    const { topic, topicId, partition: index, hosted } = partition
    try {
      return await logs.getOrCreate(topic, topicId, index, hosted.config.log)
    } catch (error) {
      if (!(error instanceof LogTopicIdMismatchError)) throw error
      logger.log('warn', 'a directory of a deleted topic of the same name is removed', {
        partition: partition.name,
        error,
      })
      await logs.delete(topic, index)
      return logs.getOrCreate(topic, topicId, index, hosted.config.log)
    }
  }

  /** At start: directories of partitions that were deleted, or moved away, while the node was down. */
  #deleteStrays(image: MetadataImage): void {
    const { logs, logger, nodeId } = this.#options
    for (const log of logs.all()) {
      const topic = image.topics.byName(log.topic)
      if (topic?.partitions[log.partition]?.replicas.includes(nodeId) === true) continue
      logger.log('warn', 'a partition that the metadata does not place here is removed', {
        partition: log.name,
        topicId: log.topicId,
      })
      this.#work.add(log.name, () => logs.delete(log.topic, log.partition))
    }
  }

  #configChanged(topic: string | null): void {
    if (topic === null) for (const hosted of this.#byName.values()) this.#reconfigure(hosted)
    else {
      const hosted = this.#byName.get(topic)
      if (hosted !== undefined) this.#reconfigure(hosted)
    }
  }

  #reconfigure(hosted: HostedTopic): void {
    const { logs, topicConfigs } = this.#options
    const config = topicConfigs.of(hosted.name)
    if (config === hosted.config) return
    hosted.config = config
    logs.updateConfig(hosted.name, config.log)
  }

  #count(): number {
    let count = 0
    for (const topic of this.#byName.values()) {
      for (const partition of topic.partitions) if (partition !== undefined) count++
    }
    return count
  }
}

function openPartition(topic: HostedTopic | undefined, index: number): Partition | undefined {
  const partition = topic?.partitions[index]
  return partition?.isOpen === true ? partition : undefined
}
