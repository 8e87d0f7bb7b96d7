import type { Completion } from '@samsa/base'
import { ErrorCode, type SyncGroupResponse } from '@samsa/protocol'
import { NO_ASSIGNMENT, type ClassicGroup } from './classic-group.ts'
import type { AfterStore, GroupTurn } from './effects.ts'
import { assign, dropAssignments, rebalance, syncArrived } from './rebalance.ts'
import { answerJoin, joinRefusal, synced, syncRefusal } from './responses.ts'
import { renameStored } from './static-member.ts'
import { memberRefusal } from './validate-member.ts'

/** A member asks for its assignment; the leader brings those of all. */
export interface SyncCommand {
  readonly memberId: string
  readonly groupInstanceId: string | null
  readonly generation: number
  /** Null where the version has none (before v5). */
  readonly protocolType: string | null
  readonly protocol: string | null
  readonly assignments: ReadonlyMap<string, Uint8Array>
  readonly waiter: Completion<SyncGroupResponse>
}

export function syncGroup(group: ClassicGroup, command: SyncCommand, turn: GroupTurn): void {
  const { memberId, waiter } = command
  const refusal = syncRefusalOf(group, command)
  const member = group.members.get(memberId)
  if (refusal !== ErrorCode.NONE || member === undefined) {
    turn.effects.push({ kind: 'answerSync', to: waiter, response: syncRefusal(refusal) })
    return
  }
  if (group.state === 'Stable') {
    syncArrived(group, memberId, turn)
    turn.effects.push({ kind: 'answerSync', to: waiter, response: synced(group, member) })
    return
  }
  if (member.awaitingSync !== undefined) {
    // It asked again on another connection: the first question has nobody to hear the answer.
    const response = syncRefusal(ErrorCode.REBALANCE_IN_PROGRESS)
    turn.effects.push({ kind: 'answerSync', to: member.awaitingSync, response })
  }
  member.awaitingSync = waiter
  syncArrived(group, memberId, turn)
  if (!group.isLeader(memberId)) return
  const assignments = new Map<string, Uint8Array>()
  for (const id of group.members.keys()) {
    assignments.set(id, command.assignments.get(id) ?? NO_ASSIGNMENT)
  }
  turn.effects.push({
    kind: 'store',
    group: group.toStored((one) => assignments.get(one.memberId) ?? NO_ASSIGNMENT),
    after: { kind: 'assigned', generation: group.generation, assignments },
  })
}

/**
 * What was to be stored is committed (`refusal` NONE), or is not. The group may have moved on
 * meanwhile: then nothing is to be done.
 */
export function storeEnded(
  group: ClassicGroup,
  after: AfterStore,
  refusal: number,
  turn: GroupTurn,
): void {
  switch (after.kind) {
    case 'created':
      if (refusal !== ErrorCode.NONE) notCreated(group, refusal, turn)
      return
    case 'emptied':
      // An older generation is in the log then; nobody is left to care, and it ends there as well.
      return
    case 'renamed':
      return renameStored(group, after, refusal, turn)
    case 'assigned': {
      if (group.state !== 'CompletingRebalance' || group.generation !== after.generation) return
      if (refusal === ErrorCode.NONE) return assign(group, after.assignments, turn)
      dropAssignments(group, refusal, turn)
      rebalance(group, `error ${refusal} when the assignments were stored`, turn)
    }
  }
}

/** The group never came to be: whoever has joined it since is told. */
function notCreated(group: ClassicGroup, refusal: number, turn: GroupTurn): void {
  for (const member of group.members.values()) {
    answerJoin(group, member, joinRefusal(refusal, ''), turn)
  }
  group.transitionTo('Dead', turn.nowMs)
}

function syncRefusalOf(group: ClassicGroup, command: SyncCommand): number {
  const { memberId, groupInstanceId, generation, protocolType, protocol } = command
  if (group.state === 'Dead') return ErrorCode.COORDINATOR_NOT_AVAILABLE
  const refusal = memberRefusal(group, memberId, groupInstanceId)
  if (refusal !== ErrorCode.NONE) return refusal
  if (generation !== group.generation) return ErrorCode.ILLEGAL_GENERATION
  if (differs(protocolType, group.protocolType) || differs(protocol, group.protocol)) {
    return ErrorCode.INCONSISTENT_GROUP_PROTOCOL
  }
  if (group.state === 'PreparingRebalance') return ErrorCode.REBALANCE_IN_PROGRESS
  return ErrorCode.NONE
}

function differs(given: string | null, known: string | null): boolean {
  return given !== null && known !== null && given !== known
}
