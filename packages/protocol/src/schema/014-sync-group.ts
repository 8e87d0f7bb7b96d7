import { defineApi, bytes, int16, int32, string, structs } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

/**
 * The leader hands in the assignment of a generation, the other members wait for their part of it.
 */
export const syncGroup: ApiSchema = defineApi({
  key: 14,
  name: 'SyncGroup',
  versions: '0-5',
  flexible: '4+',
  listeners: ['broker'],
  request: {
    groupId: string({ about: 'Id of the group.' }),
    generationId: int32({ about: 'Generation that the assignment is for.' }),
    memberId: string({ about: 'Id of the member.' }),
    groupInstanceId: string({
      about:
        'Id of a static member, which keeps its place over a restart (KIP-345); null for others.',
      since: 3,
      nullable: '3+',
      default: null,
    }),
    protocolType: string({
      about: 'What the member believes the group does; null when not checked (KIP-559).',
      since: 5,
      nullable: '5+',
      default: null,
      ignorable: true,
    }),
    protocolName: string({
      about: 'Assignor the member believes was chosen; null when not checked.',
      since: 5,
      nullable: '5+',
      default: null,
      ignorable: true,
    }),
    assignments: structs(
      { about: 'What each member gets; only the leader sends any.' },
      {
        memberId: string({ about: 'Member that gets it.' }),
        assignment: bytes({ about: "Its part, in the assignor's own format." }),
      },
    ),
  },
  response: {
    throttleTimeMs: int32({
      about: 'How long the client should pause before it sends more, in ms: it went over a quota.',
      since: 1,
      ignorable: true,
    }),
    errorCode: int16({ about: 'REBALANCE_IN_PROGRESS when the group has moved on: join again.' }),
    protocolType: string({
      about: 'What the group does; null on an error.',
      since: 5,
      nullable: '5+',
      default: null,
      ignorable: true,
    }),
    protocolName: string({
      about: 'Assignor of this generation; null on an error.',
      since: 5,
      nullable: '5+',
      default: null,
      ignorable: true,
    }),
    assignment: bytes({ about: "What this member got, in the assignor's own format." }),
  },
})
