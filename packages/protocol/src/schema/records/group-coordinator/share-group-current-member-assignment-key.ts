import { defineRecord, string } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

export const shareGroupCurrentMemberAssignmentKey: StoredSchema = defineRecord({
  origin: 'group-coordinator',
  name: 'ShareGroupCurrentMemberAssignmentKey',
  type: 14,
  versions: '0',
  fields: {
    groupId: string({ about: '' }),
    memberId: string({ about: '' }),
  },
})
