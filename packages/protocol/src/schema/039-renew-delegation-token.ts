import { defineApi, bytes, int16, int32, int64Wide } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

export const renewDelegationToken: ApiSchema = defineApi({
  key: 39,
  name: 'RenewDelegationToken',
  versions: '1-2',
  flexible: '2+',
  listeners: ['broker', 'controller'],
  request: {
    hmac: bytes({ about: '' }),
    renewPeriodMs: int64Wide({ about: '' }),
  },
  response: {
    errorCode: int16({ about: '' }),
    expiryTimestampMs: int64Wide({ about: '' }),
    throttleTimeMs: int32({ about: '' }),
  },
})
