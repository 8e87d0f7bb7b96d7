import { defineApi, int16, int32, int64, string, structs, uuid } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

export const initializeShareGroupState: ApiSchema = defineApi({
  key: 83,
  name: 'InitializeShareGroupState',
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
            stateEpoch: int32({ about: '' }),
            startOffset: int64({ about: '' }),
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
