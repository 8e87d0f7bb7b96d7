import {
  ErrorCode,
  heartbeatApi,
  heartbeatResponse,
  type HeartbeatRequest,
  type HeartbeatResponse,
} from '@samsa/protocol'
import { isAllowedOnGroup } from '../coordinator/group/group-access.ts'
import { answer, type Handler } from '../dispatch/handler.ts'

/** Heartbeat, v0-4. Answered from the group's members as they are now; it never waits for the log. */
export const heartbeatHandler: Handler<HeartbeatRequest, HeartbeatResponse> = {
  api: heartbeatApi,
  versions: [0, 4],

  admit(request, context) {
    const errorCode = isAllowedOnGroup(context, 'read', request.groupId)
      ? context.services.groups.heartbeat(request)
      : ErrorCode.GROUP_AUTHORIZATION_FAILED
    return answer(heartbeatResponse({ errorCode }))
  },
}
