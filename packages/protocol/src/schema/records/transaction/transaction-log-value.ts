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

export const transactionLogValue: StoredSchema = defineRecord({
  origin: 'transaction',
  name: 'TransactionLogValue',
  type: 0,
  versions: '0-1',
  flexible: '1+',
  fields: {
    producerId: int64({ about: '' }),
    previousProducerId: int64({ about: '', since: 1, tag: 0, default: -1 }),
    nextProducerId: int64({ about: '', since: 1, tag: 1, default: -1 }),
    producerEpoch: int16({ about: '' }),
    nextProducerEpoch: int16({ about: '', since: 1, tag: 3, default: -1 }),
    transactionTimeoutMs: int32({ about: '' }),
    transactionStatus: int8({ about: '' }),
    transactionPartitions: structs(
      { about: '', nullable: '0+' },
      {
        topic: string({ about: '' }),
        partitionIds: array('int32', { about: '' }),
      },
    ),
    transactionLastUpdateTimestampMs: int64({ about: '' }),
    transactionStartTimestampMs: int64({ about: '' }),
    clientTransactionVersion: int16({ about: '', since: 1, tag: 2 }),
  },
})
