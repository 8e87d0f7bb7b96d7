import { defineRecord, string } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

/** Key: a consumer-group member. */
export const consumerGroupMemberMetadataKey: StoredSchema = defineRecord({
  origin: 'group-coordinator',
  name: 'ConsumerGroupMemberMetadataKey',
  type: 5,
  versions: '0',
  fields: {
    groupId: string({ about: 'Id of the group.' }),
    memberId: string({ about: 'Id of the member.' }),
  },
})
