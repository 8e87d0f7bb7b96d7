import { defineApi, bytes, int16, int32, int64Wide, string, structs } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

/** Lists delegation tokens. */
export const describeDelegationToken: ApiSchema = defineApi({
  key: 41,
  name: 'DescribeDelegationToken',
  versions: '1-3',
  flexible: '2+',
  listeners: ['broker', 'controller'],
  request: {
    owners: structs(
      {
        about: 'Only tokens of these principals; null for all that the principal may see.',
        nullable: '0+',
      },
      {
        principalType: string({ about: 'Type of the principal, as User.' }),
        principalName: string({ about: 'Name of the principal.' }),
      },
    ),
  },
  response: {
    errorCode: int16({ about: 'NONE when the request succeeded.' }),
    tokens: structs(
      { about: 'The tokens.' },
      {
        principalType: string({ about: 'Type of the owner.' }),
        principalName: string({ about: 'Name of the owner.' }),
        tokenRequesterPrincipalType: string({
          about: 'Type of the principal that asked for it.',
          since: 3,
        }),
        tokenRequesterPrincipalName: string({
          about: 'Name of the principal that asked for it.',
          since: 3,
        }),
        issueTimestamp: int64Wide({ about: 'When it was made.' }),
        expiryTimestamp: int64Wide({ about: 'When it expires unless renewed.' }),
        maxTimestamp: int64Wide({ about: 'When it ends at the latest.' }),
        tokenId: string({ about: 'Id of the token.' }),
        hmac: bytes({ about: 'HMAC of the id.' }),
        renewers: structs(
          { about: 'Who else may renew it.' },
          {
            principalType: string({ about: 'Type of the principal, as User.' }),
            principalName: string({ about: 'Name of the principal.' }),
          },
        ),
      },
    ),
    throttleTimeMs: int32({
      about: 'How long the client should pause before it sends more, in ms: it went over a quota.',
    }),
  },
})
