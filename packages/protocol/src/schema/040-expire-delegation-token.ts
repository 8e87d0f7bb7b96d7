import { defineApi, bytes, int16, int32, int64Wide } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

/** Ends a delegation token, now or later. */
export const expireDelegationToken: ApiSchema = defineApi({
  key: 40,
  name: 'ExpireDelegationToken',
  versions: '1-2',
  flexible: '2+',
  listeners: ['broker', 'controller'],
  request: {
    hmac: bytes({ about: 'HMAC of the token.' }),
    expiryTimePeriodMs: int64Wide({
      about: 'When it shall expire, from now on; negative for at once.',
    }),
  },
  response: {
    errorCode: int16({ about: 'NONE when the request succeeded.' }),
    expiryTimestampMs: int64Wide({ about: 'When it expires unless renewed.' }),
    throttleTimeMs: int32({
      about: 'How long the client should pause before it sends more, in ms: it went over a quota.',
    }),
  },
})
