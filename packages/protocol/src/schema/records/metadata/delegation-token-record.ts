import { defineRecord, array, int64Wide, string } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

export const delegationTokenRecord: StoredSchema = defineRecord({
  origin: 'metadata',
  name: 'DelegationTokenRecord',
  type: 10,
  versions: '0',
  flexible: '0+',
  fields: {
    owner: string({ about: '' }),
    requester: string({ about: '' }),
    renewers: array('string', { about: '' }),
    issueTimestamp: int64Wide({ about: '' }),
    maxTimestamp: int64Wide({ about: '' }),
    expirationTimestamp: int64Wide({ about: '' }),
    tokenId: string({ about: '' }),
  },
})
