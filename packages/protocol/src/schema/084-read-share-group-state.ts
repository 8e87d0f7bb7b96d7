import { defineApi, int16, int32, int64, int8, string, structs, uuid } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

export const readShareGroupState: ApiSchema = defineApi({
  key: 84,
  name: 'ReadShareGroupState',
  versions: '0',
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
            startOffset: int64({ about: '' }),
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
})
