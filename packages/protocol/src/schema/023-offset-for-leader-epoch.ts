import { defineApi, int16, int32, int64, string, structs } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

export const offsetForLeaderEpoch: ApiSchema = defineApi({
  key: 23,
  name: 'OffsetForLeaderEpoch',
  versions: '2-4',
  flexible: '4+',
  listeners: ['broker'],
  request: {
    replicaId: int32({ about: '', since: 3, default: -2, ignorable: true }),
    topics: structs(
      { about: '' },
      {
        topic: string({ about: '' }),
        partitions: structs(
          { about: '' },
          {
            partition: int32({ about: '' }),
            currentLeaderEpoch: int32({ about: '', default: -1, ignorable: true }),
            leaderEpoch: int32({ about: '' }),
          },
        ),
      },
    ),
  },
  response: {
    throttleTimeMs: int32({ about: '', ignorable: true }),
    topics: structs(
      { about: '' },
      {
        topic: string({ about: '' }),
        partitions: structs(
          { about: '' },
          {
            errorCode: int16({ about: '' }),
            partition: int32({ about: '' }),
            leaderEpoch: int32({ about: '', default: -1, ignorable: true }),
            endOffset: int64({ about: '', default: -1 }),
          },
        ),
      },
    ),
  },
})
