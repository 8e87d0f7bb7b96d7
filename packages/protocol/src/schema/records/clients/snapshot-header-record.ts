import { defineRecord, int16, int64 } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

/** Control record: the beginning of a snapshot. */
export const snapshotHeaderRecord: StoredSchema = defineRecord({
  origin: 'clients',
  name: 'SnapshotHeaderRecord',
  versions: '0',
  flexible: '0+',
  fields: {
    version: int16({ about: 'Version of this message, which stands in front of it.' }),
    lastContainedLogTimestamp: int64({
      about: 'Timestamp of the last record that the snapshot stands for.',
    }),
  },
})
