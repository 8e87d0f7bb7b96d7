import { defineRecord } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

/** Makes the records since the last BeginTransactionRecord count (KIP-868). */
export const endTransactionRecord: StoredSchema = defineRecord({
  origin: 'metadata',
  name: 'EndTransactionRecord',
  type: 24,
  versions: '0',
  flexible: '0+',
  fields: {},
})
