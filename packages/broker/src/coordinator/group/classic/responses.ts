import {
  joinGroupResponse,
  joinGroupResponseMember,
  syncGroupResponse,
  type JoinGroupResponse,
  type SyncGroupResponse,
} from '@samsa/protocol'
import type { ClassicGroup } from './classic-group.ts'
import { NO_ASSIGNMENT } from './classic-group.ts'
import type { Member } from './member.ts'
import type { GroupTurn } from './effects.ts'

export function joinRefusal(errorCode: number, memberId: string): JoinGroupResponse {
  return joinGroupResponse({ errorCode, memberId, protocolName: null })
}

/** The generation as a member is to know it; the leader sees what all members came with. */
export function joined(group: ClassicGroup, memberId: string): JoinGroupResponse {
  const response = joinGroupResponse({
    generationId: group.generation,
    protocolType: group.protocolType,
    protocolName: group.protocol,
    leader: group.leaderId ?? '',
    memberId,
  })
  if (group.isLeader(memberId)) {
    response.members = [...group.members.values()].map((member) =>
      joinGroupResponseMember({
        memberId: member.memberId,
        groupInstanceId: member.groupInstanceId,
        metadata: member.metadataFor(group.protocol) ?? NO_ASSIGNMENT,
      }),
    )
  }
  return response
}

export function syncRefusal(errorCode: number): SyncGroupResponse {
  return syncGroupResponse({ errorCode })
}

export function synced(group: ClassicGroup, member: Member): SyncGroupResponse {
  return syncGroupResponse({
    protocolType: group.protocolType,
    protocolName: group.protocol,
    assignment: member.assignment,
  })
}

/** Answers the member's JoinGroup, if one waits. */
export function answerJoin(
  group: ClassicGroup,
  member: Member,
  response: JoinGroupResponse,
  turn: GroupTurn,
): void {
  const { awaitingJoin } = member
  if (awaitingJoin === undefined) return
  group.setAwaitingJoin(member, undefined)
  turn.effects.push({ kind: 'answerJoin', to: awaitingJoin, response })
}

/** Answers the member's SyncGroup; false if none waits. */
export function answerSync(member: Member, response: SyncGroupResponse, turn: GroupTurn): boolean {
  const { awaitingSync } = member
  if (awaitingSync === undefined) return false
  member.awaitingSync = undefined
  turn.effects.push({ kind: 'answerSync', to: awaitingSync, response })
  return true
}
