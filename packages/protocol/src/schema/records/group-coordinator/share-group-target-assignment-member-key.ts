import { defineRecord, string } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

/** Key: what a share-group member shall read in the end. */
export const shareGroupTargetAssignmentMemberKey: StoredSchema = defineRecord({
  origin: 'group-coordinator',
  name: 'ShareGroupTargetAssignmentMemberKey',
  type: 13,
  versions: '0',
  fields: {
    groupId: string({ about: 'Id of the group.' }),
    memberId: string({ about: 'Id of the member.' }),
  },
})
