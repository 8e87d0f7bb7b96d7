import { defineRecord, array, int64Wide, string } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

/** Makes or renews a delegation token (KIP-900). */
export const delegationTokenRecord: StoredSchema = defineRecord({
  origin: 'metadata',
  name: 'DelegationTokenRecord',
  type: 10,
  versions: '0',
  flexible: '0+',
  fields: {
    owner: string({ about: 'Principal that the token belongs to, as User:name.' }),
    requester: string({ about: 'Principal that asked for it.' }),
    renewers: array('string', { about: 'Principals that may renew it.' }),
    issueTimestamp: int64Wide({ about: 'When it was made.' }),
    maxTimestamp: int64Wide({ about: 'When it ends at the latest.' }),
    expirationTimestamp: int64Wide({ about: 'When it expires unless renewed.' }),
    tokenId: string({ about: 'Id of the token.' }),
  },
})
