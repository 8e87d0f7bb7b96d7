import { defineRecord, string } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

/** Empties the eligible leader replicas of a topic, or of all (KIP-966). */
export const clearElrRecord: StoredSchema = defineRecord({
  origin: 'metadata',
  name: 'ClearElrRecord',
  type: 28,
  versions: '0',
  flexible: '0+',
  fields: {
    topicName: string({ about: 'The topic; empty for all.' }),
  },
})
