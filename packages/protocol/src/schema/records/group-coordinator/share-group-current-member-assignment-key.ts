import { defineRecord, string } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

/** Key: what a share-group member may read. */
export const shareGroupCurrentMemberAssignmentKey: StoredSchema = defineRecord({
  origin: 'group-coordinator',
  name: 'ShareGroupCurrentMemberAssignmentKey',
  type: 14,
  versions: '0',
  fields: {
    groupId: string({ about: 'Id of the group.' }),
    memberId: string({ about: 'Id of the member.' }),
  },
})
