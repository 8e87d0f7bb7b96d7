import { defineRecord, uuid } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

/** Removes an ACL. */
export const removeAccessControlEntryRecord: StoredSchema = defineRecord({
  origin: 'metadata',
  name: 'RemoveAccessControlEntryRecord',
  type: 19,
  versions: '0',
  flexible: '0+',
  fields: {
    id: uuid({ about: 'Id of the ACL.' }),
  },
})
