import { defineApi, int16, int32, string } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

export const heartbeat: ApiSchema = defineApi({
  key: 12,
  name: 'Heartbeat',
  versions: '0-4',
  flexible: '4+',
  listeners: ['broker'],
  request: {
    groupId: string({ about: '' }),
    generationId: int32({ about: '' }),
    memberId: string({ about: '' }),
    groupInstanceId: string({ about: '', since: 3, nullable: '3+', default: null }),
  },
  response: {
    throttleTimeMs: int32({ about: '', since: 1, ignorable: true }),
    errorCode: int16({ about: '' }),
  },
})
