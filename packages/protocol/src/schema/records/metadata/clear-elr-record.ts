import { defineRecord, string } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

export const clearElrRecord: StoredSchema = defineRecord({
  origin: 'metadata',
  name: 'ClearElrRecord',
  type: 28,
  versions: '0',
  flexible: '0+',
  fields: {
    topicName: string({ about: '' }),
  },
})
