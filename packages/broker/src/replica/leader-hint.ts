import { NO_LEADER_EPOCH, NO_NODE_ID, ZERO_UUID } from '@samsa/base'
import type { NodeId, Uuid } from '@samsa/base'
import type { UnknownTaggedField } from '@samsa/protocol'
import type { RequestContext } from '../dispatch/context.ts'

/** Where a client finds the leader it asked for in vain (KIP-951). */
export interface NodeEndpoint {
  nodeId: number
  host: string
  port: number
  rack: string | null
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface CurrentLeader {
  leaderId: number
  leaderEpoch: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

/**
 * The leader of a partition as the metadata has it (−1 where it has none); its address on the
 * client's own listener is added to `endpoints`, once.
 */
export function currentLeaderOf(
  context: RequestContext,
  topic: { readonly name: string; readonly id: Uuid },
  partition: number,
  endpoints: NodeEndpoint[],
): CurrentLeader {
  const { topics } = context.services.metadata.image()
  const found = topic.id === ZERO_UUID ? topics.byName(topic.name) : topics.byId(topic.id)
  const image = found?.partitions[partition]
  const leader = image?.leader ?? NO_NODE_ID
  if (leader !== NO_NODE_ID && !endpoints.some(({ nodeId }) => nodeId === leader)) {
    const endpoint = endpointOf(context, leader)
    if (endpoint !== undefined) endpoints.push(endpoint)
  }
  const leaderEpoch = image?.leaderEpoch ?? NO_LEADER_EPOCH
  return { leaderId: leader, leaderEpoch, unknownTaggedFields: null }
}

function endpointOf(context: RequestContext, nodeId: NodeId): NodeEndpoint | undefined {
  const { services, connection } = context
  const broker = services.metadata.image().cluster.brokers.get(nodeId)
  const { listenerName } = connection
  const address =
    nodeId === services.nodeId
      ? services.advertised(listenerName, connection.local)
      : broker?.endpoints.find(({ name }) => name === listenerName)
  if (address === undefined) return undefined
  const rack = broker?.rack ?? null
  return { nodeId, host: address.host, port: address.port, rack, unknownTaggedFields: null }
}
