import { defineApi, int16, int32, int64, int64Wide, int8, string, structs } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

export const listOffsets: ApiSchema = defineApi({
  key: 2,
  name: 'ListOffsets',
  versions: '1-11',
  flexible: '6+',
  listeners: ['broker'],
  request: {
    replicaId: int32({ about: '' }),
    isolationLevel: int8({ about: '', since: 2 }),
    topics: structs(
      { about: '' },
      {
        name: string({ about: '' }),
        partitions: structs(
          { about: '' },
          {
            partitionIndex: int32({ about: '' }),
            currentLeaderEpoch: int32({ about: '', since: 4, default: -1, ignorable: true }),
            timestamp: int64Wide({ about: '' }),
          },
        ),
      },
    ),
    timeoutMs: int32({ about: '', since: 10, ignorable: true }),
  },
  response: {
    throttleTimeMs: int32({ about: '', since: 2, ignorable: true }),
    topics: structs(
      { about: '' },
      {
        name: string({ about: '' }),
        partitions: structs(
          { about: '' },
          {
            partitionIndex: int32({ about: '' }),
            errorCode: int16({ about: '' }),
            timestamp: int64Wide({ about: '', default: -1n }),
            offset: int64({ about: '', default: -1 }),
            leaderEpoch: int32({ about: '', since: 4, default: -1 }),
          },
        ),
      },
    ),
  },
})
