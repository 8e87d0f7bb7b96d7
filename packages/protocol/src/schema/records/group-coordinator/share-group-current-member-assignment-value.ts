import { defineRecord, array, int32, int8, shape, structs, uuid } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

const topicPartitions = shape('TopicPartitions', {
  topicId: uuid({ about: 'Id of the topic.' }),
  partitions: array('int32', { about: 'Partitions of the topic.' }),
})

/** What a share-group member may read. */
export const shareGroupCurrentMemberAssignmentValue: StoredSchema = defineRecord({
  origin: 'group-coordinator',
  name: 'ShareGroupCurrentMemberAssignmentValue',
  type: 14,
  versions: '0',
  flexible: '0+',
  fields: {
    memberEpoch: int32({ about: 'Epoch it is at.' }),
    previousMemberEpoch: int32({ about: 'Epoch it was at before.' }),
    state: int8({ about: '0 stable.' }),
    assignedPartitions: structs({ about: 'Partitions it may read.' }, topicPartitions),
  },
})
