import {
  defineApi,
  array,
  bool,
  int16,
  int32,
  int64,
  shape,
  string,
  struct,
  structs,
  uint16,
} from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

const keyValue = shape('KeyValue', {
  key: string({ about: 'Name.' }),
  value: string({ about: 'Value.' }),
})

const topicInfo = shape('TopicInfo', {
  name: string({ about: 'Name of the topic.' }),
  partitions: int32({ about: 'How many partitions it needs; 0 when it follows from others.' }),
  replicationFactor: int16({ about: "How many replicas it needs; 0 for the cluster's default." }),
  topicConfigs: structs({ about: 'Configuration it needs.' }, keyValue),
})

const endpoint = shape('Endpoint', {
  host: string({ about: 'Host of the application instance.' }),
  port: uint16({ about: 'Port of the application instance.' }),
})

const taskOffset = shape('TaskOffset', {
  subtopologyId: string({ about: 'Id of the part of the topology.' }),
  partition: int32({ about: 'Number of the partition.' }),
  offset: int64({ about: 'Offset in the changelog.' }),
})

const taskIds = shape('TaskIds', {
  subtopologyId: string({ about: 'Id of the part of the topology.' }),
  partitions: array('int32', { about: 'Tasks of the part, numbered by partition.' }),
})

const assignment = shape('Assignment', {
  activeTasks: structs({ about: 'Tasks it runs.' }, taskIds),
  standbyTasks: structs({ about: 'Tasks whose state it copies.' }, taskIds),
  warmupTasks: structs({ about: 'Tasks it prepares for.' }, taskIds),
})

/** Shows groups of Kafka Streams applications with their topology and members (KIP-1071). */
export const streamsGroupDescribe: ApiSchema = defineApi({
  key: 89,
  name: 'StreamsGroupDescribe',
  versions: '0',
  flexible: '0+',
  listeners: ['broker'],
  request: {
    groupIds: array('string', { about: 'Ids of the groups.' }),
    includeAuthorizedOperations: bool({
      about: 'Whether to tell what the principal may do with each group.',
    }),
  },
  response: {
    throttleTimeMs: int32({
      about: 'How long the client should pause before it sends more, in ms: it went over a quota.',
    }),
    groups: structs(
      { about: 'The groups, in the order asked for.' },
      {
        errorCode: int16({ about: 'GROUP_ID_NOT_FOUND when there is no such group of this type.' }),
        errorMessage: string({
          about: 'What went wrong, in words; null when nothing did or there is no more to say.',
          nullable: '0+',
          default: null,
        }),
        groupId: string({ about: 'Id of the group.' }),
        groupState: string({ about: 'Empty, NotReady, Assigning, Reconciling, Stable or Dead.' }),
        groupEpoch: int32({
          about: 'Raised whenever members, subscriptions or their topics change.',
        }),
        assignmentEpoch: int32({ about: 'Group epoch that the target assignment was made for.' }),
        topology: struct(
          {
            about: 'The topology in use; null when none was given.',
            nullable: '0+',
            default: null,
          },
          {
            epoch: int32({ about: 'Version of the topology.' }),
            subtopologies: structs(
              {
                about: 'Its parts; null when they could not be worked out.',
                nullable: '0+',
                default: null,
              },
              {
                subtopologyId: string({ about: 'Id of the part of the topology.' }),
                sourceTopics: array('string', { about: 'Topics it reads.' }),
                repartitionSinkTopics: array('string', { about: 'Repartition topics it writes.' }),
                stateChangelogTopics: structs(
                  { about: 'Topics that back up its state.' },
                  topicInfo,
                ),
                repartitionSourceTopics: structs(
                  { about: 'Repartition topics it reads.' },
                  topicInfo,
                ),
              },
            ),
          },
        ),
        members: structs(
          { about: 'Its members.' },
          {
            memberId: string({ about: 'Id of the member.' }),
            memberEpoch: int32({ about: 'Epoch the member is at.' }),
            instanceId: string({
              about:
                'Id of a static member, which keeps its place over a restart; null for others.',
              nullable: '0+',
              default: null,
            }),
            rackId: string({
              about: 'Rack of the member; null when unknown.',
              nullable: '0+',
              default: null,
            }),
            clientId: string({ about: 'Name the client gave itself.' }),
            clientHost: string({ about: 'Address the client connects from.' }),
            topologyEpoch: int32({ about: 'Version of the topology that the member runs.' }),
            processId: string({ about: 'Id of the application instance.' }),
            userEndpoint: struct(
              {
                about: 'Where its state can be queried; null when nowhere.',
                nullable: '0+',
                default: null,
              },
              endpoint,
            ),
            clientTags: structs({ about: 'Tags for placing standby tasks apart.' }, keyValue),
            taskOffsets: structs({ about: 'How far the state of its tasks has got.' }, taskOffset),
            taskEndOffsets: structs({ about: 'Ends of the changelogs of its tasks.' }, taskOffset),
            assignment: struct({ about: 'What it runs or is taking over.' }, assignment),
            targetAssignment: struct({ about: 'What it shall run in the end.' }, assignment),
            isClassic: bool({ about: 'Whether it still uses the classic protocol.' }),
          },
        ),
        authorizedOperations: int32({
          about:
            'Allowed operations as bits by ACL operation code; the lowest int32 when not asked for.',
          default: -2147483648,
        }),
      },
    ),
  },
})
