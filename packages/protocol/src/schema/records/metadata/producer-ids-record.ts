import { defineRecord, int32, int64 } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

/** Hands a block of producer ids to a broker. */
export const producerIdsRecord: StoredSchema = defineRecord({
  origin: 'metadata',
  name: 'ProducerIdsRecord',
  type: 15,
  versions: '0',
  flexible: '0+',
  fields: {
    brokerId: int32({ about: 'Node id of the broker.' }),
    brokerEpoch: int64({ about: 'Epoch of this life of the broker.', default: -1 }),
    nextProducerId: int64({ about: 'First id after the block.' }),
  },
})
