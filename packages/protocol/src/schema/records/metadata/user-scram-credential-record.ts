import { defineRecord, bytes, int32, int8, string } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

export const userScramCredentialRecord: StoredSchema = defineRecord({
  origin: 'metadata',
  name: 'UserScramCredentialRecord',
  type: 11,
  versions: '0',
  flexible: '0+',
  fields: {
    name: string({ about: '' }),
    mechanism: int8({ about: '' }),
    salt: bytes({ about: '' }),
    storedKey: bytes({ about: '' }),
    serverKey: bytes({ about: '' }),
    iterations: int32({ about: '' }),
  },
})
