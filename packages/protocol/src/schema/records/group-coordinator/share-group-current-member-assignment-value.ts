import { defineRecord, array, int32, int8, shape, structs, uuid } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

const topicPartitions = shape('TopicPartitions', {
  topicId: uuid({ about: '' }),
  partitions: array('int32', { about: '' }),
})

export const shareGroupCurrentMemberAssignmentValue: StoredSchema = defineRecord({
  origin: 'group-coordinator',
  name: 'ShareGroupCurrentMemberAssignmentValue',
  type: 14,
  versions: '0',
  flexible: '0+',
  fields: {
    memberEpoch: int32({ about: '' }),
    previousMemberEpoch: int32({ about: '' }),
    state: int8({ about: '' }),
    assignedPartitions: structs({ about: '' }, topicPartitions),
  },
})
