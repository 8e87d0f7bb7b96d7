import { defineApi, int16, int32, string, structs } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

export const leaveGroup: ApiSchema = defineApi({
  key: 13,
  name: 'LeaveGroup',
  versions: '0-5',
  flexible: '4+',
  listeners: ['broker'],
  request: {
    groupId: string({ about: '' }),
    memberId: string({ about: '', until: 2 }),
    members: structs(
      { about: '', since: 3 },
      {
        memberId: string({ about: '' }),
        groupInstanceId: string({ about: '', nullable: '3+', default: null }),
        reason: string({ about: '', since: 5, nullable: '5+', default: null, ignorable: true }),
      },
    ),
  },
  response: {
    throttleTimeMs: int32({ about: '', since: 1, ignorable: true }),
    errorCode: int16({ about: '' }),
    members: structs(
      { about: '', since: 3 },
      {
        memberId: string({ about: '' }),
        groupInstanceId: string({ about: '', nullable: '3+' }),
        errorCode: int16({ about: '' }),
      },
    ),
  },
})
