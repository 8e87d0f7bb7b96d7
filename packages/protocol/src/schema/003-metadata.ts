import { defineApi, array, bool, int16, int32, string, structs, uuid } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

/** Tells clients the brokers, the topics with their leaders, and the controller. */
export const metadata: ApiSchema = defineApi({
  key: 3,
  name: 'Metadata',
  versions: '0-13',
  flexible: '9+',
  listeners: ['broker'],
  request: {
    topics: structs(
      {
        about: 'Topics asked about; null asks for all, and in version 0 so does an empty list.',
        nullable: '1+',
      },
      {
        topicId: uuid({
          about: 'Topic by id; zero when asked by name.',
          since: 10,
          ignorable: true,
        }),
        name: string({ about: 'Topic by name; null when asked by id.', nullable: '10+' }),
      },
    ),
    allowAutoTopicCreation: bool({
      about: 'Whether a topic that does not exist may be created, if the broker is set so.',
      since: 4,
      default: true,
    }),
    includeClusterAuthorizedOperations: bool({
      about: 'Whether to tell what the principal may do with the cluster.',
      since: 8,
      until: 10,
    }),
    includeTopicAuthorizedOperations: bool({
      about: 'Whether to tell what the principal may do with each topic.',
      since: 8,
    }),
  },
  response: {
    throttleTimeMs: int32({
      about: 'How long the client should pause before it sends more, in ms: it went over a quota.',
      since: 3,
      ignorable: true,
    }),
    brokers: structs(
      { about: "Brokers that are alive and have a listener of the client's kind." },
      {
        nodeId: int32({ about: 'Node id.' }),
        host: string({ about: 'Host to connect to.' }),
        port: int32({ about: 'Port to connect to.' }),
        rack: string({
          about: 'Rack of the node; null when unknown.',
          since: 1,
          nullable: '1+',
          default: null,
          ignorable: true,
        }),
      },
    ),
    clusterId: string({
      about: 'Id of the cluster.',
      since: 2,
      nullable: '2+',
      default: null,
      ignorable: true,
    }),
    controllerId: int32({
      about: 'A broker that takes requests for the controller; -1 when there is none.',
      since: 1,
      default: -1,
      ignorable: true,
    }),
    topics: structs(
      { about: 'The topics, with their partitions.' },
      {
        errorCode: int16({
          about:
            'UNKNOWN_TOPIC_OR_PARTITION, LEADER_NOT_AVAILABLE while being created, and the like.',
        }),
        name: string({
          about: 'Its name; null when it was asked for by an id that is not known.',
          nullable: '12+',
        }),
        topicId: uuid({ about: 'Id of the topic.', since: 10, ignorable: true }),
        isInternal: bool({
          about: 'Whether coordinators keep their state in it.',
          since: 1,
          ignorable: true,
        }),
        partitions: structs(
          { about: 'Its partitions, in no order.' },
          {
            errorCode: int16({
              about:
                'LEADER_NOT_AVAILABLE when the partition has no leader, LISTENER_NOT_FOUND when clients cannot reach it.',
            }),
            partitionIndex: int32({ about: 'Number of the partition.' }),
            leaderId: int32({ about: 'Node id of the leader; -1 when there is none.' }),
            leaderEpoch: int32({
              about: 'Leader epoch; -1 when unknown.',
              since: 7,
              default: -1,
              ignorable: true,
            }),
            replicaNodes: array('int32', {
              about: 'Brokers that hold a replica, the preferred leader first.',
            }),
            isrNodes: array('int32', { about: 'Brokers whose replica is in sync.' }),
            offlineReplicas: array('int32', {
              about: 'Brokers whose replica is down.',
              since: 5,
              ignorable: true,
            }),
          },
        ),
        topicAuthorizedOperations: int32({
          about:
            'Allowed operations as bits by ACL operation code; the lowest int32 when not asked for.',
          since: 8,
          default: -2147483648,
        }),
      },
    ),
    clusterAuthorizedOperations: int32({
      about:
        'Allowed operations as bits by ACL operation code; the lowest int32 when not asked for.',
      since: 8,
      until: 10,
      default: -2147483648,
    }),
    errorCode: int16({
      about:
        'REBOOTSTRAP_REQUIRED when the client should start over from its bootstrap servers (KIP-1102).',
      since: 13,
      ignorable: true,
    }),
  },
})
