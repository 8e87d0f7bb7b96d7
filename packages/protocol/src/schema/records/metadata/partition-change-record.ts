import { defineRecord, array, int32, int8, uuid } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

/** Changes a partition: what is not told stays as it was. */
export const partitionChangeRecord: StoredSchema = defineRecord({
  origin: 'metadata',
  name: 'PartitionChangeRecord',
  type: 5,
  versions: '0-2',
  flexible: '0+',
  fields: {
    partitionId: int32({ about: 'Number of the partition.', default: -1 }),
    topicId: uuid({ about: 'Id of the topic.' }),
    isr: array('int32', {
      about: 'Replicas in sync; null when unchanged.',
      nullable: '0+',
      tag: 0,
      default: null,
    }),
    leader: int32({
      about: 'Leader; -1 none, -2 unchanged. Any other raises the leader epoch.',
      tag: 1,
      default: -2,
    }),
    replicas: array('int32', {
      about: 'Brokers with a replica; null when unchanged.',
      nullable: '0+',
      tag: 2,
      default: null,
    }),
    removingReplicas: array('int32', {
      about: 'Brokers that will give theirs up; null when unchanged.',
      nullable: '0+',
      tag: 3,
      default: null,
    }),
    addingReplicas: array('int32', {
      about: 'Brokers that are getting one; null when unchanged.',
      nullable: '0+',
      tag: 4,
      default: null,
    }),
    leaderRecoveryState: int8({
      about: '0 recovered, 1 recovering after an unclean election, -1 unchanged.',
      tag: 5,
      default: -1,
    }),
    directories: array('uuid', {
      about:
        'Directory of each replica, in the order of the replicas; null when unchanged (KIP-858).',
      since: 1,
      nullable: '1+',
      tag: 8,
      default: null,
    }),
    eligibleLeaderReplicas: array('int32', {
      about: 'Brokers that may lead though out of sync; null when unchanged (KIP-966).',
      since: 2,
      nullable: '2+',
      tag: 6,
      default: null,
    }),
    lastKnownElr: array('int32', {
      about:
        'Brokers that were eligible before they stopped without a clean end; null when unchanged.',
      since: 2,
      nullable: '2+',
      tag: 7,
      default: null,
    }),
  },
})
