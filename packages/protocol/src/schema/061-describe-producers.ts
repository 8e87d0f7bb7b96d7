import { defineApi, array, int16, int32, int64, int64Wide, string, structs } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

export const describeProducers: ApiSchema = defineApi({
  key: 61,
  name: 'DescribeProducers',
  versions: '0',
  flexible: '0+',
  listeners: ['broker'],
  request: {
    topics: structs(
      { about: '' },
      {
        name: string({ about: '' }),
        partitionIndexes: array('int32', { about: '' }),
      },
    ),
  },
  response: {
    throttleTimeMs: int32({ about: '' }),
    topics: structs(
      { about: '' },
      {
        name: string({ about: '' }),
        partitions: structs(
          { about: '' },
          {
            partitionIndex: int32({ about: '' }),
            errorCode: int16({ about: '' }),
            errorMessage: string({ about: '', nullable: '0+', default: null }),
            activeProducers: structs(
              { about: '' },
              {
                producerId: int64({ about: '' }),
                producerEpoch: int32({ about: '' }),
                lastSequence: int32({ about: '', default: -1 }),
                lastTimestamp: int64Wide({ about: '', default: -1n }),
                coordinatorEpoch: int32({ about: '' }),
                currentTxnStartOffset: int64({ about: '', default: -1 }),
              },
            ),
          },
        ),
      },
    ),
  },
})
