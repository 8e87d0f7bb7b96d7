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

/**
 * Joins, keeps up and leaves a consumer group of the new protocol: the coordinator assigns
 * (KIP-848).
 */
export const consumerGroupHeartbeat: ApiSchema = defineApi({
  key: 68,
  name: 'ConsumerGroupHeartbeat',
  versions: '0-1',
  flexible: '0+',
  listeners: ['broker'],
  request: {
    groupId: string({ about: 'Id of the group.' }),
    memberId: string({
      about:
        'Id the client made up, the same for as long as it lives; empty in version 0 at first.',
    }),
    memberEpoch: int32({
      about:
        'Epoch the member is at; 0 joins, -1 leaves, -2 leaves for a while as a static member.',
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
      about: 'How long the member may take to give up partitions; -1 when unchanged.',
      default: -1,
    }),
    subscribedTopicNames: array('string', {
      about: 'Topics it reads; null when unchanged.',
      nullable: '0+',
      default: null,
    }),
    subscribedTopicRegex: string({
      about: 'Regular expression (RE2) of the topics it reads; null when unchanged.',
      since: 1,
      nullable: '1+',
      default: null,
    }),
    serverAssignor: string({
      about: 'Assignor it would like: uniform or range; null when unchanged or indifferent.',
      nullable: '0+',
      default: null,
    }),
    topicPartitions: structs(
      { about: 'Partitions it owns; null when unchanged.', nullable: '0+', default: null },
      {
        topicId: uuid({ about: 'Id of the topic.' }),
        partitions: array('int32', { about: 'Partitions it owns.' }),
      },
    ),
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
    memberId: string({
      about: 'Id of the member, where the coordinator made it up.',
      nullable: '0+',
      default: null,
    }),
    memberEpoch: int32({ about: 'Epoch the member is at now.' }),
    heartbeatIntervalMs: int32({ about: 'How often to send this.' }),
    assignment: struct(
      { about: 'What it may own; null when unchanged.', nullable: '0+', default: null },
      {
        topicPartitions: structs({ about: 'Partitions it may own.' }, topicPartitions),
      },
    ),
  },
})
