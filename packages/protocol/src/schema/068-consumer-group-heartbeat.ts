import {
  defineApi,
  array,
  int16,
  int32,
  shape,
  string,
  struct,
  structs,
  uuid,
} from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

const topicPartitions = shape('TopicPartitions', {
  topicId: uuid({ about: '' }),
  partitions: array('int32', { about: '' }),
})

export const consumerGroupHeartbeat: ApiSchema = defineApi({
  key: 68,
  name: 'ConsumerGroupHeartbeat',
  versions: '0-1',
  flexible: '0+',
  listeners: ['broker'],
  request: {
    groupId: string({ about: '' }),
    memberId: string({ about: '' }),
    memberEpoch: int32({ about: '' }),
    instanceId: string({ about: '', nullable: '0+', default: null }),
    rackId: string({ about: '', nullable: '0+', default: null }),
    rebalanceTimeoutMs: int32({ about: '', default: -1 }),
    subscribedTopicNames: array('string', { about: '', nullable: '0+', default: null }),
    subscribedTopicRegex: string({ about: '', since: 1, nullable: '1+', default: null }),
    serverAssignor: string({ about: '', nullable: '0+', default: null }),
    topicPartitions: structs(
      { about: '', nullable: '0+', default: null },
      {
        topicId: uuid({ about: '' }),
        partitions: array('int32', { about: '' }),
      },
    ),
  },
  response: {
    throttleTimeMs: int32({ about: '' }),
    errorCode: int16({ about: '' }),
    errorMessage: string({ about: '', nullable: '0+', default: null }),
    memberId: string({ about: '', nullable: '0+', default: null }),
    memberEpoch: int32({ about: '' }),
    heartbeatIntervalMs: int32({ about: '' }),
    assignment: struct(
      { about: '', nullable: '0+', default: null },
      {
        topicPartitions: structs({ about: '' }, topicPartitions),
      },
    ),
  },
})
