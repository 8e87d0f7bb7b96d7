import type { RequestContext } from '../../dispatch/context.ts'
import { type AclOperation, CLUSTER, type Resource } from '../../security/authorizer.ts'

/** What a principal may do, one bit per code of Kafka's AclOperation (KIP-430); not asked for. */
export const NO_AUTHORIZED_OPERATIONS = -2_147_483_648

type Bit = readonly [operation: AclOperation, code: number]

const topicOperations: readonly Bit[] = [
  ['read', 3],
  ['write', 4],
  ['create', 5],
  ['delete', 6],
  ['alter', 7],
  ['describe', 8],
  ['describeConfigs', 10],
  ['alterConfigs', 11],
]

const clusterOperations: readonly Bit[] = [
  ['create', 5],
  ['alter', 7],
  ['describe', 8],
  ['clusterAction', 9],
  ['describeConfigs', 10],
  ['alterConfigs', 11],
  ['idempotentWrite', 12],
]

function bitsOf(context: RequestContext, operations: readonly Bit[], resource: Resource): number {
  let bits = 0
  for (const [operation, code] of operations) {
    if (isAllowed(context, operation, resource)) bits |= 1 << code
  }
  return bits
}

export function isAllowed(
  context: RequestContext,
  operation: AclOperation,
  resource: Resource,
): boolean {
  const { authorizer } = context.services
  return authorizer.allows(context.principal, context.connection.remote.host, operation, resource)
}

export function isAllowedOnTopic(
  context: RequestContext,
  operation: AclOperation,
  name: string,
): boolean {
  return isAllowed(context, operation, { type: 'topic', name })
}

export function topicAuthorizedOperations(context: RequestContext, name: string): number {
  return bitsOf(context, topicOperations, { type: 'topic', name })
}

/** 0 for whoever may not even describe the cluster. */
export function clusterAuthorizedOperations(context: RequestContext): number {
  return isAllowed(context, 'describe', CLUSTER) ? bitsOf(context, clusterOperations, CLUSTER) : 0
}
