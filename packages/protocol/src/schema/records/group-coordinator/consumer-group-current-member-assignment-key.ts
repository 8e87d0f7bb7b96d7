import { defineRecord, string } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

/** Key: what a consumer-group member owns. */
export const consumerGroupCurrentMemberAssignmentKey: StoredSchema = defineRecord({
  origin: 'group-coordinator',
  name: 'ConsumerGroupCurrentMemberAssignmentKey',
  type: 8,
  versions: '0',
  fields: {
    groupId: string({ about: 'Id of the group.' }),
    memberId: string({ about: 'Id of the member.' }),
  },
})
