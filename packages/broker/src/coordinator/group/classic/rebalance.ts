import { ErrorCode } from '@samsa/protocol'
import { NO_ASSIGNMENT, type ClassicGroup } from './classic-group.ts'
import { note, type GroupTurn, type InitialDelay } from './effects.ts'
import { canPrepareRebalance } from './group-state.ts'
import type { Member } from './member.ts'
import { answerJoin, answerSync, joined, joinRefusal, synced, syncRefusal } from './responses.ts'

/** A rebalance where the group's state allows to begin one; else the one under way may be over now. */
export function rebalance(group: ClassicGroup, reason: string, turn: GroupTurn): void {
  if (canPrepareRebalance(group.state)) prepareRebalance(group, reason, turn)
  else completeJoinIfReady(group, turn)
}

/**
 * Members are to rejoin. Those that wait for an assignment are told so; the others learn it from their
 * next heartbeat. A group that was empty waits a while for more members to come.
 */
export function prepareRebalance(group: ClassicGroup, reason: string, turn: GroupTurn): void {
  if (group.state === 'CompletingRebalance') {
    dropAssignments(group, ErrorCode.REBALANCE_IN_PROGRESS, turn)
  }
  endSync(group, turn)
  const isInitial = group.state === 'Empty'
  if (isInitial) {
    const delayMs = turn.settings.initialRebalanceDelayMs
    const remainingMs = Math.max(group.rebalanceTimeoutMs - delayMs, 0)
    turn.effects.push({ kind: 'joinTimer', delayMs, initial: { delayMs, remainingMs } })
  }
  group.transitionTo('PreparingRebalance', turn.nowMs)
  note(turn, `generation ${group.generation} ends: ${reason}`)
  if (isInitial) return
  if (group.hasAllJoined) completeJoin(group, turn)
  else turn.effects.push({ kind: 'joinTimer', delayMs: group.rebalanceTimeoutMs, initial: null })
}

/** Ends the wait for members if none is missing. A first rebalance ends by its timer alone. */
export function completeJoinIfReady(group: ClassicGroup, turn: GroupTurn): void {
  if (group.state !== 'PreparingRebalance' || group.previousState === 'Empty') return
  if (group.hasAllJoined) completeJoin(group, turn)
}

/** Time is up for those who have not (re)joined, unless a first rebalance is prolonged. */
export function joinTimerEnded(
  group: ClassicGroup,
  initial: InitialDelay | null,
  turn: GroupTurn,
): void {
  if (group.state !== 'PreparingRebalance') return
  if (initial === null || !group.hasNewMember || initial.remainingMs === 0) {
    return completeJoin(group, turn)
  }
  group.hasNewMember = false
  const delayMs = Math.min(turn.settings.initialRebalanceDelayMs, initial.remainingMs)
  const remainingMs = Math.max(initial.remainingMs - initial.delayMs, 0)
  turn.effects.push({ kind: 'joinTimer', delayMs, initial: { delayMs, remainingMs } })
}

/**
 * The next generation, of those who are there. Dynamic members that have not rejoined are out; static
 * ones stay until their session ends.
 */
export function completeJoin(group: ClassicGroup, turn: GroupTurn): void {
  turn.effects.push({ kind: 'endJoinTimer' })
  for (const member of [...group.members.values()]) {
    if (member.awaitingJoin !== undefined || member.isStatic) continue
    group.remove(member.memberId)
    turn.effects.push({ kind: 'endSession', memberId: member.memberId })
    note(turn, `member ${member.memberId} has not rejoined`)
  }
  if (!group.electJoinedLeader() && group.members.size > 0) {
    // Static members that are all away: until their sessions end there is nobody to lead.
    turn.effects.push({ kind: 'joinTimer', delayMs: group.rebalanceTimeoutMs, initial: null })
    return
  }
  group.beginGeneration(turn.nowMs)
  if (group.state === 'Empty') {
    const stored = group.toStored(() => NO_ASSIGNMENT)
    turn.effects.push({ kind: 'store', group: stored, after: { kind: 'emptied' } })
    return
  }
  note(turn, `generation ${group.generation} begins with ${group.members.size} members`)
  for (const member of group.members.values()) {
    answerJoin(group, member, joined(group, member.memberId), turn)
    extendSession(member, turn)
    member.isNew = false
    group.pendingSync.add(member.memberId)
  }
  turn.effects.push({
    kind: 'syncTimer',
    timeoutMs: group.rebalanceTimeoutMs,
    generation: group.generation,
  })
}

/** Members that have not asked for their assignment in time are out. */
export function syncTimerEnded(group: ClassicGroup, generation: number, turn: GroupTurn): void {
  if (generation !== group.generation || group.pendingSync.size === 0) return
  if (group.state !== 'CompletingRebalance' && group.state !== 'Stable') return
  const missing = [...group.pendingSync]
  for (const memberId of missing) {
    group.remove(memberId)
    turn.effects.push({ kind: 'endSession', memberId })
  }
  prepareRebalance(group, `no SyncGroup came in time from ${missing.join(', ')}`, turn)
}

/** Nothing was heard of a member, or of the bearer of an id that was handed out. */
export function sessionEnded(group: ClassicGroup, memberId: string, turn: GroupTurn): void {
  if (group.pendingJoin.has(memberId)) {
    group.remove(memberId)
    note(turn, `the id ${memberId} was never used`)
    completeIfLastMissing(group, turn)
    return
  }
  const member = group.members.get(memberId)
  if (member === undefined || member.hasSatisfiedHeartbeat) return
  removeMember(group, member, turn)
  if (group.state === 'Stable' || group.state === 'CompletingRebalance') {
    rebalance(group, `the session of member ${memberId} ended`, turn)
  } else completeIfLastMissing(group, turn)
}

/** A member is out; its JoinGroup, if one waits, is told to begin anew. */
export function removeMember(group: ClassicGroup, member: Member, turn: GroupTurn): void {
  answerJoin(group, member, joinRefusal(ErrorCode.UNKNOWN_MEMBER_ID, ''), turn)
  answerSync(member, syncRefusal(ErrorCode.UNKNOWN_MEMBER_ID), turn)
  group.remove(member.memberId)
  turn.effects.push({ kind: 'endSession', memberId: member.memberId })
}

/** Every member has its assignment; those that wait for it are answered. */
export function assign(
  group: ClassicGroup,
  assignments: ReadonlyMap<string, Uint8Array>,
  turn: GroupTurn,
): void {
  for (const member of group.members.values()) {
    member.assignment = assignments.get(member.memberId) ?? NO_ASSIGNMENT
    if (answerSync(member, synced(group, member), turn)) extendSession(member, turn)
  }
  group.transitionTo('Stable', turn.nowMs)
}

/** Nobody gets an assignment in this generation; those that wait for one are told the error. */
export function dropAssignments(group: ClassicGroup, errorCode: number, turn: GroupTurn): void {
  for (const member of group.members.values()) {
    member.assignment = NO_ASSIGNMENT
    if (answerSync(member, syncRefusal(errorCode), turn)) extendSession(member, turn)
  }
}

export function extendSession(member: Member, turn: GroupTurn): void {
  const { memberId, sessionTimeoutMs } = member
  turn.effects.push({ kind: 'session', memberId, timeoutMs: sessionTimeoutMs })
}

/** The member's SyncGroup came; the last one ends the wait for them. */
export function syncArrived(group: ClassicGroup, memberId: string, turn: GroupTurn): void {
  group.pendingSync.delete(memberId)
  if (group.pendingSync.size === 0) turn.effects.push({ kind: 'endSyncTimer' })
}

function endSync(group: ClassicGroup, turn: GroupTurn): void {
  group.pendingSync.clear()
  turn.effects.push({ kind: 'endSyncTimer' })
}

function completeIfLastMissing(group: ClassicGroup, turn: GroupTurn): void {
  if (group.state === 'PreparingRebalance' && group.hasAllJoined) completeJoin(group, turn)
}
