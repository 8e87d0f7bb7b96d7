import { defineRecord, string } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

/** Key: a classic group. */
export const groupMetadataKey: StoredSchema = defineRecord({
  origin: 'group-coordinator',
  name: 'GroupMetadataKey',
  type: 2,
  versions: '0',
  fields: {
    group: string({ about: 'Id of the group.' }),
  },
})
