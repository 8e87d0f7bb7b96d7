import { ErrorCode } from '@samsa/protocol'
import type { ClassicGroup } from './classic-group.ts'
import type { GroupTurn } from './effects.ts'
import { answerJoin, answerSync, joinRefusal, syncRefusal } from './responses.ts'

/** The group is another node's from now on: whoever waits looks for its coordinator anew. */
export function unloadGroup(group: ClassicGroup, turn: GroupTurn): void {
  for (const member of group.members.values()) {
    answerJoin(group, member, joinRefusal(ErrorCode.NOT_COORDINATOR, member.memberId), turn)
    answerSync(member, syncRefusal(ErrorCode.NOT_COORDINATOR), turn)
  }
  if (group.state !== 'Dead') group.transitionTo('Dead', turn.nowMs)
}
