import type { TopicPartition } from '@samsa/base'
import {
  offsetCommitApi,
  offsetCommitRequest,
  offsetCommitRequestTopic,
  type OffsetCommitRequestTopic,
  offsetCommitRequestTopicPartition,
  offsetFetchApi,
  offsetFetchRequest,
  offsetFetchRequestTopic,
  type OffsetFetchRequestTopic,
} from '@samsa/protocol'
import type { Cluster } from '../cluster/cluster.ts'
import { ensureAccepted, withRetries } from '../cluster/retry.ts'
import type { CoordinatorLink } from './coordinator-link.ts'

/** An offset to commit: that of the next record to be read. */
export interface OffsetToCommit extends TopicPartition {
  readonly offset: number
  readonly metadata?: string | undefined
}

/** As whom offsets are committed; −1 and empty outside of a group with members. */
export interface CommitIdentity {
  readonly generationId: number
  readonly memberId: string
  readonly groupInstanceId: string | null
}

/** Offsets that a group has committed. */
export class GroupOffsets {
  readonly #cluster: Cluster
  readonly #groupId: string
  readonly #link: CoordinatorLink

  constructor(cluster: Cluster, groupId: string, link: CoordinatorLink) {
    this.#cluster = cluster
    this.#groupId = groupId
    this.#link = link
  }

  /** Rejects with CLIENT_REFUSED and the code of the first partition that was refused. */
  commit(offsets: readonly OffsetToCommit[], identity: CommitIdentity): Promise<void> {
    const topics = commitTopicsOf(offsets)
    const { generationId, memberId, groupInstanceId } = identity
    const request = offsetCommitRequest({
      groupId: this.#groupId,
      generationIdOrMemberEpoch: generationId,
      memberId,
      groupInstanceId,
      topics,
    })
    return this.#tried(`OffsetCommit of ${this.#groupId}`, async (what) => {
      const connection = await this.#link.connection()
      const version = connection.versionOf(offsetCommitApi, 9)
      const response = await connection.send(offsetCommitApi, version, request)
      for (const { name, partitions } of response.topics) {
        for (const { partitionIndex, errorCode } of partitions) {
          ensureAccepted(`${what} for ${name}-${partitionIndex}`, errorCode)
        }
      }
    })
  }

  /** In the order asked for; −1 where nothing is committed. */
  committed(partitions: readonly TopicPartition[]): Promise<readonly number[]> {
    const topics = fetchTopicsOf(partitions)
    const request = offsetFetchRequest({ groupId: this.#groupId, topics })
    return this.#tried(`OffsetFetch of ${this.#groupId}`, async (what) => {
      const connection = await this.#link.connection()
      const version = connection.versionOf(offsetFetchApi, 7)
      const response = await connection.send(offsetFetchApi, version, request)
      ensureAccepted(what, response.errorCode)
      const offsets = new Map<string, number>()
      for (const topic of response.topics) {
        for (const { partitionIndex, committedOffset, errorCode } of topic.partitions) {
          ensureAccepted(`${what} for ${topic.name}-${partitionIndex}`, errorCode)
          offsets.set(`${topic.name} ${partitionIndex}`, Number(committedOffset))
        }
      }
      return partitions.map(({ topic, partition }) => offsets.get(`${topic} ${partition}`) ?? -1)
    })
  }

  #tried<Value>(what: string, attempt: (what: string) => Promise<Value>): Promise<Value> {
    return withRetries(what, this.#cluster.settings, async () => {
      try {
        return await attempt(what)
      } catch (error) {
        this.#link.onError(error)
        throw error
      }
    })
  }
}

function commitTopicsOf(offsets: readonly OffsetToCommit[]): OffsetCommitRequestTopic[] {
  const topics = new Map<string, OffsetCommitRequestTopic>()
  for (const { topic, partition, offset, metadata } of offsets) {
    let entry = topics.get(topic)
    if (entry === undefined) topics.set(topic, (entry = offsetCommitRequestTopic({ name: topic })))
    entry.partitions.push(
      offsetCommitRequestTopicPartition({
        partitionIndex: partition,
        committedOffset: BigInt(offset),
        committedMetadata: metadata ?? '',
      }),
    )
  }
  return [...topics.values()]
}

function fetchTopicsOf(partitions: readonly TopicPartition[]): OffsetFetchRequestTopic[] {
  const topics = new Map<string, OffsetFetchRequestTopic>()
  for (const { topic, partition } of partitions) {
    let entry = topics.get(topic)
    if (entry === undefined) topics.set(topic, (entry = offsetFetchRequestTopic({ name: topic })))
    entry.partitionIndexes.push(partition)
  }
  return [...topics.values()]
}
