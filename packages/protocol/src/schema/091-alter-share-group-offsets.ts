import { defineApi, int16, int32, int64, string, structs, uuid } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

export const alterShareGroupOffsets: ApiSchema = defineApi({
  key: 91,
  name: 'AlterShareGroupOffsets',
  versions: '0',
  flexible: '0+',
  listeners: ['broker'],
  request: {
    groupId: string({ about: '' }),
    topics: structs(
      { about: '' },
      {
        topicName: string({ about: '' }),
        partitions: structs(
          { about: '' },
          {
            partitionIndex: int32({ about: '' }),
            startOffset: int64({ about: '' }),
          },
        ),
      },
    ),
  },
  response: {
    throttleTimeMs: int32({ about: '' }),
    errorCode: int16({ about: '' }),
    errorMessage: string({ about: '', nullable: '0+', default: null }),
    responses: structs(
      { about: '', item: 'Topic' },
      {
        topicName: string({ about: '' }),
        topicId: uuid({ about: '' }),
        partitions: structs(
          { about: '' },
          {
            partitionIndex: int32({ about: '' }),
            errorCode: int16({ about: '' }),
            errorMessage: string({ about: '', nullable: '0+', default: null }),
          },
        ),
      },
    ),
  },
})
