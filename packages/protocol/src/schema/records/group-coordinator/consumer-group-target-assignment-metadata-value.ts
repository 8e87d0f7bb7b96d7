import { defineRecord, int32, int64 } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

export const consumerGroupTargetAssignmentMetadataValue: StoredSchema = defineRecord({
  origin: 'group-coordinator',
  name: 'ConsumerGroupTargetAssignmentMetadataValue',
  type: 6,
  versions: '0',
  flexible: '0+',
  fields: {
    assignmentEpoch: int32({ about: '' }),
    assignmentTimestamp: int64({ about: '', tag: 0, ignorable: true }),
  },
})
