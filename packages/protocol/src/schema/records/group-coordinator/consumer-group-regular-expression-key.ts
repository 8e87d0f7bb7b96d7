import { defineRecord, string } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

/** Key: a regular expression of a consumer group. */
export const consumerGroupRegularExpressionKey: StoredSchema = defineRecord({
  origin: 'group-coordinator',
  name: 'ConsumerGroupRegularExpressionKey',
  type: 16,
  versions: '0',
  fields: {
    groupId: string({ about: 'Id of the group.' }),
    regularExpression: string({ about: 'The expression (RE2).' }),
  },
})
