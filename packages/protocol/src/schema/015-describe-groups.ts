import { defineApi, array, bool, bytes, int16, int32, string, structs } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

/** Shows classic groups with their members. */
export const describeGroups: ApiSchema = defineApi({
  key: 15,
  name: 'DescribeGroups',
  versions: '0-6',
  flexible: '5+',
  listeners: ['broker'],
  request: {
    groups: array('string', { about: 'Ids of the groups.' }),
    includeAuthorizedOperations: bool({
      about: 'Whether to tell what the principal may do with each group.',
      since: 3,
    }),
  },
  response: {
    throttleTimeMs: int32({
      about: 'How long the client should pause before it sends more, in ms: it went over a quota.',
      since: 1,
      ignorable: true,
    }),
    groups: structs(
      { about: 'The groups, in the order asked for.' },
      {
        errorCode: int16({
          about: 'GROUP_ID_NOT_FOUND in newer versions; before, an unknown group is shown as Dead.',
        }),
        errorMessage: string({
          about: 'What went wrong, in words; null when nothing did or there is no more to say.',
          since: 6,
          nullable: '6+',
          default: null,
        }),
        groupId: string({ about: 'Id of the group.' }),
        groupState: string({
          about: 'Empty, PreparingRebalance, CompletingRebalance, Stable or Dead.',
        }),
        protocolType: string({
          about: 'What the members do; empty in a group that never had any.',
        }),
        protocolData: string({
          about: 'Assignor of the current generation; empty when there is none.',
        }),
        members: structs(
          { about: 'Its members.' },
          {
            memberId: string({ about: 'Id of the member.' }),
            groupInstanceId: string({
              about:
                'Id of a static member, which keeps its place over a restart (KIP-345); null for others.',
              since: 4,
              nullable: '4+',
              default: null,
              ignorable: true,
            }),
            clientId: string({ about: 'Name the client gave itself.' }),
            clientHost: string({ about: 'Address the client connects from.' }),
            memberMetadata: bytes({ about: 'What the member told the assignor.' }),
            memberAssignment: bytes({ about: 'What it was assigned.' }),
          },
        ),
        authorizedOperations: int32({
          about:
            'Allowed operations as bits by ACL operation code; the lowest int32 when not asked for.',
          since: 3,
          default: -2147483648,
        }),
      },
    ),
  },
})
