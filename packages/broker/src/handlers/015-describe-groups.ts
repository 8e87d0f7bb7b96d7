import {
  describeGroupsApi,
  describeGroupsResponse,
  ErrorCode,
  type DescribeGroupsRequest,
  type DescribeGroupsResponse,
  type DescribeGroupsResponseGroup,
} from '@samsa/protocol'
import { describeRefusal } from '../coordinator/group/describe.ts'
import { groupAuthorizedOperations, isAllowedOnGroup } from '../coordinator/group/group-access.ts'
import type { RequestContext } from '../dispatch/context.ts'
import { answer, type Handler } from '../dispatch/handler.ts'

/**
 * DescribeGroups, v0-6: groups that are committed, with their members as they are now. One that does
 * not exist is "Dead", from v6 on GROUP_ID_NOT_FOUND as well (KIP-1043).
 */
export const describeGroupsHandler: Handler<DescribeGroupsRequest, DescribeGroupsResponse> = {
  api: describeGroupsApi,
  versions: [0, 6],

  admit(request, context) {
    const { includeAuthorizedOperations } = request
    const groups = request.groups.map((groupId) => {
      const group = describe(groupId, context)
      if (includeAuthorizedOperations && group.errorCode === ErrorCode.NONE) {
        group.authorizedOperations = groupAuthorizedOperations(context, groupId)
      }
      return group
    })
    return answer(describeGroupsResponse({ groups }))
  },
}

function describe(groupId: string, context: RequestContext): DescribeGroupsResponseGroup {
  return isAllowedOnGroup(context, 'describe', groupId)
    ? context.services.groups.describeGroup(groupId, context.version)
    : describeRefusal(groupId, ErrorCode.GROUP_AUTHORIZATION_FAILED)
}
