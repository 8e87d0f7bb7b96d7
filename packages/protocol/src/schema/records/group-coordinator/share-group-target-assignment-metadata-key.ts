import { defineRecord, string } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

export const shareGroupTargetAssignmentMetadataKey: StoredSchema = defineRecord({
  origin: 'group-coordinator',
  name: 'ShareGroupTargetAssignmentMetadataKey',
  type: 12,
  versions: '0',
  fields: {
    groupId: string({ about: '' }),
  },
})
