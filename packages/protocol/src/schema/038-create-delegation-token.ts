import { defineApi, bytes, int16, int32, int64Wide, string, structs } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

export const createDelegationToken: ApiSchema = defineApi({
  key: 38,
  name: 'CreateDelegationToken',
  versions: '1-3',
  flexible: '2+',
  listeners: ['broker', 'controller'],
  request: {
    ownerPrincipalType: string({ about: '', since: 3, nullable: '3+' }),
    ownerPrincipalName: string({ about: '', since: 3, nullable: '3+' }),
    renewers: structs(
      { about: '' },
      {
        principalType: string({ about: '' }),
        principalName: string({ about: '' }),
      },
    ),
    maxLifetimeMs: int64Wide({ about: '' }),
  },
  response: {
    errorCode: int16({ about: '' }),
    principalType: string({ about: '' }),
    principalName: string({ about: '' }),
    tokenRequesterPrincipalType: string({ about: '', since: 3 }),
    tokenRequesterPrincipalName: string({ about: '', since: 3 }),
    issueTimestampMs: int64Wide({ about: '' }),
    expiryTimestampMs: int64Wide({ about: '' }),
    maxTimestampMs: int64Wide({ about: '' }),
    tokenId: string({ about: '' }),
    hmac: bytes({ about: '' }),
    throttleTimeMs: int32({ about: '' }),
  },
})
