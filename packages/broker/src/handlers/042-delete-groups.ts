import {
  deleteGroupsApi,
  deleteGroupsResponse,
  deleteGroupsResponseResult,
  ErrorCode,
  type DeleteGroupsRequest,
  type DeleteGroupsResponse,
} from '@samsa/protocol'
import { isAllowedOnGroup } from '../coordinator/group/group-access.ts'
import { mapLater } from '../coordinator/group/later.ts'
import type { Handler } from '../dispatch/handler.ts'

/**
 * DeleteGroups, v0-2: each group for itself, with all of its offsets; NON_EMPTY_GROUP while it has
 * members, GROUP_ID_NOT_FOUND where there is none. Answered when the deletion is committed.
 */
export const deleteGroupsHandler: Handler<DeleteGroupsRequest, DeleteGroupsResponse> = {
  api: deleteGroupsApi,
  versions: [0, 2],

  admit(request, context) {
    const allowed: string[] = []
    const refused: string[] = []
    for (const groupId of new Set(request.groupsNames)) {
      if (isAllowedOnGroup(context, 'delete', groupId)) allowed.push(groupId)
      else refused.push(groupId)
    }
    const refusals = refused.map((groupId) =>
      deleteGroupsResponseResult({ groupId, errorCode: ErrorCode.GROUP_AUTHORIZATION_FAILED }),
    )
    const deleted = context.services.groups.deleteGroups(allowed)
    const response = mapLater(deleted, (results) =>
      deleteGroupsResponse({ results: [...results, ...refusals] }),
    )
    return { effect: undefined, response }
  },
}
