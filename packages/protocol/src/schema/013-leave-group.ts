import { defineApi, int16, int32, string, structs } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

/** Takes members out of a classic group at once instead of after their session timeout. */
export const leaveGroup: ApiSchema = defineApi({
  key: 13,
  name: 'LeaveGroup',
  versions: '0-5',
  flexible: '4+',
  listeners: ['broker'],
  request: {
    groupId: string({ about: 'Id of the group.' }),
    memberId: string({ about: 'Member that leaves; later versions take several.', until: 2 }),
    members: structs(
      {
        about: 'Members that leave; an administrator names static members by instance id alone.',
        since: 3,
      },
      {
        memberId: string({
          about: 'Member that leaves; empty where only the instance id is known.',
        }),
        groupInstanceId: string({
          about:
            'Id of a static member, which keeps its place over a restart (KIP-345); null for others.',
          nullable: '3+',
          default: null,
        }),
        reason: string({
          about: "Why it leaves, for the broker's log (KIP-800).",
          since: 5,
          nullable: '5+',
          default: null,
          ignorable: true,
        }),
      },
    ),
  },
  response: {
    throttleTimeMs: int32({
      about: 'How long the client should pause before it sends more, in ms: it went over a quota.',
      since: 1,
      ignorable: true,
    }),
    errorCode: int16({ about: 'Outcome for the group as a whole.' }),
    members: structs(
      { about: 'Outcome by member.', since: 3 },
      {
        memberId: string({ about: 'Id of the member.' }),
        groupInstanceId: string({
          about:
            'Id of a static member, which keeps its place over a restart (KIP-345); null for others.',
          nullable: '3+',
        }),
        errorCode: int16({
          about: 'UNKNOWN_MEMBER_ID or FENCED_INSTANCE_ID when the group has no such member.',
        }),
      },
    ),
  },
})
