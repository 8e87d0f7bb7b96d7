import {
  defineApi,
  array,
  bool,
  int16,
  int32,
  string,
  struct,
  structs,
  uuid,
} from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

/** Shows the partitions of topics page by page, with their eligible leaders (KIP-966). */
export const describeTopicPartitions: ApiSchema = defineApi({
  key: 75,
  name: 'DescribeTopicPartitions',
  versions: '0',
  flexible: '0+',
  listeners: ['broker'],
  request: {
    topics: structs(
      { about: 'Topics asked about; empty for all.' },
      {
        name: string({ about: 'Name of the topic.' }),
      },
    ),
    responsePartitionLimit: int32({
      about: 'Partitions to answer with at most; the broker may send fewer.',
      default: 2000,
    }),
    cursor: struct(
      { about: 'Where to go on; null at the start.', nullable: '0+', default: null },
      {
        topicName: string({ about: 'Topic to go on with.' }),
        partitionIndex: int32({ about: 'Partition to go on with.' }),
      },
    ),
  },
  response: {
    throttleTimeMs: int32({
      about: 'How long the client should pause before it sends more, in ms: it went over a quota.',
      ignorable: true,
    }),
    topics: structs(
      { about: 'The topics, by name.' },
      {
        errorCode: int16({ about: 'UNKNOWN_TOPIC_OR_PARTITION and the like.' }),
        name: string({ about: 'Name of the topic.', nullable: '0+' }),
        topicId: uuid({ about: 'Id of the topic.', ignorable: true }),
        isInternal: bool({
          about: 'Whether coordinators keep their state in it.',
          ignorable: true,
        }),
        partitions: structs(
          { about: 'Its partitions, as far as this page reaches.' },
          {
            errorCode: int16({ about: 'LEADER_NOT_AVAILABLE when the partition has no leader.' }),
            partitionIndex: int32({ about: 'Number of the partition.' }),
            leaderId: int32({ about: 'Node id of the leader; -1 when there is none.' }),
            leaderEpoch: int32({
              about: 'Leader epoch; -1 when unknown.',
              default: -1,
              ignorable: true,
            }),
            replicaNodes: array('int32', {
              about: 'Brokers that hold a replica, the preferred leader first.',
            }),
            isrNodes: array('int32', { about: 'Brokers whose replica is in sync.' }),
            eligibleLeaderReplicas: array('int32', {
              about:
                'Brokers that may lead though out of sync, since they hold all that is committed.',
              nullable: '0+',
              default: null,
            }),
            lastKnownElr: array('int32', {
              about: 'Brokers that were eligible before they stopped without a clean end.',
              nullable: '0+',
              default: null,
            }),
            offlineReplicas: array('int32', {
              about: 'Brokers whose replica is down.',
              ignorable: true,
            }),
          },
        ),
        topicAuthorizedOperations: int32({
          about:
            'Allowed operations as bits by ACL operation code; the lowest int32 when not asked for.',
          default: -2147483648,
        }),
      },
    ),
    nextCursor: struct(
      { about: 'Where the next page begins; null after the last.', nullable: '0+', default: null },
      {
        topicName: string({ about: 'Topic to go on with.' }),
        partitionIndex: int32({ about: 'Partition to go on with.' }),
      },
    ),
  },
})
