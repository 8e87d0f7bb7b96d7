import { defineRecord, int32, int64 } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

/** Forgets a broker. */
export const unregisterBrokerRecord: StoredSchema = defineRecord({
  origin: 'metadata',
  name: 'UnregisterBrokerRecord',
  type: 1,
  versions: '0',
  flexible: '0+',
  fields: {
    brokerId: int32({ about: 'Node id of the broker.' }),
    brokerEpoch: int64({ about: 'Life of the broker that is meant.' }),
  },
})
