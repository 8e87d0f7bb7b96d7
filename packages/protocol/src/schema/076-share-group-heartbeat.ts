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
  topicId: uuid({ about: 'Id of the topic.' }),
  partitions: array('int32', { about: 'Partitions of the topic.' }),
})

/** Joins, keeps up and leaves a share group (KIP-932). */
export const shareGroupHeartbeat: ApiSchema = defineApi({
  key: 76,
  name: 'ShareGroupHeartbeat',
  versions: '1',
  flexible: '0+',
  listeners: ['broker'],
  request: {
    groupId: string({ about: 'Id of the group.' }),
    memberId: string({ about: 'Id the client made up, the same for as long as it lives.' }),
    memberEpoch: int32({ about: 'Epoch the member is at; 0 joins, -1 leaves.' }),
    rackId: string({
      about: 'Rack of the member; null when unknown.',
      nullable: '0+',
      default: null,
    }),
    subscribedTopicNames: array('string', {
      about: 'Topics it reads; null when unchanged.',
      nullable: '0+',
      default: null,
    }),
  },
  response: {
    throttleTimeMs: int32({
      about: 'How long the client should pause before it sends more, in ms: it went over a quota.',
    }),
    errorCode: int16({ about: 'FENCED_MEMBER_EPOCH tells the member to join anew.' }),
    errorMessage: string({
      about: 'What went wrong, in words; null when nothing did or there is no more to say.',
      nullable: '0+',
      default: null,
    }),
    memberId: string({ about: 'Id of the member.', nullable: '0+', default: null }),
    memberEpoch: int32({ about: 'Epoch the member is at now.' }),
    heartbeatIntervalMs: int32({ about: 'How often to send this.' }),
    assignment: struct(
      { about: 'What it may read; null when unchanged.', nullable: '0+', default: null },
      {
        topicPartitions: structs(
          { about: 'Partitions it may read, along with others.' },
          topicPartitions,
        ),
      },
    ),
  },
})
