import { defineRecord, int32, int64 } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

/** Lets a broker serve. BrokerRegistrationChangeRecord has taken its place. */
export const unfenceBrokerRecord: StoredSchema = defineRecord({
  origin: 'metadata',
  name: 'UnfenceBrokerRecord',
  type: 8,
  versions: '0',
  flexible: '0+',
  fields: {
    id: int32({ about: 'Node id of the broker.' }),
    epoch: int64({ about: 'Life of the broker that is meant.' }),
  },
})
