import { defineRecord, string } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

export const consumerGroupTargetAssignmentMemberKey: StoredSchema = defineRecord({
  origin: 'group-coordinator',
  name: 'ConsumerGroupTargetAssignmentMemberKey',
  type: 7,
  versions: '0',
  fields: {
    groupId: string({ about: '' }),
    memberId: string({ about: '' }),
  },
})
