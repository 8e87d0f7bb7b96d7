import { defineRecord, int64Wide, string } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

export const legacyOffsetCommitValue: StoredSchema = defineRecord({
  origin: 'group-coordinator',
  name: 'LegacyOffsetCommitValue',
  type: 0,
  versions: '0',
  fields: {
    offset: int64Wide({ about: '' }),
    metadata: string({ about: '' }),
    commitTimestamp: int64Wide({ about: '' }),
  },
})
