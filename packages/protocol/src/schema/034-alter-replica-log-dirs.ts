import { defineApi, array, int16, int32, string, structs } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

export const alterReplicaLogDirs: ApiSchema = defineApi({
  key: 34,
  name: 'AlterReplicaLogDirs',
  versions: '1-2',
  flexible: '2+',
  listeners: ['broker'],
  request: {
    dirs: structs(
      { about: '' },
      {
        path: string({ about: '' }),
        topics: structs(
          { about: '' },
          {
            name: string({ about: '' }),
            partitions: array('int32', { about: '' }),
          },
        ),
      },
    ),
  },
  response: {
    throttleTimeMs: int32({ about: '' }),
    results: structs(
      { about: '' },
      {
        topicName: string({ about: '' }),
        partitions: structs(
          { about: '' },
          {
            partitionIndex: int32({ about: '' }),
            errorCode: int16({ about: '' }),
          },
        ),
      },
    ),
  },
})
