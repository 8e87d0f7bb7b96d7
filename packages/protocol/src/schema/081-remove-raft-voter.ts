import { defineApi, int16, int32, string, uuid } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

export const removeRaftVoter: ApiSchema = defineApi({
  key: 81,
  name: 'RemoveRaftVoter',
  versions: '0',
  flexible: '0+',
  listeners: ['broker', 'controller'],
  request: {
    clusterId: string({ about: '', nullable: '0+' }),
    voterId: int32({ about: '' }),
    voterDirectoryId: uuid({ about: '' }),
  },
  response: {
    throttleTimeMs: int32({ about: '' }),
    errorCode: int16({ about: '' }),
    errorMessage: string({ about: '', nullable: '0+', ignorable: true }),
  },
})
