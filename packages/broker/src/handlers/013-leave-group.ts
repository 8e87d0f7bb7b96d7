import {
  ErrorCode,
  leaveGroupApi,
  leaveGroupRequestMember,
  leaveGroupResponse,
  type LeaveGroupRequest,
  type LeaveGroupResponse,
} from '@samsa/protocol'
import { isAllowedOnGroup } from '../coordinator/group/group-access.ts'
import { mapLater } from '../coordinator/group/later.ts'
import { answer, type Handler } from '../dispatch/handler.ts'

/** Several members in one request (KIP-345). */
const MEMBERS_VERSION = 3

/**
 * LeaveGroup, v0-5: one member up to v2, several from v3 on, each with its own error; static ones may
 * be named by their instance alone. Answered once a group that is empty then has been stored as such.
 */
export const leaveGroupHandler: Handler<LeaveGroupRequest, LeaveGroupResponse> = {
  api: leaveGroupApi,
  versions: [0, 5],

  admit(request, context) {
    const { version, services } = context
    if (!isAllowedOnGroup(context, 'read', request.groupId)) {
      return answer(leaveGroupResponse({ errorCode: ErrorCode.GROUP_AUTHORIZATION_FAILED }))
    }
    if (version >= MEMBERS_VERSION) {
      return { effect: undefined, response: services.groups.leaveGroup(request) }
    }
    const members = [leaveGroupRequestMember({ memberId: request.memberId })]
    const left = services.groups.leaveGroup({ ...request, members })
    return { effect: undefined, response: mapLater(left, ofOnlyMember) }
  },

  refusal: (errorCode) => leaveGroupResponse({ errorCode }),
}

function ofOnlyMember({ errorCode, members }: LeaveGroupResponse): LeaveGroupResponse {
  const own = errorCode === ErrorCode.NONE ? members[0]?.errorCode : errorCode
  return leaveGroupResponse({ errorCode: own ?? ErrorCode.NONE })
}
