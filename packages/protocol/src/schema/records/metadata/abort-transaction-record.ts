import { defineRecord, string } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

/** Drops the records since the last BeginTransactionRecord (KIP-868). */
export const abortTransactionRecord: StoredSchema = defineRecord({
  origin: 'metadata',
  name: 'AbortTransactionRecord',
  type: 25,
  versions: '0',
  flexible: '0+',
  fields: {
    reason: string({
      about: 'Why they are dropped; null when not told.',
      nullable: '0+',
      tag: 0,
      default: null,
    }),
  },
})
