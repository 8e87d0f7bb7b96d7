import { defineRecord, int32, string } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

/** Key: a committed offset. */
export const offsetCommitKey: StoredSchema = defineRecord({
  origin: 'group-coordinator',
  name: 'OffsetCommitKey',
  type: 1,
  versions: '0',
  fields: {
    group: string({ about: 'Id of the group.' }),
    topic: string({ about: 'Name of the topic.' }),
    partition: int32({ about: 'Number of the partition.' }),
  },
})
