import {
  listGroupsApi,
  listGroupsResponse,
  type ListGroupsRequest,
  type ListGroupsResponse,
} from '@samsa/protocol'
import { isAllowedOnGroup } from '../coordinator/group/group-access.ts'
import { answer, type Handler } from '../dispatch/handler.ts'
import { isAllowed } from '../metadata/answers/authorized-operations.ts'
import { CLUSTER } from '../security/authorizer.ts'

/**
 * ListGroups, v0-5: the groups that this node coordinates; by state from v4 on (KIP-518), by type from
 * v5 on (KIP-848). Who may not describe the cluster sees the groups that it may describe.
 */
export const listGroupsHandler: Handler<ListGroupsRequest, ListGroupsResponse> = {
  api: listGroupsApi,
  versions: [0, 5],

  admit(request, context) {
    const response = context.services.groups.listGroups(request)
    if (isAllowed(context, 'describe', CLUSTER)) return answer(response)
    const groups = response.groups.filter(({ groupId }) =>
      isAllowedOnGroup(context, 'describe', groupId),
    )
    return answer({ ...response, groups })
  },

  refusal: (errorCode) => listGroupsResponse({ errorCode }),
}
