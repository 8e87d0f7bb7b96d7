import {
  defineRecord,
  array,
  int16,
  int32,
  int64,
  int8,
  string,
  structs,
} from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

/** State of a transactional id (KIP-98). */
export const transactionLogValue: StoredSchema = defineRecord({
  origin: 'transaction',
  name: 'TransactionLogValue',
  type: 0,
  versions: '0-1',
  flexible: '1+',
  fields: {
    producerId: int64({ about: 'Producer id in use.' }),
    previousProducerId: int64({
      about:
        'Producer id before, accepted once more when an answer was lost; -1 when none (KIP-890).',
      since: 1,
      tag: 0,
      default: -1,
    }),
    nextProducerId: int64({
      about: 'Producer id after the transaction that is being ended; -1 when it stays.',
      since: 1,
      tag: 1,
      default: -1,
    }),
    producerEpoch: int16({ about: 'Producer epoch in use.' }),
    nextProducerEpoch: int16({
      about: 'Producer epoch after the transaction that is being ended; -1 when it stays.',
      since: 1,
      tag: 3,
      default: -1,
    }),
    transactionTimeoutMs: int32({
      about: 'Time after which the coordinator aborts an open transaction.',
    }),
    transactionStatus: int8({
      about:
        '0 empty, 1 ongoing, 2 prepare commit, 3 prepare abort, 4 complete commit, 5 complete abort, 6 dead, 7 prepare epoch fence.',
    }),
    transactionPartitions: structs(
      { about: 'Partitions in the transaction; null when none is open.', nullable: '0+' },
      {
        topic: string({ about: 'Name of the topic.' }),
        partitionIds: array('int32', { about: 'Partitions of the topic.' }),
      },
    ),
    transactionLastUpdateTimestampMs: int64({ about: 'When this was written.' }),
    transactionStartTimestampMs: int64({
      about: 'When the open transaction began; -1 when none is open.',
    }),
    clientTransactionVersion: int16({
      about: 'Level of transaction.version that the client works by.',
      since: 1,
      tag: 2,
    }),
  },
})
