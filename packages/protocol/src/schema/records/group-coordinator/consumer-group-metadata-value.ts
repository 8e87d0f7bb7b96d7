import { defineRecord, int32, int64Wide } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

export const consumerGroupMetadataValue: StoredSchema = defineRecord({
  origin: 'group-coordinator',
  name: 'ConsumerGroupMetadataValue',
  type: 3,
  versions: '0',
  flexible: '0+',
  fields: {
    epoch: int32({ about: '' }),
    metadataHash: int64Wide({ about: '', tag: 0 }),
  },
})
