import { defineApi, array, int16, int32, int64, string, structs } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

export const describeTransactions: ApiSchema = defineApi({
  key: 65,
  name: 'DescribeTransactions',
  versions: '0',
  flexible: '0+',
  listeners: ['broker'],
  request: {
    transactionalIds: array('string', { about: '' }),
  },
  response: {
    throttleTimeMs: int32({ about: '' }),
    transactionStates: structs(
      { about: '' },
      {
        errorCode: int16({ about: '' }),
        transactionalId: string({ about: '' }),
        transactionState: string({ about: '' }),
        transactionTimeoutMs: int32({ about: '' }),
        transactionStartTimeMs: int64({ about: '' }),
        producerId: int64({ about: '' }),
        producerEpoch: int16({ about: '' }),
        topics: structs(
          { about: '' },
          {
            topic: string({ about: '' }),
            partitions: array('int32', { about: '' }),
          },
        ),
      },
    ),
  },
})
