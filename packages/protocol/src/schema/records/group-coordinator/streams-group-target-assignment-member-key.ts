import { defineRecord, string } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

/** Key: what a streams-group member shall run in the end. */
export const streamsGroupTargetAssignmentMemberKey: StoredSchema = defineRecord({
  origin: 'group-coordinator',
  name: 'StreamsGroupTargetAssignmentMemberKey',
  type: 21,
  versions: '0',
  fields: {
    groupId: string({ about: 'Id of the group.' }),
    memberId: string({ about: 'Id of the member.' }),
  },
})
