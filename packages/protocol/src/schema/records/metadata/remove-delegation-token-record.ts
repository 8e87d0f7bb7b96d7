import { defineRecord, string } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

/** Removes a delegation token. */
export const removeDelegationTokenRecord: StoredSchema = defineRecord({
  origin: 'metadata',
  name: 'RemoveDelegationTokenRecord',
  type: 26,
  versions: '0',
  flexible: '0+',
  fields: {
    tokenId: string({ about: 'Id of the token.' }),
  },
})
