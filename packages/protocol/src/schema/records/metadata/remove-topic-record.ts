import { defineRecord, uuid } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

/** Removes a topic with its partitions. */
export const removeTopicRecord: StoredSchema = defineRecord({
  origin: 'metadata',
  name: 'RemoveTopicRecord',
  type: 9,
  versions: '0',
  flexible: '0+',
  fields: {
    topicId: uuid({ about: 'Id of the topic.' }),
  },
})
