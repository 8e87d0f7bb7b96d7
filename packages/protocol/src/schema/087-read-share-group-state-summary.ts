import { defineApi, int16, int32, int64, string, structs, uuid } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

export const readShareGroupStateSummary: ApiSchema = defineApi({
  key: 87,
  name: 'ReadShareGroupStateSummary',
  versions: '0-1',
  flexible: '0+',
  listeners: ['broker'],
  request: {
    groupId: string({ about: '' }),
    topics: structs(
      { about: '' },
      {
        topicId: uuid({ about: '' }),
        partitions: structs(
          { about: '' },
          {
            partition: int32({ about: '' }),
            leaderEpoch: int32({ about: '' }),
          },
        ),
      },
    ),
  },
  response: {
    results: structs(
      { about: '' },
      {
        topicId: uuid({ about: '' }),
        partitions: structs(
          { about: '' },
          {
            partition: int32({ about: '' }),
            errorCode: int16({ about: '' }),
            errorMessage: string({ about: '', nullable: '0+', default: null }),
            stateEpoch: int32({ about: '' }),
            leaderEpoch: int32({ about: '' }),
            startOffset: int64({ about: '' }),
            deliveryCompleteCount: int32({ about: '', since: 1, default: -1, ignorable: true }),
          },
        ),
      },
    ),
  },
})
