import { defineRecord, string } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

/** Key: a consumer group. */
export const consumerGroupMetadataKey: StoredSchema = defineRecord({
  origin: 'group-coordinator',
  name: 'ConsumerGroupMetadataKey',
  type: 3,
  versions: '0',
  fields: {
    groupId: string({ about: 'Id of the group.' }),
  },
})
