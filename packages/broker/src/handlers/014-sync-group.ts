import {
  ErrorCode,
  syncGroupApi,
  type SyncGroupRequest,
  type SyncGroupResponse,
} from '@samsa/protocol'
import { syncRefusal } from '../coordinator/group/classic/responses.ts'
import { isAllowedOnGroup } from '../coordinator/group/group-access.ts'
import { answer, type Handler } from '../dispatch/handler.ts'

/** From here on members say which protocol they mean (KIP-559). */
const PROTOCOL_VERSION = 5

/**
 * SyncGroup, v0-5. Parked until the leader's assignments are stored; when they cannot be, everybody who
 * waits is told the error and the group rebalances.
 */
export const syncGroupHandler: Handler<SyncGroupRequest, SyncGroupResponse> = {
  api: syncGroupApi,
  versions: [0, 5],

  admit(request, context) {
    const { protocolType, protocolName } = request
    if (context.version >= PROTOCOL_VERSION && (protocolType === null || protocolName === null)) {
      return answer(syncRefusal(ErrorCode.INCONSISTENT_GROUP_PROTOCOL))
    }
    if (!isAllowedOnGroup(context, 'read', request.groupId)) {
      return answer(syncRefusal(ErrorCode.GROUP_AUTHORIZATION_FAILED))
    }
    return { effect: undefined, response: context.services.groups.syncGroup(request) }
  },

  refusal: syncRefusal,
}
