import { defineRecord, array, shape, string, structs, uuid } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

const topicPartitionsInfo = shape('TopicPartitionsInfo', {
  topicId: uuid({ about: 'Id of the topic.' }),
  topicName: string({ about: 'Name of the topic.' }),
  partitions: array('int32', { about: 'Partitions of the topic.' }),
})

const topicInfo = shape('TopicInfo', {
  topicId: uuid({ about: 'Id of the topic.' }),
  topicName: string({ about: 'Name of the topic.' }),
})

/** Which share partitions of a group have state at the share coordinator. */
export const shareGroupStatePartitionMetadataValue: StoredSchema = defineRecord({
  origin: 'group-coordinator',
  name: 'ShareGroupStatePartitionMetadataValue',
  type: 15,
  versions: '0',
  flexible: '0+',
  fields: {
    initializingTopics: structs(
      { about: 'Partitions whose state is being begun.' },
      topicPartitionsInfo,
    ),
    initializedTopics: structs({ about: 'Partitions whose state has begun.' }, topicPartitionsInfo),
    deletingTopics: structs({ about: 'Topics whose state is being deleted.' }, topicInfo),
  },
})
