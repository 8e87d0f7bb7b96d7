import type { RequestContext } from '../../dispatch/context.ts'
import { isAllowed } from '../../metadata/answers/authorized-operations.ts'
import type { AclOperation } from '../../security/authorizer.ts'
import type { GroupClient } from './group-coordinator.ts'

/** KIP-430: codes of the operations that groups know, one bit each. */
const groupOperations: readonly (readonly [operation: AclOperation, code: number])[] = [
  ['read', 3],
  ['delete', 6],
  ['describe', 8],
  ['describeConfigs', 10],
  ['alterConfigs', 11],
]

export function isAllowedOnGroup(
  context: RequestContext,
  operation: AclOperation,
  groupId: string,
): boolean {
  return isAllowed(context, operation, { type: 'group', name: groupId })
}

export function groupAuthorizedOperations(context: RequestContext, groupId: string): number {
  let bits = 0
  for (const [operation, code] of groupOperations) {
    if (isAllowedOnGroup(context, operation, groupId)) bits |= 1 << code
  }
  return bits
}

export function groupClientOf({ version, clientId, connection }: RequestContext): GroupClient {
  return { version, clientId, host: connection.remote.host }
}
