import { defineRecord, array, structs, uuid } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

export const consumerGroupTargetAssignmentMemberValue: StoredSchema = defineRecord({
  origin: 'group-coordinator',
  name: 'ConsumerGroupTargetAssignmentMemberValue',
  type: 7,
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
