import { ErrorCode } from '@samsa/protocol'
import type { ClassicGroup } from './classic-group.ts'
import { memberRefusal } from './validate-member.ts'

/**
 * What a member's heartbeat is told. After NONE and REBALANCE_IN_PROGRESS its session goes on: the
 * caller sees to it, so that a heartbeat makes no effect of its own.
 */
export function heartbeat(
  group: ClassicGroup,
  memberId: string,
  groupInstanceId: string | null,
  generation: number,
): number {
  if (group.state === 'Dead') return ErrorCode.COORDINATOR_NOT_AVAILABLE
  const refusal = memberRefusal(group, memberId, groupInstanceId)
  if (refusal !== ErrorCode.NONE) return refusal
  if (generation !== group.generation) return ErrorCode.ILLEGAL_GENERATION
  return group.state === 'PreparingRebalance' ? ErrorCode.REBALANCE_IN_PROGRESS : ErrorCode.NONE
}

/**
 * Whether a member, or somebody who only keeps offsets in the group, may commit offsets now. A consumer
 * that manages its own partitions (generation −1) may while the group has no members.
 */
export function commitRefusal(
  group: ClassicGroup,
  memberId: string,
  groupInstanceId: string | null,
  generation: number,
): number {
  if (group.state === 'Dead') return ErrorCode.COORDINATOR_NOT_AVAILABLE
  if (generation < 0 && group.state === 'Empty') return ErrorCode.NONE
  if (generation < 0 && memberId === '' && groupInstanceId === null) {
    return ErrorCode.UNKNOWN_MEMBER_ID
  }
  const refusal = memberRefusal(group, memberId, groupInstanceId)
  if (refusal !== ErrorCode.NONE) return refusal
  if (generation !== group.generation) return ErrorCode.ILLEGAL_GENERATION
  return group.state === 'CompletingRebalance' ? ErrorCode.REBALANCE_IN_PROGRESS : ErrorCode.NONE
}
