import { defineRecord, int16, int64 } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

export const snapshotHeaderRecord: StoredSchema = defineRecord({
  origin: 'clients',
  name: 'SnapshotHeaderRecord',
  versions: '0',
  flexible: '0+',
  fields: {
    version: int16({ about: '' }),
    lastContainedLogTimestamp: int64({ about: '' }),
  },
})
