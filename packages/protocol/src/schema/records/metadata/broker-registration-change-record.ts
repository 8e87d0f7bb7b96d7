import { defineRecord, array, int32, int64, int8 } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

export const brokerRegistrationChangeRecord: StoredSchema = defineRecord({
  origin: 'metadata',
  name: 'BrokerRegistrationChangeRecord',
  type: 17,
  versions: '0-3',
  flexible: '0+',
  fields: {
    brokerId: int32({ about: '' }),
    brokerEpoch: int64({ about: '' }),
    fenced: int8({ about: '', tag: 0 }),
    inControlledShutdown: int8({ about: '', since: 1, tag: 1 }),
    logDirs: array('uuid', { about: '', since: 2, tag: 2 }),
    cordonedLogDirs: array('uuid', { about: '', since: 3, nullable: '3+', tag: 3, default: null }),
  },
})
