import { defineRecord, string } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

export const consumerGroupRegularExpressionKey: StoredSchema = defineRecord({
  origin: 'group-coordinator',
  name: 'ConsumerGroupRegularExpressionKey',
  type: 16,
  versions: '0',
  fields: {
    groupId: string({ about: '' }),
    regularExpression: string({ about: '' }),
  },
})
