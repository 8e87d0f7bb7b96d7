import { defineRecord, array, shape, string, structs, uuid } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

const topicPartitionsInfo = shape('TopicPartitionsInfo', {
  topicId: uuid({ about: '' }),
  topicName: string({ about: '' }),
  partitions: array('int32', { about: '' }),
})

const topicInfo = shape('TopicInfo', {
  topicId: uuid({ about: '' }),
  topicName: string({ about: '' }),
})

export const shareGroupStatePartitionMetadataValue: StoredSchema = defineRecord({
  origin: 'group-coordinator',
  name: 'ShareGroupStatePartitionMetadataValue',
  type: 15,
  versions: '0',
  flexible: '0+',
  fields: {
    initializingTopics: structs({ about: '' }, topicPartitionsInfo),
    initializedTopics: structs({ about: '' }, topicPartitionsInfo),
    deletingTopics: structs({ about: '' }, topicInfo),
  },
})
