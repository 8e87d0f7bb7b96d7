import { defineApi, int16, int32, int64Wide, string, structs, uuid } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

export const offsetCommit: ApiSchema = defineApi({
  key: 8,
  name: 'OffsetCommit',
  versions: '2-10',
  flexible: '8+',
  listeners: ['broker'],
  request: {
    groupId: string({ about: '' }),
    generationIdOrMemberEpoch: int32({ about: '', default: -1, ignorable: true }),
    memberId: string({ about: '', ignorable: true }),
    groupInstanceId: string({ about: '', since: 7, nullable: '7+', default: null }),
    retentionTimeMs: int64Wide({ about: '', until: 4, default: -1n, ignorable: true }),
    topics: structs(
      { about: '' },
      {
        name: string({ about: '', until: 9, ignorable: true }),
        topicId: uuid({ about: '', since: 10, ignorable: true }),
        partitions: structs(
          { about: '' },
          {
            partitionIndex: int32({ about: '' }),
            committedOffset: int64Wide({ about: '' }),
            committedLeaderEpoch: int32({ about: '', since: 6, default: -1, ignorable: true }),
            committedMetadata: string({ about: '', nullable: '0+' }),
          },
        ),
      },
    ),
  },
  response: {
    throttleTimeMs: int32({ about: '', since: 3, ignorable: true }),
    topics: structs(
      { about: '' },
      {
        name: string({ about: '', until: 9, ignorable: true }),
        topicId: uuid({ about: '', since: 10, ignorable: true }),
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
