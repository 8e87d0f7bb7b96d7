import { defineRecord, int32, string } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

export const offsetCommitKey: StoredSchema = defineRecord({
  origin: 'group-coordinator',
  name: 'OffsetCommitKey',
  type: 1,
  versions: '0',
  fields: {
    group: string({ about: '' }),
    topic: string({ about: '' }),
    partition: int32({ about: '' }),
  },
})
