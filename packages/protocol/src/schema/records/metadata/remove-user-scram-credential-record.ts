import { defineRecord, int8, string } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

export const removeUserScramCredentialRecord: StoredSchema = defineRecord({
  origin: 'metadata',
  name: 'RemoveUserScramCredentialRecord',
  type: 22,
  versions: '0',
  flexible: '0+',
  fields: {
    name: string({ about: '' }),
    mechanism: int8({ about: '' }),
  },
})
