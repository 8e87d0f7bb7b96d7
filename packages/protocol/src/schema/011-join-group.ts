import { defineApi, bool, bytes, int16, int32, string, structs } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

/**
 * Takes a member into a classic group, or back into it, and waits until the group's next
 * generation begins.
 */
export const joinGroup: ApiSchema = defineApi({
  key: 11,
  name: 'JoinGroup',
  versions: '0-9',
  flexible: '6+',
  listeners: ['broker'],
  request: {
    groupId: string({ about: 'Id of the group.' }),
    sessionTimeoutMs: int32({
      about: 'Silence after which the coordinator takes the member for dead.',
    }),
    rebalanceTimeoutMs: int32({
      about: 'How long the group waits for this member to join again in a rebalance.',
      since: 1,
      default: -1,
      ignorable: true,
    }),
    memberId: string({ about: 'Empty at first; the coordinator hands out an id.' }),
    groupInstanceId: string({
      about:
        'Id of a static member, which keeps its place over a restart (KIP-345); null for others.',
      since: 5,
      nullable: '5+',
      default: null,
    }),
    protocolType: string({
      about: 'What the members do: "consumer", "connect" and so on. All members say the same.',
    }),
    protocols: structs(
      { about: 'Assignors the member can use, the dearest first.' },
      {
        name: string({ about: 'Name of the assignor.' }),
        metadata: bytes({
          about: 'What the assignor needs of this member: for consumers a subscription.',
        }),
      },
    ),
    reason: string({
      about: "Why the member joins, for the broker's log (KIP-800).",
      since: 8,
      nullable: '8+',
      default: null,
      ignorable: true,
    }),
  },
  response: {
    throttleTimeMs: int32({
      about: 'How long the client should pause before it sends more, in ms: it went over a quota.',
      since: 2,
      ignorable: true,
    }),
    errorCode: int16({ about: 'MEMBER_ID_REQUIRED hands out the id to join again with.' }),
    generationId: int32({ about: 'Generation that begins; -1 on an error.', default: -1 }),
    protocolType: string({
      about: 'What the members do.',
      since: 7,
      nullable: '7+',
      default: null,
      ignorable: true,
    }),
    protocolName: string({
      about: 'Assignor that all members can use; null on an error.',
      nullable: '7+',
    }),
    leader: string({ about: 'Member that computes the assignment.' }),
    skipAssignment: bool({
      about:
        'The leader need not compute an assignment: a static member came back to the one there is (KIP-814).',
      since: 9,
    }),
    memberId: string({ about: 'Id of the member that joined.' }),
    members: structs(
      { about: 'All members, for the leader only.' },
      {
        memberId: string({ about: 'Id of the member.' }),
        groupInstanceId: string({
          about:
            'Id of a static member, which keeps its place over a restart (KIP-345); null for others.',
          since: 5,
          nullable: '5+',
          default: null,
          ignorable: true,
        }),
        metadata: bytes({ about: 'What the chosen assignor needs of the member.' }),
      },
    ),
  },
})
