import { defineRecord, array, bytes, int32, string, structs } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

/** Subscription of a consumer, which the coordinator passes on to its group's leader. */
export const consumerProtocolSubscription: StoredSchema = defineRecord({
  origin: 'clients',
  name: 'ConsumerProtocolSubscription',
  versions: '0-3',
  fields: {
    topics: array('string', { about: 'Topics it reads.' }),
    userData: bytes({ about: "Bytes of the assignor's own.", nullable: '0+', default: null }),
    ownedPartitions: structs(
      {
        about: 'Partitions it still reads, for cooperative rebalances (KIP-429).',
        since: 1,
        ignorable: true,
      },
      {
        topic: string({ about: 'Name of the topic.' }),
        partitions: array('int32', { about: 'Partitions of the topic.' }),
      },
    ),
    generationId: int32({
      about: 'Generation in which it got them; -1 when unknown (KIP-792).',
      since: 2,
      default: -1,
      ignorable: true,
    }),
    rackId: string({
      about: 'Rack of the consumer; null when unknown (KIP-881).',
      since: 3,
      nullable: '3+',
      default: null,
      ignorable: true,
    }),
  },
})
