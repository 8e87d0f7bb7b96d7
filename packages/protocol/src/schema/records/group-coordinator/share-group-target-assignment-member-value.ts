import { defineRecord, array, structs, uuid } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

/** What a share-group member shall read in the end. */
export const shareGroupTargetAssignmentMemberValue: StoredSchema = defineRecord({
  origin: 'group-coordinator',
  name: 'ShareGroupTargetAssignmentMemberValue',
  type: 13,
  versions: '0',
  flexible: '0+',
  fields: {
    topicPartitions: structs(
      { about: 'Partitions it shall read.' },
      {
        topicId: uuid({ about: 'Id of the topic.' }),
        partitions: array('int32', { about: 'Partitions of the topic.' }),
      },
    ),
  },
})
