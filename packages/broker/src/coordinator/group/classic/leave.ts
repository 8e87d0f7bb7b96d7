import { ErrorCode, leaveGroupResponseMember, type LeaveGroupResponseMember } from '@samsa/protocol'
import type { ClassicGroup } from './classic-group.ts'
import type { GroupTurn } from './effects.ts'
import { completeJoinIfReady, rebalance, removeMember } from './rebalance.ts'
import { memberRefusal } from './validate-member.ts'

export interface LeavingMember {
  /** '' for a static member that an administrator names by its instance. */
  readonly memberId: string
  readonly groupInstanceId: string | null
}

/** Members leave, each for itself; one rebalance for all of them. */
export function leaveGroup(
  group: ClassicGroup,
  leaving: readonly LeavingMember[],
  turn: GroupTurn,
): LeaveGroupResponseMember[] {
  const left: string[] = []
  const results = leaving.map(({ memberId, groupInstanceId }) => {
    const errorCode = leave(group, memberId, groupInstanceId, turn)
    if (errorCode === ErrorCode.NONE) left.push(memberId === '' ? `${groupInstanceId}` : memberId)
    return leaveGroupResponseMember({ memberId, groupInstanceId, errorCode })
  })
  if (left.length === 0) return results
  if (group.state === 'Stable' || group.state === 'CompletingRebalance') {
    rebalance(group, `members leave: ${left.join(', ')}`, turn)
  } else completeJoinIfReady(group, turn)
  return results
}

/** A group that has nobody of that name. */
export function leaveNobody(leaving: readonly LeavingMember[]): LeaveGroupResponseMember[] {
  return leaving.map(({ memberId, groupInstanceId }) =>
    leaveGroupResponseMember({
      memberId,
      groupInstanceId,
      errorCode: ErrorCode.UNKNOWN_MEMBER_ID,
    }),
  )
}

function leave(
  group: ClassicGroup,
  memberId: string,
  groupInstanceId: string | null,
  turn: GroupTurn,
): number {
  if (group.pendingJoin.has(memberId)) {
    group.remove(memberId)
    turn.effects.push({ kind: 'endSession', memberId })
    return ErrorCode.NONE
  }
  const isByInstance = memberId === '' && groupInstanceId !== null
  const id = isByInstance ? group.staticMembers.get(groupInstanceId) : memberId
  if (id === undefined) return ErrorCode.UNKNOWN_MEMBER_ID
  const refusal = memberRefusal(group, id, groupInstanceId)
  const member = group.members.get(id)
  if (refusal !== ErrorCode.NONE || member === undefined) return refusal
  removeMember(group, member, turn)
  return ErrorCode.NONE
}
