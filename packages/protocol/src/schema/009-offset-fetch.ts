import {
  defineApi,
  array,
  bool,
  int16,
  int32,
  int64Wide,
  string,
  structs,
  uuid,
} from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

export const offsetFetch: ApiSchema = defineApi({
  key: 9,
  name: 'OffsetFetch',
  versions: '1-10',
  flexible: '6+',
  listeners: ['broker'],
  request: {
    groupId: string({ about: '', until: 7 }),
    topics: structs(
      { about: '', until: 7, nullable: '2-7' },
      {
        name: string({ about: '' }),
        partitionIndexes: array('int32', { about: '' }),
      },
    ),
    groups: structs(
      { about: '', since: 8 },
      {
        groupId: string({ about: '' }),
        memberId: string({ about: '', since: 9, nullable: '9+', default: null, ignorable: true }),
        memberEpoch: int32({ about: '', since: 9, default: -1, ignorable: true }),
        topics: structs(
          { about: '', nullable: '8+' },
          {
            name: string({ about: '', until: 9, ignorable: true }),
            topicId: uuid({ about: '', since: 10, ignorable: true }),
            partitionIndexes: array('int32', { about: '' }),
          },
        ),
      },
    ),
    requireStable: bool({ about: '', since: 7 }),
  },
  response: {
    throttleTimeMs: int32({ about: '', since: 3, ignorable: true }),
    topics: structs(
      { about: '', until: 7 },
      {
        name: string({ about: '' }),
        partitions: structs(
          { about: '' },
          {
            partitionIndex: int32({ about: '' }),
            committedOffset: int64Wide({ about: '' }),
            committedLeaderEpoch: int32({ about: '', since: 5, default: -1, ignorable: true }),
            metadata: string({ about: '', nullable: '0-7' }),
            errorCode: int16({ about: '' }),
          },
        ),
      },
    ),
    errorCode: int16({ about: '', since: 2, until: 7, ignorable: true }),
    groups: structs(
      { about: '', since: 8 },
      {
        groupId: string({ about: '' }),
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
                committedLeaderEpoch: int32({ about: '', default: -1, ignorable: true }),
                metadata: string({ about: '', nullable: '8+' }),
                errorCode: int16({ about: '' }),
              },
            ),
          },
        ),
        errorCode: int16({ about: '' }),
      },
    ),
  },
})
