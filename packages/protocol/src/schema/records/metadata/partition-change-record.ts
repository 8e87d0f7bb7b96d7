import { defineRecord, array, int32, int8, uuid } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

export const partitionChangeRecord: StoredSchema = defineRecord({
  origin: 'metadata',
  name: 'PartitionChangeRecord',
  type: 5,
  versions: '0-2',
  flexible: '0+',
  fields: {
    partitionId: int32({ about: '', default: -1 }),
    topicId: uuid({ about: '' }),
    isr: array('int32', { about: '', nullable: '0+', tag: 0, default: null }),
    leader: int32({ about: '', tag: 1, default: -2 }),
    replicas: array('int32', { about: '', nullable: '0+', tag: 2, default: null }),
    removingReplicas: array('int32', { about: '', nullable: '0+', tag: 3, default: null }),
    addingReplicas: array('int32', { about: '', nullable: '0+', tag: 4, default: null }),
    leaderRecoveryState: int8({ about: '', tag: 5, default: -1 }),
    directories: array('uuid', { about: '', since: 1, nullable: '1+', tag: 8, default: null }),
    eligibleLeaderReplicas: array('int32', {
      about: '',
      since: 2,
      nullable: '2+',
      tag: 6,
      default: null,
    }),
    lastKnownElr: array('int32', { about: '', since: 2, nullable: '2+', tag: 7, default: null }),
  },
})
