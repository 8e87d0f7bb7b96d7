import { defineRecord, int16 } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

/** Control record: the end of a snapshot, by which one that was cut short is told. */
export const snapshotFooterRecord: StoredSchema = defineRecord({
  origin: 'clients',
  name: 'SnapshotFooterRecord',
  versions: '0',
  flexible: '0+',
  fields: {
    version: int16({ about: 'Version of this message, which stands in front of it.' }),
  },
})
