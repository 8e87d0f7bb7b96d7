import { defineRecord, string } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

/** Key: partitions of a consumer group's topics. No longer written since 4.1. */
export const consumerGroupPartitionMetadataKey: StoredSchema = defineRecord({
  origin: 'group-coordinator',
  name: 'ConsumerGroupPartitionMetadataKey',
  type: 4,
  versions: '0',
  fields: {
    groupId: string({ about: 'Id of the group.' }),
  },
})
