import { defineApi, bytes, int16, int32, int64Wide, string, structs } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

/** Makes a delegation token, which lets others act for its owner for a while (KIP-48). */
export const createDelegationToken: ApiSchema = defineApi({
  key: 38,
  name: 'CreateDelegationToken',
  versions: '1-3',
  flexible: '2+',
  listeners: ['broker', 'controller'],
  request: {
    ownerPrincipalType: string({
      about: 'Type of the principal that the token shall belong to; null for who asks (KIP-373).',
      since: 3,
      nullable: '3+',
    }),
    ownerPrincipalName: string({
      about: 'Name of the principal that the token shall belong to; null for who asks.',
      since: 3,
      nullable: '3+',
    }),
    renewers: structs(
      { about: 'Who else may renew the token.' },
      {
        principalType: string({ about: 'Type of the principal, as User.' }),
        principalName: string({ about: 'Name of the principal.' }),
      },
    ),
    maxLifetimeMs: int64Wide({
      about: "Longest life with all renewals; -1 for the cluster's limit.",
    }),
  },
  response: {
    errorCode: int16({ about: 'NONE when the request succeeded.' }),
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
    issueTimestampMs: int64Wide({ about: 'When it was made.' }),
    expiryTimestampMs: int64Wide({ about: 'When it expires unless renewed.' }),
    maxTimestampMs: int64Wide({ about: 'When it ends at the latest.' }),
    tokenId: string({ about: 'Id of the token, the user name when authenticating with it.' }),
    hmac: bytes({ about: 'HMAC of the id, the password when authenticating with it.' }),
    throttleTimeMs: int32({
      about: 'How long the client should pause before it sends more, in ms: it went over a quota.',
    }),
  },
})
