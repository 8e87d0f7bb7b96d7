import { defineRecord, int16 } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

export const controlRecordTypeSchema: StoredSchema = defineRecord({
  origin: 'clients',
  name: 'ControlRecordTypeSchema',
  versions: '0',
  fields: {
    type: int16({ about: '' }),
  },
})
