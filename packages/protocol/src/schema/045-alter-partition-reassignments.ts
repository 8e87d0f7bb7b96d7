import { defineApi, array, bool, int16, int32, string, structs } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

export const alterPartitionReassignments: ApiSchema = defineApi({
  key: 45,
  name: 'AlterPartitionReassignments',
  versions: '0-1',
  flexible: '0+',
  listeners: ['broker', 'controller'],
  request: {
    timeoutMs: int32({ about: '', default: 60000 }),
    allowReplicationFactorChange: bool({ about: '', since: 1, default: true }),
    topics: structs(
      { about: '' },
      {
        name: string({ about: '' }),
        partitions: structs(
          { about: '' },
          {
            partitionIndex: int32({ about: '' }),
            replicas: array('int32', { about: '', nullable: '0+', default: null }),
          },
        ),
      },
    ),
  },
  response: {
    throttleTimeMs: int32({ about: '' }),
    allowReplicationFactorChange: bool({ about: '', since: 1, default: true, ignorable: true }),
    errorCode: int16({ about: '' }),
    errorMessage: string({ about: '', nullable: '0+' }),
    responses: structs(
      { about: '', item: 'Topic' },
      {
        name: string({ about: '' }),
        partitions: structs(
          { about: '' },
          {
            partitionIndex: int32({ about: '' }),
            errorCode: int16({ about: '' }),
            errorMessage: string({ about: '', nullable: '0+' }),
          },
        ),
      },
    ),
  },
})
