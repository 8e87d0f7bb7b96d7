import { defineRecord, string } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

export const shareGroupMemberMetadataKey: StoredSchema = defineRecord({
  origin: 'group-coordinator',
  name: 'ShareGroupMemberMetadataKey',
  type: 10,
  versions: '0',
  fields: {
    groupId: string({ about: '' }),
    memberId: string({ about: '' }),
  },
})
