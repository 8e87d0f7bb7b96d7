import { defineApi, bytes, int16, int32, int64Wide } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

/** Puts off the expiry of a delegation token. */
export const renewDelegationToken: ApiSchema = defineApi({
  key: 39,
  name: 'RenewDelegationToken',
  versions: '1-2',
  flexible: '2+',
  listeners: ['broker', 'controller'],
  request: {
    hmac: bytes({ about: 'HMAC of the token.' }),
    renewPeriodMs: int64Wide({
      about: "How much longer it shall live from now on; -1 for the cluster's default.",
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
