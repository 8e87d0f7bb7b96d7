import { defineRecord, string } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

export const shareGroupTargetAssignmentMemberKey: StoredSchema = defineRecord({
  origin: 'group-coordinator',
  name: 'ShareGroupTargetAssignmentMemberKey',
  type: 13,
  versions: '0',
  fields: {
    groupId: string({ about: '' }),
    memberId: string({ about: '' }),
  },
})
