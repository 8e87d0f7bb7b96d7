import { defineApi, array, int16, int32, int8, string, structs } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

export const findCoordinator: ApiSchema = defineApi({
  key: 10,
  name: 'FindCoordinator',
  versions: '0-6',
  flexible: '3+',
  listeners: ['broker'],
  request: {
    key: string({ about: '', until: 3 }),
    keyType: int8({ about: '', since: 1 }),
    coordinatorKeys: array('string', { about: '', since: 4 }),
  },
  response: {
    throttleTimeMs: int32({ about: '', since: 1, ignorable: true }),
    errorCode: int16({ about: '', until: 3 }),
    errorMessage: string({ about: '', since: 1, until: 3, nullable: '1-3', ignorable: true }),
    nodeId: int32({ about: '', until: 3 }),
    host: string({ about: '', until: 3 }),
    port: int32({ about: '', until: 3 }),
    coordinators: structs(
      { about: '', since: 4 },
      {
        key: string({ about: '' }),
        nodeId: int32({ about: '' }),
        host: string({ about: '' }),
        port: int32({ about: '' }),
        errorCode: int16({ about: '' }),
        errorMessage: string({ about: '', nullable: '4+', ignorable: true }),
      },
    ),
  },
})
