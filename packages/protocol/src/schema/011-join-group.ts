import { defineApi, bool, bytes, int16, int32, string, structs } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

export const joinGroup: ApiSchema = defineApi({
  key: 11,
  name: 'JoinGroup',
  versions: '0-9',
  flexible: '6+',
  listeners: ['broker'],
  request: {
    groupId: string({ about: '' }),
    sessionTimeoutMs: int32({ about: '' }),
    rebalanceTimeoutMs: int32({ about: '', since: 1, default: -1, ignorable: true }),
    memberId: string({ about: '' }),
    groupInstanceId: string({ about: '', since: 5, nullable: '5+', default: null }),
    protocolType: string({ about: '' }),
    protocols: structs(
      { about: '' },
      {
        name: string({ about: '' }),
        metadata: bytes({ about: '' }),
      },
    ),
    reason: string({ about: '', since: 8, nullable: '8+', default: null, ignorable: true }),
  },
  response: {
    throttleTimeMs: int32({ about: '', since: 2, ignorable: true }),
    errorCode: int16({ about: '' }),
    generationId: int32({ about: '', default: -1 }),
    protocolType: string({ about: '', since: 7, nullable: '7+', default: null, ignorable: true }),
    protocolName: string({ about: '', nullable: '7+' }),
    leader: string({ about: '' }),
    skipAssignment: bool({ about: '', since: 9 }),
    memberId: string({ about: '' }),
    members: structs(
      { about: '' },
      {
        memberId: string({ about: '' }),
        groupInstanceId: string({
          about: '',
          since: 5,
          nullable: '5+',
          default: null,
          ignorable: true,
        }),
        metadata: bytes({ about: '' }),
      },
    ),
  },
})
