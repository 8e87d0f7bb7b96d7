import { defineApi, int16, int32, string, structs } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

export const offsetDelete: ApiSchema = defineApi({
  key: 47,
  name: 'OffsetDelete',
  versions: '0',
  listeners: ['broker'],
  request: {
    groupId: string({ about: '' }),
    topics: structs(
      { about: '' },
      {
        name: string({ about: '' }),
        partitions: structs(
          { about: '' },
          {
            partitionIndex: int32({ about: '' }),
          },
        ),
      },
    ),
  },
  response: {
    errorCode: int16({ about: '' }),
    throttleTimeMs: int32({ about: '', ignorable: true }),
    topics: structs(
      { about: '' },
      {
        name: string({ about: '' }),
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
