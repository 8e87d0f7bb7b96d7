import { defineRecord, array, bytes, int32, string, structs } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

export const consumerProtocolSubscription: StoredSchema = defineRecord({
  origin: 'clients',
  name: 'ConsumerProtocolSubscription',
  versions: '0-3',
  fields: {
    topics: array('string', { about: '' }),
    userData: bytes({ about: '', nullable: '0+', default: null }),
    ownedPartitions: structs(
      { about: '', since: 1, ignorable: true },
      {
        topic: string({ about: '' }),
        partitions: array('int32', { about: '' }),
      },
    ),
    generationId: int32({ about: '', since: 2, default: -1, ignorable: true }),
    rackId: string({ about: '', since: 3, nullable: '3+', default: null, ignorable: true }),
  },
})
