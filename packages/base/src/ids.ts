/**
 * Branded primitives. A brand costs nothing at run time and keeps an offset from being passed where
 * an epoch is meant. Make one with its function (`offset(5)`), which is the identity.
 */
declare const brand: unique symbol
export type Brand<T, Name extends string> = T & { readonly [brand]: Name }

/** Position of a record in a partition: 0 … 2^53−1, or a negative sentinel (−1 = none). */
export type Offset = Brand<number, 'Offset'>
/** Term of a partition leader or of the quorum's leader; −1 = none. */
export type LeaderEpoch = Brand<number, 'LeaderEpoch'>
/** Idempotent producer, allocated by the controller in blocks; −1 = none. */
export type ProducerId = Brand<number, 'ProducerId'>
/** `node.id` of a broker or controller; −1 = none. */
export type NodeId = Brand<number, 'NodeId'>
/** 16 bytes as Kafka prints them: 22 characters of URL-safe base64 without padding. */
export type Uuid = Brand<string, 'Uuid'>

export const offset = (value: number): Offset => value as Offset
export const leaderEpoch = (value: number): LeaderEpoch => value as LeaderEpoch
export const producerId = (value: number): ProducerId => value as ProducerId
export const nodeId = (value: number): NodeId => value as NodeId
export const uuid = (text: string): Uuid => text as Uuid

export const NO_OFFSET: Offset = offset(-1)
export const NO_LEADER_EPOCH: LeaderEpoch = leaderEpoch(-1)
export const NO_PRODUCER_ID: ProducerId = producerId(-1)
export const NO_NODE_ID: NodeId = nodeId(-1)
/** Kafka's `Uuid.ZERO_UUID`: "no id". */
export const ZERO_UUID: Uuid = uuid('AAAAAAAAAAAAAAAAAAAAAA')
/** Kafka's `Uuid.METADATA_TOPIC_ID`: the id of `__cluster_metadata`. */
export const METADATA_TOPIC_ID: Uuid = uuid('AAAAAAAAAAAAAAAAAAAAAQ')

/** A partition of a topic by name. */
export interface TopicPartition {
  readonly topic: string
  readonly partition: number
}

/** `topic-partition`, as Kafka names partitions in directories, logs and messages. */
export function partitionName(topic: string, partition: number): string {
  return `${topic}-${partition}`
}
