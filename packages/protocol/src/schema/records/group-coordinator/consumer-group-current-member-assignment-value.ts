import { defineRecord, array, int32, int8, shape, structs, uuid } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

const topicPartitions = shape('TopicPartitions', {
  topicId: uuid({ about: '' }),
  partitions: array('int32', { about: '' }),
  assignmentEpochs: array('int32', { about: '', nullable: '0+', tag: 0 }),
})

export const consumerGroupCurrentMemberAssignmentValue: StoredSchema = defineRecord({
  origin: 'group-coordinator',
  name: 'ConsumerGroupCurrentMemberAssignmentValue',
  type: 8,
  versions: '0',
  flexible: '0+',
  fields: {
    memberEpoch: int32({ about: '' }),
    previousMemberEpoch: int32({ about: '' }),
    state: int8({ about: '' }),
    assignedPartitions: structs({ about: '' }, topicPartitions),
    partitionsPendingRevocation: structs({ about: '' }, topicPartitions),
  },
})
