import { defineRecord, array, structs, uuid } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

export const shareGroupTargetAssignmentMemberValue: StoredSchema = defineRecord({
  origin: 'group-coordinator',
  name: 'ShareGroupTargetAssignmentMemberValue',
  type: 13,
  versions: '0',
  flexible: '0+',
  fields: {
    topicPartitions: structs(
      { about: '' },
      {
        topicId: uuid({ about: '' }),
        partitions: array('int32', { about: '' }),
      },
    ),
  },
})
