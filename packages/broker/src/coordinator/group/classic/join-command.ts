import type { Completion } from '@samsa/base'
import { ErrorCode, type JoinGroupResponse } from '@samsa/protocol'
import type { ClassicGroup } from './classic-group.ts'
import type { GroupTurn } from './effects.ts'
import type { Member, MemberIdentity, MemberTerms } from './member.ts'
import { joinRefusal } from './responses.ts'

/** A member, or one to be, asks to be part of the group. */
export interface JoinCommand extends MemberIdentity, MemberTerms {
  /** '' for a member that has none; `newMemberId` is its own then. */
  readonly memberId: string
  readonly newMemberId: string
  readonly protocolType: string
  /** KIP-394 (v4): an id is handed out first, and the member comes back with it. */
  readonly requiresMemberId: boolean
  /** KIP-814 (v9) */
  readonly canSkipAssignment: boolean
  /** What the client says (KIP-800); null when nothing. */
  readonly reason: string | null
  readonly waiter: Completion<JoinGroupResponse>
}

/** The member's terms are these from now on, and this JoinGroup is the one that waits. */
export function takeOver(
  group: ClassicGroup,
  member: Member,
  command: JoinCommand,
  turn: GroupTurn,
): void {
  if (member.awaitingJoin !== undefined) {
    // It asked again on another connection: the first question has nobody to hear the answer.
    const response = joinRefusal(ErrorCode.REBALANCE_IN_PROGRESS, member.memberId)
    turn.effects.push({ kind: 'answerJoin', to: member.awaitingJoin, response })
  }
  group.update(member, command)
  group.setAwaitingJoin(member, command.waiter)
}

export function because({ reason }: JoinCommand): string {
  return reason === null || reason === '' ? '' : ` (${reason})`
}
