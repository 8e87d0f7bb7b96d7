import { defineRecord, array, int64 } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

export const consumerGroupRegularExpressionValue: StoredSchema = defineRecord({
  origin: 'group-coordinator',
  name: 'ConsumerGroupRegularExpressionValue',
  type: 16,
  versions: '0',
  flexible: '0+',
  fields: {
    topics: array('string', { about: '' }),
    version: int64({ about: '' }),
    timestamp: int64({ about: '' }),
  },
})
