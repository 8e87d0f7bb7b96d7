import { defineRecord, int16 } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

export const snapshotFooterRecord: StoredSchema = defineRecord({
  origin: 'clients',
  name: 'SnapshotFooterRecord',
  versions: '0',
  flexible: '0+',
  fields: {
    version: int16({ about: '' }),
  },
})
