import { defineRecord, string } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

/** Key: a streams-group member. */
export const streamsGroupMemberMetadataKey: StoredSchema = defineRecord({
  origin: 'group-coordinator',
  name: 'StreamsGroupMemberMetadataKey',
  type: 19,
  versions: '0',
  fields: {
    groupId: string({ about: 'Id of the group.' }),
    memberId: string({ about: 'Id of the member.' }),
  },
})
