import { defineRecord, string } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

export const beginTransactionRecord: StoredSchema = defineRecord({
  origin: 'metadata',
  name: 'BeginTransactionRecord',
  type: 23,
  versions: '0',
  flexible: '0+',
  fields: {
    name: string({ about: '', nullable: '0+', tag: 0, default: null }),
  },
})
