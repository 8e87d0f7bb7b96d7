import { defineRecord, array, structs, uuid } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

/** What a consumer-group member shall own in the end. */
export const consumerGroupTargetAssignmentMemberValue: StoredSchema = defineRecord({
  origin: 'group-coordinator',
  name: 'ConsumerGroupTargetAssignmentMemberValue',
  type: 7,
  versions: '0',
  flexible: '0+',
  fields: {
    topicPartitions: structs(
      { about: 'Partitions it shall own.' },
      {
        topicId: uuid({ about: 'Id of the topic.' }),
        partitions: array('int32', { about: 'Partitions of the topic.' }),
      },
    ),
  },
})
