import { defineRecord, string } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

/** Key: the target assignment of a consumer group. */
export const consumerGroupTargetAssignmentMetadataKey: StoredSchema = defineRecord({
  origin: 'group-coordinator',
  name: 'ConsumerGroupTargetAssignmentMetadataKey',
  type: 6,
  versions: '0',
  fields: {
    groupId: string({ about: 'Id of the group.' }),
  },
})
