import { defineRecord, bool, string } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

export const defaultPrincipalData: StoredSchema = defineRecord({
  origin: 'clients',
  name: 'DefaultPrincipalData',
  versions: '0',
  flexible: '0+',
  fields: {
    type: string({ about: '' }),
    name: string({ about: '' }),
    tokenAuthenticated: bool({ about: '' }),
  },
})
