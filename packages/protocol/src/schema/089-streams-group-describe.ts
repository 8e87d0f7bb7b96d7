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
  key: string({ about: '' }),
  value: string({ about: '' }),
})

const topicInfo = shape('TopicInfo', {
  name: string({ about: '' }),
  partitions: int32({ about: '' }),
  replicationFactor: int16({ about: '' }),
  topicConfigs: structs({ about: '' }, keyValue),
})

const endpoint = shape('Endpoint', {
  host: string({ about: '' }),
  port: uint16({ about: '' }),
})

const taskOffset = shape('TaskOffset', {
  subtopologyId: string({ about: '' }),
  partition: int32({ about: '' }),
  offset: int64({ about: '' }),
})

const taskIds = shape('TaskIds', {
  subtopologyId: string({ about: '' }),
  partitions: array('int32', { about: '' }),
})

const assignment = shape('Assignment', {
  activeTasks: structs({ about: '' }, taskIds),
  standbyTasks: structs({ about: '' }, taskIds),
  warmupTasks: structs({ about: '' }, taskIds),
})

export const streamsGroupDescribe: ApiSchema = defineApi({
  key: 89,
  name: 'StreamsGroupDescribe',
  versions: '0',
  flexible: '0+',
  listeners: ['broker'],
  request: {
    groupIds: array('string', { about: '' }),
    includeAuthorizedOperations: bool({ about: '' }),
  },
  response: {
    throttleTimeMs: int32({ about: '' }),
    groups: structs(
      { about: '' },
      {
        errorCode: int16({ about: '' }),
        errorMessage: string({ about: '', nullable: '0+', default: null }),
        groupId: string({ about: '' }),
        groupState: string({ about: '' }),
        groupEpoch: int32({ about: '' }),
        assignmentEpoch: int32({ about: '' }),
        topology: struct(
          { about: '', nullable: '0+', default: null },
          {
            epoch: int32({ about: '' }),
            subtopologies: structs(
              { about: '', nullable: '0+', default: null },
              {
                subtopologyId: string({ about: '' }),
                sourceTopics: array('string', { about: '' }),
                repartitionSinkTopics: array('string', { about: '' }),
                stateChangelogTopics: structs({ about: '' }, topicInfo),
                repartitionSourceTopics: structs({ about: '' }, topicInfo),
              },
            ),
          },
        ),
        members: structs(
          { about: '' },
          {
            memberId: string({ about: '' }),
            memberEpoch: int32({ about: '' }),
            instanceId: string({ about: '', nullable: '0+', default: null }),
            rackId: string({ about: '', nullable: '0+', default: null }),
            clientId: string({ about: '' }),
            clientHost: string({ about: '' }),
            topologyEpoch: int32({ about: '' }),
            processId: string({ about: '' }),
            userEndpoint: struct({ about: '', nullable: '0+', default: null }, endpoint),
            clientTags: structs({ about: '' }, keyValue),
            taskOffsets: structs({ about: '' }, taskOffset),
            taskEndOffsets: structs({ about: '' }, taskOffset),
            assignment: struct({ about: '' }, assignment),
            targetAssignment: struct({ about: '' }, assignment),
            isClassic: bool({ about: '' }),
          },
        ),
        authorizedOperations: int32({ about: '', default: -2147483648 }),
      },
    ),
  },
})
