import { defineRecord, int16 } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

export const kRaftVersionRecord: StoredSchema = defineRecord({
  origin: 'clients',
  name: 'KRaftVersionRecord',
  versions: '0',
  flexible: '0+',
  fields: {
    version: int16({ about: '' }),
    kRaftVersion: int16({ about: '' }),
  },
})
