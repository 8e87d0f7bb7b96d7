import { defineRecord, int32, string } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

/** Key: a committed offset, as brokers before 0.9 wrote it. */
export const legacyOffsetCommitKey: StoredSchema = defineRecord({
  origin: 'group-coordinator',
  name: 'LegacyOffsetCommitKey',
  type: 0,
  versions: '0',
  fields: {
    group: string({ about: 'Id of the group.' }),
    topic: string({ about: 'Name of the topic.' }),
    partition: int32({ about: 'Number of the partition.' }),
  },
})
