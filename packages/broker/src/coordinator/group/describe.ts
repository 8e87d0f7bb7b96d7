import {
  describeGroupsResponseGroup,
  describeGroupsResponseGroupMember,
  ErrorCode,
  listGroupsResponseGroup,
  type DescribeGroupsResponseGroup,
  type ListGroupsRequest,
  type ListGroupsResponseGroup,
} from '@samsa/protocol'
import { NO_ASSIGNMENT } from './classic/classic-group.ts'
import type { GroupShard } from './shard/group-shard.ts'

/** From here on a group that does not exist is an error; before, it is one that is dead (KIP-1043). */
const GROUP_ID_NOT_FOUND_SINCE = 6
/** KIP-848's word for the groups that are served here. */
const CLASSIC = 'classic'

/** What is committed says whether there is a group, its members are those of now. */
export function describeGroup(
  shard: GroupShard,
  groupId: string,
  version: number,
  committedEpoch: number,
): DescribeGroupsResponseGroup {
  const stored = shard.groups.getAt(groupId, committedEpoch)
  if (stored === undefined) return unknownGroup(groupId, 'not found', version)
  if (shard.others.getAt(groupId, committedEpoch) !== undefined) {
    return unknownGroup(groupId, 'is not a classic group', version)
  }
  const group = shard.live.get(groupId)?.group
  const protocolType = (group ?? stored).protocolType ?? ''
  if (group === undefined) {
    return describeGroupsResponseGroup({ groupId, groupState: 'Empty', protocolType })
  }
  const protocol = group.state === 'Stable' ? group.protocol : null
  return describeGroupsResponseGroup({
    groupId,
    groupState: group.state,
    protocolType,
    protocolData: protocol ?? '',
    members: [...group.members.values()].map((member) =>
      describeGroupsResponseGroupMember({
        memberId: member.memberId,
        groupInstanceId: member.groupInstanceId,
        clientId: member.clientId,
        clientHost: member.clientHost,
        memberMetadata: member.metadataFor(protocol) ?? NO_ASSIGNMENT,
        memberAssignment: member.assignment,
      }),
    ),
  })
}

export function describeRefusal(groupId: string, errorCode: number): DescribeGroupsResponseGroup {
  return describeGroupsResponseGroup({ groupId, errorCode })
}

/** Groups whose state and type are asked for, whatever the case of the letters. */
export function listGroups(
  shard: GroupShard,
  { statesFilter, typesFilter }: ListGroupsRequest,
  committedEpoch: number,
): ListGroupsResponseGroup[] {
  const types = typesFilter.map((type) => type.toLowerCase())
  if (types.length > 0 && !types.includes(CLASSIC)) return []
  const states = new Set(statesFilter.map((state) => state.trim().toLowerCase()))
  const listed: ListGroupsResponseGroup[] = []
  for (const [groupId, stored] of shard.groups.entriesAt(committedEpoch)) {
    if (shard.others.getAt(groupId, committedEpoch) !== undefined) continue
    const groupState = shard.stateOf(groupId)
    if (states.size > 0 && !states.has(groupState.toLowerCase())) continue
    const { protocolType } = shard.live.get(groupId)?.group ?? stored
    listed.push(
      listGroupsResponseGroup({
        groupId,
        protocolType: protocolType ?? '',
        groupState,
        groupType: CLASSIC,
      }),
    )
  }
  return listed
}

function unknownGroup(groupId: string, why: string, version: number): DescribeGroupsResponseGroup {
  const group = describeGroupsResponseGroup({ groupId, groupState: 'Dead' })
  if (version >= GROUP_ID_NOT_FOUND_SINCE) {
    group.errorCode = ErrorCode.GROUP_ID_NOT_FOUND
    group.errorMessage = `Group ${groupId} ${why}.`
  }
  return group
}
