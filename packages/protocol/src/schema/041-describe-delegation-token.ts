import { defineApi, bytes, int16, int32, int64Wide, string, structs } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

export const describeDelegationToken: ApiSchema = defineApi({
  key: 41,
  name: 'DescribeDelegationToken',
  versions: '1-3',
  flexible: '2+',
  listeners: ['broker', 'controller'],
  request: {
    owners: structs(
      { about: '', nullable: '0+' },
      {
        principalType: string({ about: '' }),
        principalName: string({ about: '' }),
      },
    ),
  },
  response: {
    errorCode: int16({ about: '' }),
    tokens: structs(
      { about: '' },
      {
        principalType: string({ about: '' }),
        principalName: string({ about: '' }),
        tokenRequesterPrincipalType: string({ about: '', since: 3 }),
        tokenRequesterPrincipalName: string({ about: '', since: 3 }),
        issueTimestamp: int64Wide({ about: '' }),
        expiryTimestamp: int64Wide({ about: '' }),
        maxTimestamp: int64Wide({ about: '' }),
        tokenId: string({ about: '' }),
        hmac: bytes({ about: '' }),
        renewers: structs(
          { about: '' },
          {
            principalType: string({ about: '' }),
            principalName: string({ about: '' }),
          },
        ),
      },
    ),
    throttleTimeMs: int32({ about: '' }),
  },
})
