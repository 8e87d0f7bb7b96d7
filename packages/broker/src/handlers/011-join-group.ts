import {
  ErrorCode,
  joinGroupApi,
  type JoinGroupRequest,
  type JoinGroupResponse,
} from '@samsa/protocol'
import { joinRefusal } from '../coordinator/group/classic/responses.ts'
import { groupClientOf, isAllowedOnGroup } from '../coordinator/group/group-access.ts'
import { mapLater } from '../coordinator/group/later.ts'
import { answer, type Handler } from '../dispatch/handler.ts'

/** "No protocol" is null from here on, and the empty text before. */
const NULL_PROTOCOL_VERSION = 7

/**
 * JoinGroup, v0-9. Parked until the group's members have joined. v0 has one timeout for session and
 * rebalance; from v4 on a member first gets an id (MEMBER_ID_REQUIRED); v5 has static members; from v9
 * on a leader may be told to skip the assignment.
 */
export const joinGroupHandler: Handler<JoinGroupRequest, JoinGroupResponse> = {
  api: joinGroupApi,
  versions: [0, 9],

  admit(request, context) {
    const { version, services } = context
    if (!isAllowedOnGroup(context, 'read', request.groupId)) {
      return answer(fitting(joinRefusal(ErrorCode.GROUP_AUTHORIZATION_FAILED, ''), version))
    }
    const joined = services.groups.joinGroup(request, groupClientOf(context))
    return {
      effect: undefined,
      response: mapLater(joined, (response) => fitting(response, version)),
    }
  },

  refusal: (errorCode, version) => fitting(joinRefusal(errorCode, ''), version),
}

function fitting(response: JoinGroupResponse, version: number): JoinGroupResponse {
  if (version >= NULL_PROTOCOL_VERSION || response.protocolName !== null) return response
  return { ...response, protocolName: '' }
}
