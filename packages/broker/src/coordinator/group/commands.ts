import type { Completion, Random } from '@samsa/base'
import type {
  JoinGroupRequest,
  JoinGroupResponse,
  SyncGroupRequest,
  SyncGroupResponse,
} from '@samsa/protocol'
import type { JoinCommand } from './classic/join-command.ts'
import type { MemberProtocol } from './classic/member.ts'
import type { SyncCommand } from './classic/sync.ts'
import { clientHostOf } from './client-host.ts'
import type { GroupClient } from './group-coordinator.ts'

/** KIP-394 */
const MEMBER_ID_REQUIRED_SINCE = 4
/** KIP-814 */
const SKIP_ASSIGNMENT_SINCE = 9

export function joinCommand(
  request: JoinGroupRequest,
  { version, clientId, host }: GroupClient,
  random: Random,
  waiter: Completion<JoinGroupResponse>,
): JoinCommand {
  const { groupInstanceId, sessionTimeoutMs } = request
  return {
    memberId: request.memberId,
    newMemberId: request.memberId === '' ? newMemberId(groupInstanceId ?? clientId, random) : '',
    groupInstanceId,
    clientId: clientId ?? '',
    clientHost: clientHostOf(host),
    // Version 0 has one timeout for both (KIP-62).
    rebalanceTimeoutMs: version === 0 ? sessionTimeoutMs : request.rebalanceTimeoutMs,
    sessionTimeoutMs,
    protocolType: request.protocolType,
    protocols: eachOnce(request.protocols),
    requiresMemberId: version >= MEMBER_ID_REQUIRED_SINCE,
    canSkipAssignment: version >= SKIP_ASSIGNMENT_SINCE,
    reason: request.reason,
    waiter,
  }
}

export function syncCommand(
  request: SyncGroupRequest,
  waiter: Completion<SyncGroupResponse>,
): SyncCommand {
  return {
    memberId: request.memberId,
    groupInstanceId: request.groupInstanceId,
    generation: request.generationId,
    protocolType: request.protocolType,
    protocol: request.protocolName,
    assignments: new Map(
      request.assignments.map(({ memberId, assignment }) => [memberId, assignment]),
    ),
    waiter,
  }
}

/** The instance's or client's name, and a random UUID as Java writes it. */
function newMemberId(name: string | null, random: Random): string {
  const bytes = random.bytes(16)
  bytes[6] = ((bytes[6] as number) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80
  const hex = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('hex')
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ]
  return `${name ?? ''}-${parts.join('-')}`
}

/** A protocol that is named twice would count for two members. */
function eachOnce(protocols: JoinGroupRequest['protocols']): MemberProtocol[] {
  const names = new Set<string>()
  const once: MemberProtocol[] = []
  for (const { name, metadata } of protocols) {
    if (names.has(name)) continue
    names.add(name)
    once.push({ name, metadata })
  }
  return once
}
