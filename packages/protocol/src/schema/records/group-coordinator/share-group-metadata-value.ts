import { defineRecord, int32, int64Wide } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

export const shareGroupMetadataValue: StoredSchema = defineRecord({
  origin: 'group-coordinator',
  name: 'ShareGroupMetadataValue',
  type: 11,
  versions: '0',
  flexible: '0+',
  fields: {
    epoch: int32({ about: '' }),
    metadataHash: int64Wide({ about: '' }),
  },
})
