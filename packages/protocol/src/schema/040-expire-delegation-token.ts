import { defineApi, bytes, int16, int32, int64Wide } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

export const expireDelegationToken: ApiSchema = defineApi({
  key: 40,
  name: 'ExpireDelegationToken',
  versions: '1-2',
  flexible: '2+',
  listeners: ['broker', 'controller'],
  request: {
    hmac: bytes({ about: '' }),
    expiryTimePeriodMs: int64Wide({ about: '' }),
  },
  response: {
    errorCode: int16({ about: '' }),
    expiryTimestampMs: int64Wide({ about: '' }),
    throttleTimeMs: int32({ about: '' }),
  },
})
