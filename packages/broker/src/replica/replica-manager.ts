import type { Uuid } from '@samsa/base'
import type { HostedTopic } from './hosted-topic.ts'
import type { Partition } from './partition.ts'
import type { ClientAppends } from './produce/client-appends.ts'

/** Told which partitions of a topic this node leads: a coordinator loads and drops its shards by it. */
export interface LeadershipListener {
  /** This node leads the partition and its log is open. Told again for every new leader epoch. */
  onLeader(partition: Partition): void
  /** Another node leads it, it is deleted, or its directory is lost. */
  onResigned(partition: Partition): void
}

/**
 * The partitions this node hosts, by name and by id, kept in step with the image by deltas: the hot
 * path never reads the image.
 */
export interface ReplicaManager {
  /** A partition whose log is open here; undefined while it is being opened. */
  partition(topic: string, partition: number): Partition | undefined
  partitionById(topicId: Uuid, partition: number): Partition | undefined
  /** Name of a topic of the cluster; undefined when unknown. */
  topicName(topicId: Uuid): string | undefined
  topicId(topic: string): Uuid | undefined
  partitions(): Iterable<Partition>

  /** A topic of which this node hosts a partition at least, opened or not. */
  topic(name: string): HostedTopic | undefined
  topicById(topicId: Uuid): HostedTopic | undefined
  /**
   * Why there is no such partition here: NOT_LEADER_OR_FOLLOWER where the cluster has it, else
   * UNKNOWN_TOPIC_OR_PARTITION.
   */
  absence(topic: string, partition: number): number
  /**
   * Tells of every partition of `topic` that this node leads now, and of all changes. The returned
   * function ends that.
   */
  subscribe(topic: string, listener: LeadershipListener): () => void
  /** What the appends of Produce share. */
  readonly appends: ClientAppends
}
