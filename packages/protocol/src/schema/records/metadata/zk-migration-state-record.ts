import { defineRecord, int8 } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

export const zkMigrationStateRecord: StoredSchema = defineRecord({
  origin: 'metadata',
  name: 'ZkMigrationStateRecord',
  type: 21,
  versions: '0',
  flexible: '0+',
  fields: {
    zkMigrationState: int8({ about: '' }),
  },
})
