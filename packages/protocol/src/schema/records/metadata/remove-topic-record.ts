import { defineRecord, uuid } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

export const removeTopicRecord: StoredSchema = defineRecord({
  origin: 'metadata',
  name: 'RemoveTopicRecord',
  type: 9,
  versions: '0',
  flexible: '0+',
  fields: {
    topicId: uuid({ about: '' }),
  },
})
