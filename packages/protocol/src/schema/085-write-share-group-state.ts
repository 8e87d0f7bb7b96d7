import { defineApi, int16, int32, int64, int8, string, structs, uuid } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

export const writeShareGroupState: ApiSchema = defineApi({
  key: 85,
  name: 'WriteShareGroupState',
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
            stateEpoch: int32({ about: '' }),
            leaderEpoch: int32({ about: '' }),
            startOffset: int64({ about: '' }),
            deliveryCompleteCount: int32({ about: '', since: 1, default: -1, ignorable: true }),
            stateBatches: structs(
              { about: '' },
              {
                firstOffset: int64({ about: '' }),
                lastOffset: int64({ about: '' }),
                deliveryState: int8({ about: '' }),
                deliveryCount: int16({ about: '' }),
              },
            ),
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
          },
        ),
      },
    ),
  },
})
