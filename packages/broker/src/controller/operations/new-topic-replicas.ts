import { failure, type NodeId, type Result, success } from '@samsa/base'
import { type CreateTopicsRequestTopic, ErrorCode } from '@samsa/protocol'
import type { ClusterImage } from '../../metadata/image.ts'
import type { NewTopicRules } from '../new-topic-rules.ts'
import { manualAssignmentRefusal, nobodyActiveRefusal } from '../placement/manual-assignment.ts'
import { isActive } from '../placement/new-partition.ts'
import type { StripedPlacer } from '../placement/striped-placer.ts'
import type { Refusal } from '../refusal.ts'

/** Replicas by partition, or why there can be none. */
type Replicas = Result<readonly (readonly NodeId[])[], Refusal>

const refuse = (errorCode: number, message: string): Replicas => failure({ errorCode, message })

/** Replicas of a new topic's partitions: as the client chose them, or placed. */
export function newTopicReplicas(
  topic: CreateTopicsRequestTopic,
  rules: NewTopicRules,
  cluster: ClusterImage,
  placer: StripedPlacer,
): Replicas {
  const { assignments, numPartitions, replicationFactor } = topic
  if (assignments.length > 0) return chosen(topic, cluster)
  if (replicationFactor < -1 || replicationFactor === 0) {
    const message = 'Replication factor must be larger than 0, or -1 to use the default value.'
    return refuse(ErrorCode.INVALID_REPLICATION_FACTOR, message)
  }
  if (numPartitions < -1 || numPartitions === 0) {
    const message = 'Number of partitions was set to an invalid non-positive value.'
    return refuse(ErrorCode.INVALID_PARTITIONS, message)
  }
  const count = numPartitions === -1 ? rules.partitionCount : numPartitions
  const factor = replicationFactor === -1 ? rules.replicationFactor : replicationFactor
  const refusal = placer.refusal(factor)
  if (refusal === undefined) return placeAll(count, factor, cluster, placer)
  return refuse(refusal.errorCode, `${unplaceable(factor)}: ${refusal.message}`)
}

const unplaceable = (factor: number): string =>
  `Unable to replicate the partition ${factor} time(s)`

/** Replicas of `count` partitions. A partition that nobody could lead is refused. */
export function placeAll(
  count: number,
  replicationFactor: number,
  cluster: ClusterImage,
  placer: StripedPlacer,
): Replicas {
  const refusal = placer.refusal(replicationFactor)
  if (refusal !== undefined) return failure(refusal)
  const replicas: NodeId[][] = []
  for (let partition = 0; partition < count; partition++) {
    const ids = placer.place(replicationFactor)
    if (!ids.some((id) => isActive(cluster, id))) {
      const why = 'All brokers are currently fenced or in controlled shutdown.'
      const message = `${unplaceable(replicationFactor)}: ${why}`
      return refuse(ErrorCode.INVALID_REPLICATION_FACTOR, message)
    }
    replicas.push(ids)
  }
  return success(replicas)
}

function chosen(topic: CreateTopicsRequestTopic, cluster: ClusterImage): Replicas {
  const both = 'A manual partition assignment was specified, but'
  if (topic.replicationFactor !== -1) {
    return refuse(ErrorCode.INVALID_REQUEST, `${both} replication factor was not set to -1.`)
  }
  if (topic.numPartitions !== -1) {
    return refuse(ErrorCode.INVALID_REQUEST, `${both} numPartitions was not set to -1.`)
  }
  const byPartition = new Map<number, readonly NodeId[]>()
  let factor: number | undefined
  for (const { partitionIndex, brokerIds } of topic.assignments) {
    if (byPartition.has(partitionIndex)) {
      const message = `Found multiple manual partition assignments for partition ${partitionIndex}`
      return refuse(ErrorCode.INVALID_REPLICA_ASSIGNMENT, message)
    }
    const ids = brokerIds as NodeId[]
    const refusal =
      manualAssignmentRefusal(cluster, ids, factor) ??
      nobodyActiveRefusal(cluster, ids, partitionIndex)
    if (refusal !== undefined) return failure(refusal)
    factor = ids.length
    byPartition.set(partitionIndex, ids)
  }
  const replicas: (readonly NodeId[])[] = []
  for (let partition = 0; partition < byPartition.size; partition++) {
    const ids = byPartition.get(partition)
    if (ids === undefined) {
      const message = 'partitions should be a consecutive 0-based integer sequence'
      return refuse(ErrorCode.INVALID_REPLICA_ASSIGNMENT, message)
    }
    replicas.push(ids)
  }
  return success(replicas)
}
