import { defineApi, int16, int32, string } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

export const unregisterBroker: ApiSchema = defineApi({
  key: 64,
  name: 'UnregisterBroker',
  versions: '0',
  flexible: '0+',
  listeners: ['broker', 'controller'],
  request: {
    brokerId: int32({ about: '' }),
  },
  response: {
    throttleTimeMs: int32({ about: '' }),
    errorCode: int16({ about: '' }),
    errorMessage: string({ about: '', nullable: '0+' }),
  },
})
