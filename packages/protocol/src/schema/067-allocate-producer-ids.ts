import { defineApi, int16, int32, int64 } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

export const allocateProducerIds: ApiSchema = defineApi({
  key: 67,
  name: 'AllocateProducerIds',
  versions: '0',
  flexible: '0+',
  listeners: ['controller'],
  request: {
    brokerId: int32({ about: '' }),
    brokerEpoch: int64({ about: '', default: -1 }),
  },
  response: {
    throttleTimeMs: int32({ about: '' }),
    errorCode: int16({ about: '' }),
    producerIdStart: int64({ about: '' }),
    producerIdLen: int32({ about: '' }),
  },
})
