import { defineRecord, string } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

export const shareGroupStatePartitionMetadataKey: StoredSchema = defineRecord({
  origin: 'group-coordinator',
  name: 'ShareGroupStatePartitionMetadataKey',
  type: 15,
  versions: '0',
  fields: {
    groupId: string({ about: '' }),
  },
})
