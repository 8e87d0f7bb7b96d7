import { defineRecord, int8, string, uuid } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

export const accessControlEntryRecord: StoredSchema = defineRecord({
  origin: 'metadata',
  name: 'AccessControlEntryRecord',
  type: 18,
  versions: '0',
  flexible: '0+',
  fields: {
    id: uuid({ about: '' }),
    resourceType: int8({ about: '' }),
    resourceName: string({ about: '' }),
    patternType: int8({ about: '' }),
    principal: string({ about: '' }),
    host: string({ about: '' }),
    operation: int8({ about: '' }),
    permissionType: int8({ about: '' }),
  },
})
