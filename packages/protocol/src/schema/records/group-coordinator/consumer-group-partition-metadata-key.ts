import { defineRecord, string } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

export const consumerGroupPartitionMetadataKey: StoredSchema = defineRecord({
  origin: 'group-coordinator',
  name: 'ConsumerGroupPartitionMetadataKey',
  type: 4,
  versions: '0',
  fields: {
    groupId: string({ about: '' }),
  },
})
