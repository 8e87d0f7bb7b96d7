import { defineRecord, array, int32, int8, uuid } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

/** Creates a partition. */
export const partitionRecord: StoredSchema = defineRecord({
  origin: 'metadata',
  name: 'PartitionRecord',
  type: 3,
  versions: '0-2',
  flexible: '0+',
  fields: {
    partitionId: int32({ about: 'Number of the partition.', default: -1 }),
    topicId: uuid({ about: 'Id of the topic.' }),
    replicas: array('int32', { about: 'Brokers with a replica, the preferred leader first.' }),
    isr: array('int32', { about: 'Replicas in sync.' }),
    removingReplicas: array('int32', {
      about: 'Brokers that will give theirs up in the move under way.',
    }),
    addingReplicas: array('int32', {
      about: 'Brokers that are getting one in the move under way.',
    }),
    leader: int32({ about: 'Leader; -1 none.', default: -1 }),
    leaderRecoveryState: int8({
      about: '0 recovered, 1 recovering after an unclean election.',
      tag: 0,
    }),
    leaderEpoch: int32({ about: 'Raised with every change of the leader.', default: -1 }),
    partitionEpoch: int32({ about: 'Raised with every change of the partition.', default: -1 }),
    directories: array('uuid', {
      about: 'Directory of each replica, in the order of the replicas (KIP-858).',
      since: 1,
    }),
    eligibleLeaderReplicas: array('int32', {
      about: 'Brokers that may lead though out of sync; null when none (KIP-966).',
      since: 2,
      nullable: '2+',
      tag: 1,
      default: null,
    }),
    lastKnownElr: array('int32', {
      about: 'Brokers that were eligible before they stopped without a clean end; null when none.',
      since: 2,
      nullable: '2+',
      tag: 2,
      default: null,
    }),
  },
})
