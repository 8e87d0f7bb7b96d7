import { defineApi, int16, int32, int64, string, structs } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

export const deleteRecords: ApiSchema = defineApi({
  key: 21,
  name: 'DeleteRecords',
  versions: '0-2',
  flexible: '2+',
  listeners: ['broker'],
  request: {
    topics: structs(
      { about: '' },
      {
        name: string({ about: '' }),
        partitions: structs(
          { about: '' },
          {
            partitionIndex: int32({ about: '' }),
            offset: int64({ about: '' }),
          },
        ),
      },
    ),
    timeoutMs: int32({ about: '' }),
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
            lowWatermark: int64({ about: '' }),
            errorCode: int16({ about: '' }),
          },
        ),
      },
    ),
  },
})
