import type { NodeId } from '@samsa/base'
import {
  ErrorCode,
  isInternalTopic,
  metadataResponseTopic,
  type MetadataResponseTopic,
  type MetadataResponseTopicPartition,
  metadataResponseTopicPartition,
} from '@samsa/protocol'
import type { PartitionImage, TopicImage } from '../image.ts'
import type { ListenerView } from './listener-view.ts'

/** What old versions of Metadata want to be told differently. */
export interface MetadataFlavor {
  /** v0: replicas on brokers that are down are left out, and the partition has an error. */
  readonly hidesUnavailable: boolean
  /** v6+: LISTENER_NOT_FOUND where the leader lacks the listener, before LEADER_NOT_AVAILABLE. */
  readonly namesMissingListener: boolean
}

/** The messages' lists are only read: the image's own are lent to them. */
const lent = (ids: readonly NodeId[]): number[] => ids as readonly number[] as number[]

/** A topic in a Metadata answer. */
export function topicMetadata(
  topic: TopicImage,
  view: ListenerView,
  flavor: MetadataFlavor,
): MetadataResponseTopic {
  const { name, id, partitions } = topic
  return metadataResponseTopic({
    name,
    topicId: id,
    isInternal: isInternalTopic(name),
    partitions: partitions.map((partition, index) =>
      partitionMetadata(partition, index, view, flavor),
    ),
  })
}

function partitionMetadata(
  partition: PartitionImage,
  partitionIndex: number,
  view: ListenerView,
  flavor: MetadataFlavor,
): MetadataResponseTopicPartition {
  const { leader, replicas, isr } = partition
  const hidden = (ids: readonly NodeId[]): readonly NodeId[] =>
    flavor.hidesUnavailable ? ids.filter((id) => view.isAlive(id)) : ids
  const [shownReplicas, shownIsr] = [hidden(replicas), hidden(isr)]
  const isLeaderKnown = view.hasListener(leader)
  const isComplete = shownReplicas.length === replicas.length && shownIsr.length === isr.length
  return metadataResponseTopicPartition({
    errorCode: errorOf(isLeaderKnown, isComplete, view.isRegistered(leader), flavor),
    partitionIndex,
    leaderId: isLeaderKnown ? leader : -1,
    leaderEpoch: partition.leaderEpoch,
    replicaNodes: lent(shownReplicas),
    isrNodes: lent(shownIsr),
    offlineReplicas: lent(view.offlineReplicas(partition)),
  })
}

function errorOf(
  isLeaderKnown: boolean,
  isComplete: boolean,
  isLeaderRegistered: boolean,
  flavor: MetadataFlavor,
): number {
  if (isLeaderKnown) return isComplete ? ErrorCode.NONE : ErrorCode.REPLICA_NOT_AVAILABLE
  return isLeaderRegistered && flavor.namesMissingListener
    ? ErrorCode.LISTENER_NOT_FOUND
    : ErrorCode.LEADER_NOT_AVAILABLE
}
