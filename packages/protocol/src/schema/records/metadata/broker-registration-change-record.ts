import { defineRecord, array, int32, int64, int8 } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

/** Changes a registered broker: what is not told stays as it was. */
export const brokerRegistrationChangeRecord: StoredSchema = defineRecord({
  origin: 'metadata',
  name: 'BrokerRegistrationChangeRecord',
  type: 17,
  versions: '0-3',
  flexible: '0+',
  fields: {
    brokerId: int32({ about: 'Node id of the broker.' }),
    brokerEpoch: int64({ about: 'Life of the broker that the change is for.' }),
    fenced: int8({ about: '-1 unfences it, 1 fences it, 0 leaves it.', tag: 0 }),
    inControlledShutdown: int8({ about: '1 it is stopping, 0 leaves it.', since: 1, tag: 1 }),
    logDirs: array('uuid', {
      about: 'Ids of its log directories that are online; empty when unchanged.',
      since: 2,
      tag: 2,
    }),
    cordonedLogDirs: array('uuid', {
      about:
        'Ids of its log directories that shall get no new replicas; null when unchanged (KIP-1066).',
      since: 3,
      nullable: '3+',
      tag: 3,
      default: null,
    }),
  },
})
