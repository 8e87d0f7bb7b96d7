import { defineRecord, string } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

export const streamsGroupCurrentMemberAssignmentKey: StoredSchema = defineRecord({
  origin: 'group-coordinator',
  name: 'StreamsGroupCurrentMemberAssignmentKey',
  type: 22,
  versions: '0',
  fields: {
    groupId: string({ about: '' }),
    memberId: string({ about: '' }),
  },
})
