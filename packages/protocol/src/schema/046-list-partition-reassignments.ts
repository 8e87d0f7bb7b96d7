import { defineApi, array, int16, int32, string, structs } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

export const listPartitionReassignments: ApiSchema = defineApi({
  key: 46,
  name: 'ListPartitionReassignments',
  versions: '0',
  flexible: '0+',
  listeners: ['broker', 'controller'],
  request: {
    timeoutMs: int32({ about: '', default: 60000 }),
    topics: structs(
      { about: '', nullable: '0+', default: null },
      {
        name: string({ about: '' }),
        partitionIndexes: array('int32', { about: '' }),
      },
    ),
  },
  response: {
    throttleTimeMs: int32({ about: '' }),
    errorCode: int16({ about: '' }),
    errorMessage: string({ about: '', nullable: '0+' }),
    topics: structs(
      { about: '' },
      {
        name: string({ about: '' }),
        partitions: structs(
          { about: '' },
          {
            partitionIndex: int32({ about: '' }),
            replicas: array('int32', { about: '' }),
            addingReplicas: array('int32', { about: '' }),
            removingReplicas: array('int32', { about: '' }),
          },
        ),
      },
    ),
  },
})
