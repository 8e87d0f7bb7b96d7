import { defineRecord, string, uuid } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

/** Creates a topic; its partitions follow. */
export const topicRecord: StoredSchema = defineRecord({
  origin: 'metadata',
  name: 'TopicRecord',
  type: 2,
  versions: '0',
  flexible: '0+',
  fields: {
    name: string({ about: 'Name of the topic.' }),
    topicId: uuid({ about: 'Id of the topic.' }),
  },
})
