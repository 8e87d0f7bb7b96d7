import { defineApi, int16, int32, int64, int64Wide, string, structs } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

export const txnOffsetCommit: ApiSchema = defineApi({
  key: 28,
  name: 'TxnOffsetCommit',
  versions: '0-5',
  flexible: '3+',
  listeners: ['broker'],
  request: {
    transactionalId: string({ about: '' }),
    groupId: string({ about: '' }),
    producerId: int64({ about: '' }),
    producerEpoch: int16({ about: '' }),
    generationId: int32({ about: '', since: 3, default: -1 }),
    memberId: string({ about: '', since: 3 }),
    groupInstanceId: string({ about: '', since: 3, nullable: '3+', default: null }),
    topics: structs(
      { about: '' },
      {
        name: string({ about: '' }),
        partitions: structs(
          { about: '' },
          {
            partitionIndex: int32({ about: '' }),
            committedOffset: int64Wide({ about: '' }),
            committedLeaderEpoch: int32({ about: '', since: 2, default: -1, ignorable: true }),
            committedMetadata: string({ about: '', nullable: '0+' }),
          },
        ),
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
          },
        ),
      },
    ),
  },
})
