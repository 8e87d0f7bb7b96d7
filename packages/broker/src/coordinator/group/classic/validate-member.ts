import { ErrorCode } from '@samsa/protocol'
import type { ClassicGroup } from './classic-group.ts'

/**
 * NONE for a member of the group under its own name; FENCED_INSTANCE_ID when its instance goes on under
 * another member id (KIP-345).
 */
export function memberRefusal(
  group: ClassicGroup,
  memberId: string,
  groupInstanceId: string | null,
): number {
  if (groupInstanceId !== null) {
    const current = group.staticMembers.get(groupInstanceId)
    if (current === undefined) return ErrorCode.UNKNOWN_MEMBER_ID
    if (current !== memberId) return ErrorCode.FENCED_INSTANCE_ID
  }
  return group.members.has(memberId) ? ErrorCode.NONE : ErrorCode.UNKNOWN_MEMBER_ID
}
