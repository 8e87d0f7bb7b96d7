import { defineRecord, bytes, int32, int8, string } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

/** Sets a SCRAM credential of a user. */
export const userScramCredentialRecord: StoredSchema = defineRecord({
  origin: 'metadata',
  name: 'UserScramCredentialRecord',
  type: 11,
  versions: '0',
  flexible: '0+',
  fields: {
    name: string({ about: 'Name of the user.' }),
    mechanism: int8({ about: '1 SCRAM-SHA-256, 2 SCRAM-SHA-512.' }),
    salt: bytes({ about: 'Random bytes the password was hashed with.' }),
    storedKey: bytes({ about: "Key by which the client's proof is checked." }),
    serverKey: bytes({ about: 'Key with which the server proves itself.' }),
    iterations: int32({ about: 'How often the password was hashed.' }),
  },
})
