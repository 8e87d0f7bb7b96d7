import { defineRecord, int32, string } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

export const legacyOffsetCommitKey: StoredSchema = defineRecord({
  origin: 'group-coordinator',
  name: 'LegacyOffsetCommitKey',
  type: 0,
  versions: '0',
  fields: {
    group: string({ about: '' }),
    topic: string({ about: '' }),
    partition: int32({ about: '' }),
  },
})
