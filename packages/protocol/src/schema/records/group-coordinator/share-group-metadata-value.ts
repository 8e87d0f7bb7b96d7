import { defineRecord, int32, int64Wide } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

/** A share group: its epoch and what that is based on. */
export const shareGroupMetadataValue: StoredSchema = defineRecord({
  origin: 'group-coordinator',
  name: 'ShareGroupMetadataValue',
  type: 11,
  versions: '0',
  flexible: '0+',
  fields: {
    epoch: int32({ about: 'Raised whenever members, subscriptions or their topics change.' }),
    metadataHash: int64Wide({
      about: 'Hash of the topics that the group reads, with their partitions and racks (KIP-1101).',
    }),
  },
})
