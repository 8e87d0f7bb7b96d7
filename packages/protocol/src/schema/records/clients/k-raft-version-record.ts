import { defineRecord, int16 } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

/** Control record: the kraft.version from here on (KIP-853). */
export const kRaftVersionRecord: StoredSchema = defineRecord({
  origin: 'clients',
  name: 'KRaftVersionRecord',
  versions: '0',
  flexible: '0+',
  fields: {
    version: int16({ about: 'Version of this message, which stands in front of it.' }),
    kRaftVersion: int16({ about: '0 fixed voters from the configuration, 1 voters in the log.' }),
  },
})
