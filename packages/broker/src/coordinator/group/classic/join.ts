import { ErrorCode } from '@samsa/protocol'
import type { ClassicGroup } from './classic-group.ts'
import type { GroupTurn } from './effects.ts'
import { because, takeOver, type JoinCommand } from './join-command.ts'
import { Member } from './member.ts'
import { completeJoinIfReady, rebalance, removeMember } from './rebalance.ts'
import { joined, joinRefusal } from './responses.ts'
import { replaceStaticMember } from './static-member.ts'
import { memberRefusal } from './validate-member.ts'

/** How long a new member's JoinGroup waits: it cannot send heartbeats yet, and may be gone. */
export const NEW_MEMBER_SESSION_MS = 300_000

export function joinGroup(group: ClassicGroup, command: JoinCommand, turn: GroupTurn): void {
  if (!hasRoom(group, command.memberId, turn)) {
    refuse(command, ErrorCode.GROUP_MAX_SIZE_REACHED, '', turn)
    turnAway(group, command.memberId, turn)
  } else if (group.state === 'Dead') {
    refuse(command, ErrorCode.COORDINATOR_NOT_AVAILABLE, command.memberId, turn)
  } else if (!group.accepts(command.protocolType, command.protocols)) {
    refuse(command, ErrorCode.INCONSISTENT_GROUP_PROTOCOL, command.memberId, turn)
  } else if (command.memberId === '') joinWithoutId(group, command, turn)
  else joinWithId(group, command, turn)
}

/** Members that are there already do not count as coming. */
function hasRoom(group: ClassicGroup, memberId: string, turn: GroupTurn): boolean {
  const { groupSizeMax } = turn.settings
  switch (group.state) {
    case 'Empty':
    case 'Dead':
      return true
    case 'PreparingRebalance':
      // Those who wait count, not all members: if the limit has come down, the last to rejoin are out.
      return (
        group.members.get(memberId)?.awaitingJoin !== undefined ||
        group.awaitingJoinCount < groupSizeMax
      )
    case 'CompletingRebalance':
    case 'Stable':
      return group.members.has(memberId) || group.members.size < groupSizeMax
  }
}

/** The last to rejoin a group that is full is no member any more. */
function turnAway(group: ClassicGroup, memberId: string, turn: GroupTurn): void {
  const member = group.members.get(memberId)
  if (member !== undefined) removeMember(group, member, turn)
  else if (group.pendingJoin.has(memberId)) {
    group.remove(memberId)
    turn.effects.push({ kind: 'endSession', memberId })
  } else return
  completeJoinIfReady(group, turn)
}

function joinWithoutId(group: ClassicGroup, command: JoinCommand, turn: GroupTurn): void {
  const { groupInstanceId, newMemberId, requiresMemberId } = command
  if (groupInstanceId !== null) {
    const oldMemberId = group.staticMembers.get(groupInstanceId)
    const old = oldMemberId === undefined ? undefined : group.members.get(oldMemberId)
    if (old === undefined) addMember(group, command, newMemberId, turn)
    else replaceStaticMember(group, old, command, turn)
  } else if (requiresMemberId) {
    group.pendingJoin.add(newMemberId)
    turn.effects.push({
      kind: 'session',
      memberId: newMemberId,
      timeoutMs: command.sessionTimeoutMs,
    })
    refuse(command, ErrorCode.MEMBER_ID_REQUIRED, newMemberId, turn)
  } else addMember(group, command, newMemberId, turn)
}

function joinWithId(group: ClassicGroup, command: JoinCommand, turn: GroupTurn): void {
  const { memberId, groupInstanceId } = command
  if (group.pendingJoin.has(memberId) && groupInstanceId === null) {
    addMember(group, command, memberId, turn)
    return
  }
  const refusal = memberRefusal(group, memberId, groupInstanceId)
  const member = group.members.get(memberId)
  if (refusal !== ErrorCode.NONE || member === undefined) {
    refuse(command, refusal, memberId, turn)
    return
  }
  switch (group.state) {
    case 'PreparingRebalance':
      return rejoin(group, member, command, 'rejoins', turn)
    case 'CompletingRebalance':
      // The answer to its first JoinGroup may have been lost.
      if (member.speaks(command.protocols)) return tell(group, command, turn)
      return rejoin(group, member, command, 'has changed what it joins with', turn)
    case 'Stable':
      // A leader asks for a new assignment this way, whatever it comes with.
      if (group.isLeader(memberId)) return rejoin(group, member, command, 'leads and rejoins', turn)
      if (member.speaks(command.protocols)) return tell(group, command, turn)
      return rejoin(group, member, command, 'has changed what it joins with', turn)
    case 'Empty':
    case 'Dead':
      return refuse(command, ErrorCode.UNKNOWN_MEMBER_ID, memberId, turn)
  }
}

function addMember(
  group: ClassicGroup,
  command: JoinCommand,
  memberId: string,
  turn: GroupTurn,
): void {
  if (group.state === 'PreparingRebalance' && group.previousState === 'Empty') {
    group.hasNewMember = true
  }
  const { groupInstanceId, clientId, clientHost } = command
  const member = new Member(
    { memberId, groupInstanceId, clientId, clientHost },
    command,
    new Uint8Array(0),
  )
  member.isNew = true
  member.awaitingJoin = command.waiter
  group.add(member, command.protocolType)
  turn.effects.push({ kind: 'session', memberId, timeoutMs: NEW_MEMBER_SESSION_MS })
  rebalance(group, `member ${memberId} joins${because(command)}`, turn)
}

function rejoin(
  group: ClassicGroup,
  member: Member,
  command: JoinCommand,
  what: string,
  turn: GroupTurn,
): void {
  takeOver(group, member, command, turn)
  rebalance(group, `member ${member.memberId} ${what}${because(command)}`, turn)
}

function tell(group: ClassicGroup, command: JoinCommand, turn: GroupTurn): void {
  const response = joined(group, command.memberId)
  turn.effects.push({ kind: 'answerJoin', to: command.waiter, response })
}

function refuse(command: JoinCommand, errorCode: number, memberId: string, turn: GroupTurn): void {
  const response = joinRefusal(errorCode, memberId)
  turn.effects.push({ kind: 'answerJoin', to: command.waiter, response })
}
