import { defineApi, array, bool, int16, int32, string, structs } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

export const createPartitions: ApiSchema = defineApi({
  key: 37,
  name: 'CreatePartitions',
  versions: '0-3',
  flexible: '2+',
  listeners: ['broker', 'controller'],
  request: {
    topics: structs(
      { about: '' },
      {
        name: string({ about: '' }),
        count: int32({ about: '' }),
        assignments: structs(
          { about: '', nullable: '0+' },
          {
            brokerIds: array('int32', { about: '' }),
          },
        ),
      },
    ),
    timeoutMs: int32({ about: '' }),
    validateOnly: bool({ about: '' }),
  },
  response: {
    throttleTimeMs: int32({ about: '' }),
    results: structs(
      { about: '' },
      {
        name: string({ about: '' }),
        errorCode: int16({ about: '' }),
        errorMessage: string({ about: '', nullable: '0+', default: null }),
      },
    ),
  },
})
