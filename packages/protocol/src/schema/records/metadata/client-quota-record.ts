import { defineRecord, bool, float64, string, structs } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

export const clientQuotaRecord: StoredSchema = defineRecord({
  origin: 'metadata',
  name: 'ClientQuotaRecord',
  type: 14,
  versions: '0',
  flexible: '0+',
  fields: {
    entity: structs(
      { about: '' },
      {
        entityType: string({ about: '' }),
        entityName: string({ about: '', nullable: '0+' }),
      },
    ),
    key: string({ about: '' }),
    value: float64({ about: '' }),
    remove: bool({ about: '' }),
  },
})
