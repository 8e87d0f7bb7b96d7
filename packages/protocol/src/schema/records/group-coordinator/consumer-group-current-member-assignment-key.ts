import { defineRecord, string } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

export const consumerGroupCurrentMemberAssignmentKey: StoredSchema = defineRecord({
  origin: 'group-coordinator',
  name: 'ConsumerGroupCurrentMemberAssignmentKey',
  type: 8,
  versions: '0',
  fields: {
    groupId: string({ about: '' }),
    memberId: string({ about: '' }),
  },
})
