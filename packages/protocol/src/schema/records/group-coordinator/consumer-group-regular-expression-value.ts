import { defineRecord, array, int64 } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

/** Topics that a regular expression of a consumer group stood for. */
export const consumerGroupRegularExpressionValue: StoredSchema = defineRecord({
  origin: 'group-coordinator',
  name: 'ConsumerGroupRegularExpressionValue',
  type: 16,
  versions: '0',
  flexible: '0+',
  fields: {
    topics: array('string', { about: 'Topics that matched.' }),
    version: int64({ about: 'Metadata offset it was resolved at.' }),
    timestamp: int64({ about: 'When it was resolved.' }),
  },
})
