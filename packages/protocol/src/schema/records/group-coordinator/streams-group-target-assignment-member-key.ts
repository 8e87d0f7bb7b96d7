import { defineRecord, string } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

export const streamsGroupTargetAssignmentMemberKey: StoredSchema = defineRecord({
  origin: 'group-coordinator',
  name: 'StreamsGroupTargetAssignmentMemberKey',
  type: 21,
  versions: '0',
  fields: {
    groupId: string({ about: '' }),
    memberId: string({ about: '' }),
  },
})
