import { defineRecord, int8, string } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

export const configRecord: StoredSchema = defineRecord({
  origin: 'metadata',
  name: 'ConfigRecord',
  type: 4,
  versions: '0',
  flexible: '0+',
  fields: {
    resourceType: int8({ about: '' }),
    resourceName: string({ about: '' }),
    name: string({ about: '' }),
    value: string({ about: '', nullable: '0+' }),
  },
})
