import { defineRecord, array, int32, int8, uuid } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

export const partitionRecord: StoredSchema = defineRecord({
  origin: 'metadata',
  name: 'PartitionRecord',
  type: 3,
  versions: '0-2',
  flexible: '0+',
  fields: {
    partitionId: int32({ about: '', default: -1 }),
    topicId: uuid({ about: '' }),
    replicas: array('int32', { about: '' }),
    isr: array('int32', { about: '' }),
    removingReplicas: array('int32', { about: '' }),
    addingReplicas: array('int32', { about: '' }),
    leader: int32({ about: '', default: -1 }),
    leaderRecoveryState: int8({ about: '', tag: 0 }),
    leaderEpoch: int32({ about: '', default: -1 }),
    partitionEpoch: int32({ about: '', default: -1 }),
    directories: array('uuid', { about: '', since: 1 }),
    eligibleLeaderReplicas: array('int32', {
      about: '',
      since: 2,
      nullable: '2+',
      tag: 1,
      default: null,
    }),
    lastKnownElr: array('int32', { about: '', since: 2, nullable: '2+', tag: 2, default: null }),
  },
})
