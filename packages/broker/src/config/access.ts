import { ErrorCode } from '@samsa/protocol'
import type { RequestContext } from '../dispatch/context.ts'
import { CLUSTER, type AclOperation, type Resource } from '../security/authorizer.ts'
import type { Refusal } from './alter/refusal.ts'
import { resourceType } from './layers/config-source.ts'

interface Guard {
  readonly resource: Resource
  readonly refusal: Refusal
}

/** Whose rights decide over the configs of a resource: the topic's, the group's, else the cluster's. */
function guardOf(type: number, name: string): Guard {
  switch (type) {
    case resourceType.topic:
      return {
        resource: { type: 'topic', name },
        refusal: {
          errorCode: ErrorCode.TOPIC_AUTHORIZATION_FAILED,
          message: 'Topic authorization failed.',
        },
      }
    case resourceType.group:
      return {
        resource: { type: 'group', name },
        refusal: {
          errorCode: ErrorCode.GROUP_AUTHORIZATION_FAILED,
          message: 'Group authorization failed.',
        },
      }
    default:
      return {
        resource: CLUSTER,
        refusal: {
          errorCode: ErrorCode.CLUSTER_AUTHORIZATION_FAILED,
          message: 'Cluster authorization failed.',
        },
      }
  }
}

/** Null where the principal of `context` may do `operation` to the configs of a resource. */
export function accessRefusal(
  context: RequestContext,
  operation: AclOperation,
  { resourceType: type, resourceName }: { resourceType: number; resourceName: string },
): Refusal | null {
  const { resource, refusal } = guardOf(type, resourceName)
  const { authorizer } = context.services
  const { host } = context.connection.remote
  return authorizer.allows(context.principal, host, operation, resource) ? null : refusal
}
