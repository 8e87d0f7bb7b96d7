import { defineRecord } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

/**
 * Changes nothing: the controller writes it now and then to show that the log goes on (KIP-835).
 */
export const noOpRecord: StoredSchema = defineRecord({
  origin: 'metadata',
  name: 'NoOpRecord',
  type: 20,
  versions: '0',
  flexible: '0+',
  fields: {},
})
