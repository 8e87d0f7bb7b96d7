import { defineApi, int16, int32, string } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

/** A classic-group member shows it is alive and learns whether its group is rebalancing. */
export const heartbeat: ApiSchema = defineApi({
  key: 12,
  name: 'Heartbeat',
  versions: '0-4',
  flexible: '4+',
  listeners: ['broker'],
  request: {
    groupId: string({ about: 'Group to keep alive.' }),
    generationId: int32({ about: 'Generation the member believes is current.' }),
    memberId: string({ about: 'Id the coordinator handed out at join.' }),
    groupInstanceId: string({
      about:
        'Id of a static member, which keeps its place over a restart (KIP-345); null for others.',
      since: 3,
      nullable: '3+',
      default: null,
    }),
  },
  response: {
    throttleTimeMs: int32({
      about: 'How long the client should pause before it sends more, in ms: it went over a quota.',
      since: 1,
      ignorable: true,
    }),
    errorCode: int16({ about: 'REBALANCE_IN_PROGRESS tells the member to rejoin.' }),
  },
})
