import { defineRecord, string } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

export const consumerGroupMemberMetadataKey: StoredSchema = defineRecord({
  origin: 'group-coordinator',
  name: 'ConsumerGroupMemberMetadataKey',
  type: 5,
  versions: '0',
  fields: {
    groupId: string({ about: '' }),
    memberId: string({ about: '' }),
  },
})
