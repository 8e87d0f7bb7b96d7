import { defineRecord, array, bytes, string, structs } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

export const consumerProtocolAssignment: StoredSchema = defineRecord({
  origin: 'clients',
  name: 'ConsumerProtocolAssignment',
  versions: '0-3',
  fields: {
    assignedPartitions: structs(
      { about: '' },
      {
        topic: string({ about: '' }),
        partitions: array('int32', { about: '' }),
      },
    ),
    userData: bytes({ about: '', nullable: '0+', default: null }),
  },
})
