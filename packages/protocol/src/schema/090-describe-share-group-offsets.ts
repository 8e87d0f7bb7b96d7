import { defineApi, array, int16, int32, int64, string, structs, uuid } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

export const describeShareGroupOffsets: ApiSchema = defineApi({
  key: 90,
  name: 'DescribeShareGroupOffsets',
  versions: '0-1',
  flexible: '0+',
  listeners: ['broker'],
  request: {
    groups: structs(
      { about: '' },
      {
        groupId: string({ about: '' }),
        topics: structs(
          { about: '', nullable: '0+' },
          {
            topicName: string({ about: '' }),
            partitions: array('int32', { about: '' }),
          },
        ),
      },
    ),
  },
  response: {
    throttleTimeMs: int32({ about: '' }),
    groups: structs(
      { about: '' },
      {
        groupId: string({ about: '' }),
        topics: structs(
          { about: '' },
          {
            topicName: string({ about: '' }),
            topicId: uuid({ about: '' }),
            partitions: structs(
              { about: '' },
              {
                partitionIndex: int32({ about: '' }),
                startOffset: int64({ about: '' }),
                leaderEpoch: int32({ about: '' }),
                lag: int64({ about: '', since: 1, default: -1, ignorable: true }),
                errorCode: int16({ about: '' }),
                errorMessage: string({ about: '', nullable: '0+', default: null }),
              },
            ),
          },
        ),
        errorCode: int16({ about: '' }),
        errorMessage: string({ about: '', nullable: '0+', default: null }),
      },
    ),
  },
})
