import { defineRecord, int32, int64 } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

/** Keeps a broker from serving. BrokerRegistrationChangeRecord has taken its place. */
export const fenceBrokerRecord: StoredSchema = defineRecord({
  origin: 'metadata',
  name: 'FenceBrokerRecord',
  type: 7,
  versions: '0',
  flexible: '0+',
  fields: {
    id: int32({ about: 'Node id of the broker.' }),
    epoch: int64({ about: 'Life of the broker that is meant.' }),
  },
})
