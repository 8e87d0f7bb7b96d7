import { defineRecord } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

export const noOpRecord: StoredSchema = defineRecord({
  origin: 'metadata',
  name: 'NoOpRecord',
  type: 20,
  versions: '0',
  flexible: '0+',
  fields: {},
})
