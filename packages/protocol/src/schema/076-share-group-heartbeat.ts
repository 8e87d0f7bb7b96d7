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

export const shareGroupHeartbeat: ApiSchema = defineApi({
  key: 76,
  name: 'ShareGroupHeartbeat',
  versions: '1',
  flexible: '0+',
  listeners: ['broker'],
  request: {
    groupId: string({ about: '' }),
    memberId: string({ about: '' }),
    memberEpoch: int32({ about: '' }),
    rackId: string({ about: '', nullable: '0+', default: null }),
    subscribedTopicNames: array('string', { about: '', nullable: '0+', default: null }),
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
