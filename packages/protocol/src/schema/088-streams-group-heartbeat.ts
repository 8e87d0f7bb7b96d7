import {
  defineApi,
  array,
  bool,
  int16,
  int32,
  int64,
  int8,
  shape,
  string,
  struct,
  structs,
  uint16,
} from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

const requestKeyValue = shape('KeyValue', {
  key: string({ about: 'Name.' }),
  value: string({ about: 'Value.' }),
})

const requestTopicInfo = shape('TopicInfo', {
  name: string({ about: 'Name of the topic.' }),
  partitions: int32({ about: 'How many partitions it needs; 0 when it follows from others.' }),
  replicationFactor: int16({ about: "How many replicas it needs; 0 for the cluster's default." }),
  topicConfigs: structs({ about: 'Configuration it needs.' }, requestKeyValue),
})

const requestTaskIds = shape('TaskIds', {
  subtopologyId: string({ about: 'Id of the part of the topology.' }),
  partitions: array('int32', { about: 'Tasks of the part, numbered by partition.' }),
})

const requestEndpoint = shape('Endpoint', {
  host: string({ about: 'Host of the application instance.' }),
  port: uint16({ about: 'Port of the application instance.' }),
})

const requestTaskOffset = shape('TaskOffset', {
  subtopologyId: string({ about: 'Id of the part of the topology.' }),
  partition: int32({ about: 'Number of the partition.' }),
  offset: int64({ about: 'Offset in the changelog.' }),
})

const responseStatus = shape('Status', {
  statusCode: int8({
    about:
      '0 topology out of date, 1 source topics missing, 2 source topics partitioned wrongly, 3 internal topics missing, 4 shutdown of the application, 5 assignment held back.',
  }),
  statusDetail: string({ about: 'The same in words.' }),
})

const responseTaskIds = shape('TaskIds', {
  subtopologyId: string({ about: 'Id of the part of the topology.' }),
  partitions: array('int32', { about: 'Tasks of the part, numbered by partition.' }),
})

const responseEndpoint = shape('Endpoint', {
  host: string({ about: 'Host of the application instance.' }),
  port: uint16({ about: 'Port of the application instance.' }),
})

const responseTopicPartition = shape('TopicPartition', {
  topic: string({ about: 'Name of the topic.' }),
  partitions: array('int32', { about: 'Partitions of the topic.' }),
})

/**
 * Joins, keeps up and leaves a group of a Kafka Streams application: the coordinator assigns tasks
 * (KIP-1071).
 */
export const streamsGroupHeartbeat: ApiSchema = defineApi({
  key: 88,
  name: 'StreamsGroupHeartbeat',
  versions: '0',
  flexible: '0+',
  listeners: ['broker'],
  request: {
    groupId: string({ about: 'Id of the group.' }),
    memberId: string({ about: 'Id the client made up, the same for as long as it lives.' }),
    memberEpoch: int32({
      about:
        'Epoch the member is at; 0 joins, -1 leaves, -2 leaves for a while as a static member.',
    }),
    endpointInformationEpoch: int32({
      about: 'Version of the endpoints of other members that the client knows.',
    }),
    instanceId: string({
      about: 'Id of a static member, which keeps its place over a restart; null for others.',
      nullable: '0+',
      default: null,
    }),
    rackId: string({
      about: 'Rack of the member; null when unknown.',
      nullable: '0+',
      default: null,
    }),
    rebalanceTimeoutMs: int32({
      about: 'How long the member may take to give up tasks; -1 when unchanged.',
      default: -1,
    }),
    topology: struct(
      { about: "The application's topology; null when unchanged.", nullable: '0+', default: null },
      {
        epoch: int32({ about: 'Version of the topology.' }),
        subtopologies: structs(
          { about: 'Parts of the topology that run on their own.' },
          {
            subtopologyId: string({ about: 'Id of the part of the topology.' }),
            sourceTopics: array('string', { about: 'Topics it reads.' }),
            sourceTopicRegex: array('string', { about: 'Regular expressions of topics it reads.' }),
            stateChangelogTopics: structs(
              { about: 'Topics that back up its state.' },
              requestTopicInfo,
            ),
            repartitionSinkTopics: array('string', { about: 'Repartition topics it writes.' }),
            repartitionSourceTopics: structs(
              { about: 'Repartition topics it reads.' },
              requestTopicInfo,
            ),
            copartitionGroups: structs(
              { about: 'Topics that must have the same number of partitions.' },
              {
                sourceTopics: array('int16', { about: "Places of the topics in the part's list." }),
                sourceTopicRegex: array('int16', {
                  about: "Places of the expressions in the part's list.",
                }),
                repartitionSourceTopics: array('int16', {
                  about: "Places of the topics in the part's list.",
                }),
              },
            ),
          },
        ),
      },
    ),
    activeTasks: structs(
      { about: 'Tasks it runs; null when unchanged.', nullable: '0+', default: null },
      requestTaskIds,
    ),
    standbyTasks: structs(
      { about: 'Tasks whose state it copies; null when unchanged.', nullable: '0+', default: null },
      requestTaskIds,
    ),
    warmupTasks: structs(
      {
        about: 'Tasks it is about to take over and prepares for; null when unchanged.',
        nullable: '0+',
        default: null,
      },
      requestTaskIds,
    ),
    processId: string({
      about:
        'Id of the application instance, shared by the members of one process; null when unchanged.',
      nullable: '0+',
      default: null,
    }),
    userEndpoint: struct(
      {
        about: 'Where other instances can query its state; null when unchanged or none.',
        nullable: '0+',
        default: null,
      },
      requestEndpoint,
    ),
    clientTags: structs(
      {
        about: 'Tags for placing standby tasks apart; null when unchanged.',
        nullable: '0+',
        default: null,
      },
      requestKeyValue,
    ),
    taskOffsets: structs(
      {
        about: 'How far the state of its tasks has got; null when unchanged.',
        nullable: '0+',
        default: null,
      },
      requestTaskOffset,
    ),
    taskEndOffsets: structs(
      {
        about: 'Ends of the changelogs of its tasks; null when unchanged.',
        nullable: '0+',
        default: null,
      },
      requestTaskOffset,
    ),
    shutdownApplication: bool({ about: 'Whether the whole application shall stop.' }),
  },
  response: {
    throttleTimeMs: int32({
      about: 'How long the client should pause before it sends more, in ms: it went over a quota.',
    }),
    errorCode: int16({
      about: 'FENCED_MEMBER_EPOCH tells the member to give up everything and join anew.',
    }),
    errorMessage: string({
      about: 'What went wrong, in words; null when nothing did or there is no more to say.',
      nullable: '0+',
      default: null,
    }),
    memberId: string({ about: 'Id of the member.' }),
    memberEpoch: int32({ about: 'Epoch the member is at now.' }),
    heartbeatIntervalMs: int32({ about: 'How often to send this.' }),
    acceptableRecoveryLag: int32({
      about: 'How far a state may be behind and still count as caught up.',
    }),
    taskOffsetIntervalMs: int32({ about: 'How often to tell the offsets of tasks.' }),
    status: structs(
      { about: 'What is not right with the group; null when unchanged.', nullable: '0+' },
      responseStatus,
    ),
    activeTasks: structs(
      { about: 'Tasks it shall run; null when unchanged.', nullable: '0+', default: null },
      responseTaskIds,
    ),
    standbyTasks: structs(
      {
        about: 'Tasks whose state it shall copy; null when unchanged.',
        nullable: '0+',
        default: null,
      },
      responseTaskIds,
    ),
    warmupTasks: structs(
      { about: 'Tasks it shall prepare for; null when unchanged.', nullable: '0+', default: null },
      responseTaskIds,
    ),
    endpointInformationEpoch: int32({ about: 'Version of the endpoints below.' }),
    partitionsByUserEndpoint: structs(
      {
        about: 'Which instance holds which partitions; null when unchanged.',
        nullable: '0+',
        default: null,
        item: 'UserEndpointPartitions',
      },
      {
        userEndpoint: struct({ about: 'Where the instance can be queried.' }, responseEndpoint),
        activePartitions: structs({ about: 'Partitions it processes.' }, responseTopicPartition),
        standbyPartitions: structs(
          { about: 'Partitions whose state it copies.' },
          responseTopicPartition,
        ),
      },
    ),
  },
})
