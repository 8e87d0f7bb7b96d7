import { defineRecord, int32, int64 } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

export const unregisterBrokerRecord: StoredSchema = defineRecord({
  origin: 'metadata',
  name: 'UnregisterBrokerRecord',
  type: 1,
  versions: '0',
  flexible: '0+',
  fields: {
    brokerId: int32({ about: '' }),
    brokerEpoch: int64({ about: '' }),
  },
})
