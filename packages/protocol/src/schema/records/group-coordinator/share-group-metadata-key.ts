import { defineRecord, string } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

/** Key: a share group. */
export const shareGroupMetadataKey: StoredSchema = defineRecord({
  origin: 'group-coordinator',
  name: 'ShareGroupMetadataKey',
  type: 11,
  versions: '0',
  fields: {
    groupId: string({ about: 'Id of the group.' }),
  },
})
