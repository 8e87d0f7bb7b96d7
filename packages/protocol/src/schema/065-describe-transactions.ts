import { defineApi, array, int16, int32, int64, string, structs } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

/** Shows transactions by their ids (KIP-664). */
export const describeTransactions: ApiSchema = defineApi({
  key: 65,
  name: 'DescribeTransactions',
  versions: '0',
  flexible: '0+',
  listeners: ['broker'],
  request: {
    transactionalIds: array('string', { about: 'Transactional ids asked about.' }),
  },
  response: {
    throttleTimeMs: int32({
      about: 'How long the client should pause before it sends more, in ms: it went over a quota.',
    }),
    transactionStates: structs(
      { about: 'The transactions.' },
      {
        errorCode: int16({ about: 'TRANSACTIONAL_ID_NOT_FOUND when nothing is known of it.' }),
        transactionalId: string({ about: 'Transactional id.' }),
        transactionState: string({ about: 'State by name, as Ongoing or PrepareCommit.' }),
        transactionTimeoutMs: int32({ about: 'Time after which the coordinator aborts it.' }),
        transactionStartTimeMs: int64({
          about: 'When the open transaction began; -1 when none is open.',
        }),
        producerId: int64({ about: 'Producer id of the transactional id.' }),
        producerEpoch: int16({ about: 'Producer epoch of the transactional id.' }),
        topics: structs(
          { about: 'Partitions in the open transaction.' },
          {
            topic: string({ about: 'Name of the topic.' }),
            partitions: array('int32', { about: 'Partitions of the topic.' }),
          },
        ),
      },
    ),
  },
})
