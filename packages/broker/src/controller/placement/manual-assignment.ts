import { type NodeId, nodeId } from '@samsa/base'
import { ErrorCode } from '@samsa/protocol'
import { hasUncordonedDirectory } from '../../metadata/directory-ids.ts'
import type { ClusterImage } from '../../metadata/image.ts'
import type { Refusal } from '../refusal.ts'
import { isActive } from './new-partition.ts'

const refused = (message: string): Refusal => ({
  errorCode: ErrorCode.INVALID_REPLICA_ASSIGNMENT,
  message,
})

/**
 * What is wrong with replicas that a client chose for a partition; undefined when nothing is.
 * `replicationFactor` is that of the topic's other partitions, undefined for the first.
 */
export function manualAssignmentRefusal(
  cluster: ClusterImage,
  brokerIds: readonly number[],
  replicationFactor: number | undefined,
): Refusal | undefined {
  const what = 'The manual partition assignment includes'
  if (brokerIds.length === 0) return refused(`${what} an empty replica list.`)
  let previous: number | undefined
  for (const id of [...brokerIds].sort((a, b) => a - b)) {
    const broker = cluster.brokers.get(nodeId(id))
    if (broker === undefined) {
      return refused(`${what} broker ${id}, but no such broker is registered.`)
    }
    if (!hasUncordonedDirectory(broker)) {
      return refused(`${what} broker ${id}, but all its log directories are cordoned.`)
    }
    if (id === previous) return refused(`${what} the broker ${id} more than once.`)
    previous = id
  }
  if (replicationFactor === undefined || brokerIds.length === replicationFactor) return undefined
  return refused(
    `${what} a partition with ${brokerIds.length} replica(s), but this is not consistent with ` +
      `previous partitions, which have ${replicationFactor} replica(s).`,
  )
}

/** A chosen partition that nobody could lead; undefined when somebody can. */
export function nobodyActiveRefusal(
  cluster: ClusterImage,
  brokerIds: readonly NodeId[],
  partition: number,
): Refusal | undefined {
  if (brokerIds.some((id) => isActive(cluster, id))) return undefined
  return refused(
    `All brokers specified in the manual partition assignment for partition ${partition} are ` +
      'fenced or in controlled shutdown.',
  )
}
