import { defineApi, bool, int16, int32, string, structs, uint16, uuid } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

export const addRaftVoter: ApiSchema = defineApi({
  key: 80,
  name: 'AddRaftVoter',
  versions: '0-1',
  flexible: '0+',
  listeners: ['broker', 'controller'],
  request: {
    clusterId: string({ about: '', nullable: '0+' }),
    timeoutMs: int32({ about: '' }),
    voterId: int32({ about: '' }),
    voterDirectoryId: uuid({ about: '' }),
    listeners: structs(
      { about: '' },
      {
        name: string({ about: '' }),
        host: string({ about: '' }),
        port: uint16({ about: '' }),
      },
    ),
    ackWhenCommitted: bool({ about: '', since: 1, default: true }),
  },
  response: {
    throttleTimeMs: int32({ about: '' }),
    errorCode: int16({ about: '' }),
    errorMessage: string({ about: '', nullable: '0+', ignorable: true }),
  },
})
