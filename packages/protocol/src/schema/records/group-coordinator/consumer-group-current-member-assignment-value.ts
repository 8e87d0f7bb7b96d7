import { defineRecord, array, int32, int8, shape, structs, uuid } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

const topicPartitions = shape('TopicPartitions', {
  topicId: uuid({ about: 'Id of the topic.' }),
  partitions: array('int32', { about: 'Partitions of the topic.' }),
  assignmentEpochs: array('int32', {
    about: 'Group epoch at which each partition was assigned, in their order; null when unknown.',
    nullable: '0+',
    tag: 0,
  }),
})

/** What a consumer-group member owns and has yet to give up. */
export const consumerGroupCurrentMemberAssignmentValue: StoredSchema = defineRecord({
  origin: 'group-coordinator',
  name: 'ConsumerGroupCurrentMemberAssignmentValue',
  type: 8,
  versions: '0',
  flexible: '0+',
  fields: {
    memberEpoch: int32({ about: 'Epoch it is at.' }),
    previousMemberEpoch: int32({
      about: 'Epoch it was at before, accepted once more when an answer was lost.',
    }),
    state: int8({
      about: '0 stable, 1 has partitions to give up, 2 waits for partitions, 127 unknown.',
    }),
    assignedPartitions: structs({ about: 'Partitions it owns.' }, topicPartitions),
    partitionsPendingRevocation: structs(
      { about: 'Partitions it has been told to give up.' },
      topicPartitions,
    ),
  },
})
