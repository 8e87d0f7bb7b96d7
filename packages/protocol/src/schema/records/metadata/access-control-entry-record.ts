import { defineRecord, int8, string, uuid } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

/** Adds an ACL. */
export const accessControlEntryRecord: StoredSchema = defineRecord({
  origin: 'metadata',
  name: 'AccessControlEntryRecord',
  type: 18,
  versions: '0',
  flexible: '0+',
  fields: {
    id: uuid({ about: 'Id of the ACL, by which it is removed.' }),
    resourceType: int8({ about: 'Code of the resource type.' }),
    resourceName: string({ about: 'Name of the resource, or its beginning.' }),
    patternType: int8({ about: '3 for exactly this name, 4 for every name that begins so.' }),
    principal: string({ about: 'Principal as User:name; User:* for all.' }),
    host: string({ about: 'Host address the ACL is for; * for all.' }),
    operation: int8({ about: 'Code of the operation.' }),
    permissionType: int8({ about: '2 deny, 3 allow.' }),
  },
})
