import { defineRecord, array, bytes, string, structs } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

/**
 * Assignment of a consumer, which its group's leader computes and the coordinator passes on
 * unread.
 */
export const consumerProtocolAssignment: StoredSchema = defineRecord({
  origin: 'clients',
  name: 'ConsumerProtocolAssignment',
  versions: '0-3',
  fields: {
    assignedPartitions: structs(
      { about: 'Partitions it is to read, by topic.' },
      {
        topic: string({ about: 'Name of the topic.' }),
        partitions: array('int32', { about: 'Partitions of the topic.' }),
      },
    ),
    userData: bytes({ about: "Bytes of the assignor's own.", nullable: '0+', default: null }),
  },
})
