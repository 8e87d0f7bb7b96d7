import { defineApi, bool, int16, int32, int64, string } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

export const initProducerId: ApiSchema = defineApi({
  key: 22,
  name: 'InitProducerId',
  versions: '0-6',
  flexible: '2+',
  newestIsUnstable: true,
  listeners: ['broker'],
  request: {
    transactionalId: string({ about: '', nullable: '0+' }),
    transactionTimeoutMs: int32({ about: '' }),
    producerId: int64({ about: '', since: 3, default: -1 }),
    producerEpoch: int16({ about: '', since: 3, default: -1 }),
    enable2Pc: bool({ about: '', since: 6 }),
    keepPreparedTxn: bool({ about: '', since: 6 }),
  },
  response: {
    throttleTimeMs: int32({ about: '', ignorable: true }),
    errorCode: int16({ about: '' }),
    producerId: int64({ about: '', default: -1 }),
    producerEpoch: int16({ about: '' }),
    ongoingTxnProducerId: int64({ about: '', since: 6, default: -1 }),
    ongoingTxnProducerEpoch: int16({ about: '', since: 6, default: -1 }),
  },
})
