import { ErrorCode } from '@samsa/protocol'
import type { ClassicGroup } from './classic-group.ts'
import type { AfterStore, GroupTurn } from './effects.ts'
import { because, takeOver, type JoinCommand } from './join-command.ts'
import type { Member } from './member.ts'
import { completeJoinIfReady, extendSession, prepareRebalance, rebalance } from './rebalance.ts'
import { answerJoin, answerSync, joined, joinRefusal, syncRefusal } from './responses.ts'

type Renamed = AfterStore & { readonly kind: 'renamed' }

/**
 * A static member has begun anew and does not know its id any more: it goes on under a new one, with
 * its assignment, and the old id is fenced. While the group is stable that needs no rebalance, unless
 * the choice of the protocol changes with it.
 */
export function replaceStaticMember(
  group: ClassicGroup,
  old: Member,
  command: JoinCommand,
  turn: GroupTurn,
): void {
  const { rebalanceTimeoutMs, sessionTimeoutMs, protocols } = old
  const oldTerms = { rebalanceTimeoutMs, sessionTimeoutMs, protocols }
  const oldLeaderId = group.leaderId
  const member = rename(group, old, command.newMemberId, turn)
  takeOver(group, member, command, turn)
  extendSession(member, turn)
  const reason = `instance ${member.groupInstanceId} goes on as ${member.memberId}`
  if (group.state === 'CompletingRebalance') {
    // The leader may know the old id only: its assignment would miss the new one.
    prepareRebalance(group, `${reason}${because(command)}`, turn)
  } else if (group.state !== 'Stable') completeJoinIfReady(group, turn)
  else if (group.selectProtocol() !== group.protocol) {
    rebalance(group, `${reason}, with another protocol${because(command)}`, turn)
  } else {
    turn.effects.push({
      kind: 'store',
      group: group.toStored(({ assignment }) => assignment),
      after: {
        kind: 'renamed',
        memberId: member.memberId,
        oldMemberId: old.memberId,
        oldTerms,
        oldLeaderId,
        canSkipAssignment: command.canSkipAssignment,
      },
    })
  }
}

/** The new id is stored, or the old one is back. */
export function renameStored(
  group: ClassicGroup,
  after: Renamed,
  refusal: number,
  turn: GroupTurn,
): void {
  const member = group.members.get(after.memberId)
  if (member === undefined) return
  if (refusal !== ErrorCode.NONE) {
    undo(group, member, after, refusal, turn)
    return
  }
  const response = joined(group, after.memberId)
  if (after.canSkipAssignment) {
    response.skipAssignment = group.isLeader(after.memberId)
  } else {
    // A leader that cannot be told to skip the assignment must not take itself for one.
    response.leader = after.oldLeaderId ?? ''
    response.members = []
  }
  answerJoin(group, member, response, turn)
}

function undo(
  group: ClassicGroup,
  member: Member,
  { oldMemberId, oldTerms, oldLeaderId }: Renamed,
  refusal: number,
  turn: GroupTurn,
): void {
  const response = joined(group, '')
  response.errorCode = refusal
  response.leader = oldLeaderId ?? ''
  answerJoin(group, member, response, turn)
  group.update(member, oldTerms)
  extendSession(rename(group, member, oldMemberId, turn), turn)
}

/** Whoever waits under the old id is fenced. */
function rename(group: ClassicGroup, old: Member, memberId: string, turn: GroupTurn): Member {
  const fenced = ErrorCode.FENCED_INSTANCE_ID
  answerJoin(group, old, joinRefusal(fenced, old.memberId), turn)
  answerSync(old, syncRefusal(fenced), turn)
  turn.effects.push({ kind: 'endSession', memberId: old.memberId })
  return group.renameStatic(old, memberId)
}
