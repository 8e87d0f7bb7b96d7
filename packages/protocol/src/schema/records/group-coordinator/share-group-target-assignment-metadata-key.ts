import { defineRecord, string } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

/** Key: the target assignment of a share group. */
export const shareGroupTargetAssignmentMetadataKey: StoredSchema = defineRecord({
  origin: 'group-coordinator',
  name: 'ShareGroupTargetAssignmentMetadataKey',
  type: 12,
  versions: '0',
  fields: {
    groupId: string({ about: 'Id of the group.' }),
  },
})
