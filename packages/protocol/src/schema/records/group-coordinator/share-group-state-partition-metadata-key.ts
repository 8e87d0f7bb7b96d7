import { defineRecord, string } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

/** Key: which share partitions of a group have state. */
export const shareGroupStatePartitionMetadataKey: StoredSchema = defineRecord({
  origin: 'group-coordinator',
  name: 'ShareGroupStatePartitionMetadataKey',
  type: 15,
  versions: '0',
  fields: {
    groupId: string({ about: 'Id of the group.' }),
  },
})
