import { defineRecord, string } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

/** Begins a run of metadata records that count only together (KIP-868). */
export const beginTransactionRecord: StoredSchema = defineRecord({
  origin: 'metadata',
  name: 'BeginTransactionRecord',
  type: 23,
  versions: '0',
  flexible: '0+',
  fields: {
    name: string({
      about: 'What they are for; null when not told.',
      nullable: '0+',
      tag: 0,
      default: null,
    }),
  },
})
