import { defineRecord, string } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

/** Key: a streams group. */
export const streamsGroupMetadataKey: StoredSchema = defineRecord({
  origin: 'group-coordinator',
  name: 'StreamsGroupMetadataKey',
  type: 17,
  versions: '0',
  fields: {
    groupId: string({ about: 'Id of the group.' }),
  },
})
