import { defineApi, int16, int32, int64, string } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

export const addOffsetsToTxn: ApiSchema = defineApi({
  key: 25,
  name: 'AddOffsetsToTxn',
  versions: '0-4',
  flexible: '3+',
  listeners: ['broker'],
  request: {
    transactionalId: string({ about: '' }),
    producerId: int64({ about: '' }),
    producerEpoch: int16({ about: '' }),
    groupId: string({ about: '' }),
  },
  response: {
    throttleTimeMs: int32({ about: '' }),
    errorCode: int16({ about: '' }),
  },
})
