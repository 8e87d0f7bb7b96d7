import { defineRecord, int8, string } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

/** Removes a SCRAM credential of a user. */
export const removeUserScramCredentialRecord: StoredSchema = defineRecord({
  origin: 'metadata',
  name: 'RemoveUserScramCredentialRecord',
  type: 22,
  versions: '0',
  flexible: '0+',
  fields: {
    name: string({ about: 'Name of the user.' }),
    mechanism: int8({ about: '1 SCRAM-SHA-256, 2 SCRAM-SHA-512.' }),
  },
})
