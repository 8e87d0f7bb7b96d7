import { defineApi, bytes, int16, int32, string, structs } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

export const syncGroup: ApiSchema = defineApi({
  key: 14,
  name: 'SyncGroup',
  versions: '0-5',
  flexible: '4+',
  listeners: ['broker'],
  request: {
    groupId: string({ about: '' }),
    generationId: int32({ about: '' }),
    memberId: string({ about: '' }),
    groupInstanceId: string({ about: '', since: 3, nullable: '3+', default: null }),
    protocolType: string({ about: '', since: 5, nullable: '5+', default: null, ignorable: true }),
    protocolName: string({ about: '', since: 5, nullable: '5+', default: null, ignorable: true }),
    assignments: structs(
      { about: '' },
      {
        memberId: string({ about: '' }),
        assignment: bytes({ about: '' }),
      },
    ),
  },
  response: {
    throttleTimeMs: int32({ about: '', since: 1, ignorable: true }),
    errorCode: int16({ about: '' }),
    protocolType: string({ about: '', since: 5, nullable: '5+', default: null, ignorable: true }),
    protocolName: string({ about: '', since: 5, nullable: '5+', default: null, ignorable: true }),
    assignment: bytes({ about: '' }),
  },
})
