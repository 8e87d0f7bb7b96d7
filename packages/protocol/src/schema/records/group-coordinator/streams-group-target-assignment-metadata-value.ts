import { defineRecord, int32, int64 } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

/** The target assignment of a streams group as a whole. */
export const streamsGroupTargetAssignmentMetadataValue: StoredSchema = defineRecord({
  origin: 'group-coordinator',
  name: 'StreamsGroupTargetAssignmentMetadataValue',
  type: 20,
  versions: '0',
  flexible: '0+',
  fields: {
    assignmentEpoch: int32({ about: 'Group epoch that the target assignment was made for.' }),
    assignmentTimestamp: int64({
      about: 'When the target assignment was made.',
      tag: 0,
      ignorable: true,
    }),
  },
})
