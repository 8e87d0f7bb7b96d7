import { defineRecord, string } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

/** Key: the target assignment of a streams group. */
export const streamsGroupTargetAssignmentMetadataKey: StoredSchema = defineRecord({
  origin: 'group-coordinator',
  name: 'StreamsGroupTargetAssignmentMetadataKey',
  type: 20,
  versions: '0',
  fields: {
    groupId: string({ about: 'Id of the group.' }),
  },
})
