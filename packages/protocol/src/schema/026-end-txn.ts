import { defineApi, bool, int16, int32, int64, string } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

export const endTxn: ApiSchema = defineApi({
  key: 26,
  name: 'EndTxn',
  versions: '0-5',
  flexible: '3+',
  listeners: ['broker'],
  request: {
    transactionalId: string({ about: '' }),
    producerId: int64({ about: '' }),
    producerEpoch: int16({ about: '' }),
    committed: bool({ about: '' }),
  },
  response: {
    throttleTimeMs: int32({ about: '' }),
    errorCode: int16({ about: '' }),
    producerId: int64({ about: '', since: 5, default: -1, ignorable: true }),
    producerEpoch: int16({ about: '', since: 5, default: -1, ignorable: true }),
  },
})
