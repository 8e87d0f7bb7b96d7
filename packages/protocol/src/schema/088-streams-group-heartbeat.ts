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
  key: string({ about: '' }),
  value: string({ about: '' }),
})

const requestTopicInfo = shape('TopicInfo', {
  name: string({ about: '' }),
  partitions: int32({ about: '' }),
  replicationFactor: int16({ about: '' }),
  topicConfigs: structs({ about: '' }, requestKeyValue),
})

const requestTaskIds = shape('TaskIds', {
  subtopologyId: string({ about: '' }),
  partitions: array('int32', { about: '' }),
})

const requestEndpoint = shape('Endpoint', {
  host: string({ about: '' }),
  port: uint16({ about: '' }),
})

const requestTaskOffset = shape('TaskOffset', {
  subtopologyId: string({ about: '' }),
  partition: int32({ about: '' }),
  offset: int64({ about: '' }),
})

const responseStatus = shape('Status', {
  statusCode: int8({ about: '' }),
  statusDetail: string({ about: '' }),
})

const responseTaskIds = shape('TaskIds', {
  subtopologyId: string({ about: '' }),
  partitions: array('int32', { about: '' }),
})

const responseEndpoint = shape('Endpoint', {
  host: string({ about: '' }),
  port: uint16({ about: '' }),
})

const responseTopicPartition = shape('TopicPartition', {
  topic: string({ about: '' }),
  partitions: array('int32', { about: '' }),
})

export const streamsGroupHeartbeat: ApiSchema = defineApi({
  key: 88,
  name: 'StreamsGroupHeartbeat',
  versions: '0',
  flexible: '0+',
  listeners: ['broker'],
  request: {
    groupId: string({ about: '' }),
    memberId: string({ about: '' }),
    memberEpoch: int32({ about: '' }),
    endpointInformationEpoch: int32({ about: '' }),
    instanceId: string({ about: '', nullable: '0+', default: null }),
    rackId: string({ about: '', nullable: '0+', default: null }),
    rebalanceTimeoutMs: int32({ about: '', default: -1 }),
    topology: struct(
      { about: '', nullable: '0+', default: null },
      {
        epoch: int32({ about: '' }),
        subtopologies: structs(
          { about: '' },
          {
            subtopologyId: string({ about: '' }),
            sourceTopics: array('string', { about: '' }),
            sourceTopicRegex: array('string', { about: '' }),
            stateChangelogTopics: structs({ about: '' }, requestTopicInfo),
            repartitionSinkTopics: array('string', { about: '' }),
            repartitionSourceTopics: structs({ about: '' }, requestTopicInfo),
            copartitionGroups: structs(
              { about: '' },
              {
                sourceTopics: array('int16', { about: '' }),
                sourceTopicRegex: array('int16', { about: '' }),
                repartitionSourceTopics: array('int16', { about: '' }),
              },
            ),
          },
        ),
      },
    ),
    activeTasks: structs({ about: '', nullable: '0+', default: null }, requestTaskIds),
    standbyTasks: structs({ about: '', nullable: '0+', default: null }, requestTaskIds),
    warmupTasks: structs({ about: '', nullable: '0+', default: null }, requestTaskIds),
    processId: string({ about: '', nullable: '0+', default: null }),
    userEndpoint: struct({ about: '', nullable: '0+', default: null }, requestEndpoint),
    clientTags: structs({ about: '', nullable: '0+', default: null }, requestKeyValue),
    taskOffsets: structs({ about: '', nullable: '0+', default: null }, requestTaskOffset),
    taskEndOffsets: structs({ about: '', nullable: '0+', default: null }, requestTaskOffset),
    shutdownApplication: bool({ about: '' }),
  },
  response: {
    throttleTimeMs: int32({ about: '' }),
    errorCode: int16({ about: '' }),
    errorMessage: string({ about: '', nullable: '0+', default: null }),
    memberId: string({ about: '' }),
    memberEpoch: int32({ about: '' }),
    heartbeatIntervalMs: int32({ about: '' }),
    acceptableRecoveryLag: int32({ about: '' }),
    taskOffsetIntervalMs: int32({ about: '' }),
    status: structs({ about: '', nullable: '0+' }, responseStatus),
    activeTasks: structs({ about: '', nullable: '0+', default: null }, responseTaskIds),
    standbyTasks: structs({ about: '', nullable: '0+', default: null }, responseTaskIds),
    warmupTasks: structs({ about: '', nullable: '0+', default: null }, responseTaskIds),
    endpointInformationEpoch: int32({ about: '' }),
    partitionsByUserEndpoint: structs(
      { about: '', nullable: '0+', default: null, item: 'UserEndpointPartitions' },
      {
        userEndpoint: struct({ about: '' }, responseEndpoint),
        activePartitions: structs({ about: '' }, responseTopicPartition),
        standbyPartitions: structs({ about: '' }, responseTopicPartition),
      },
    ),
  },
})
