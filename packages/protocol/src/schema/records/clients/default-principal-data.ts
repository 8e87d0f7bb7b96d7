import { defineRecord, bool, string } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

/** Principal of a client inside a forwarded request. */
export const defaultPrincipalData: StoredSchema = defineRecord({
  origin: 'clients',
  name: 'DefaultPrincipalData',
  versions: '0',
  flexible: '0+',
  fields: {
    type: string({ about: 'Type of the principal, as User.' }),
    name: string({ about: 'Its name.' }),
    tokenAuthenticated: bool({ about: 'Whether it authenticated with a delegation token.' }),
  },
})
