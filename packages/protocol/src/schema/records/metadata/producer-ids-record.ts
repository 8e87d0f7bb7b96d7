import { defineRecord, int32, int64 } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

export const producerIdsRecord: StoredSchema = defineRecord({
  origin: 'metadata',
  name: 'ProducerIdsRecord',
  type: 15,
  versions: '0',
  flexible: '0+',
  fields: {
    brokerId: int32({ about: '' }),
    brokerEpoch: int64({ about: '', default: -1 }),
    nextProducerId: int64({ about: '' }),
  },
})
