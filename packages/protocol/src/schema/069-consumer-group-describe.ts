import {
  defineApi,
  array,
  bool,
  int16,
  int32,
  int8,
  shape,
  string,
  struct,
  structs,
  uuid,
} from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

const topicPartitions = shape('TopicPartitions', {
  topicId: uuid({ about: 'Id of the topic.' }),
  topicName: string({ about: 'Name of the topic.' }),
  partitions: array('int32', { about: 'Partitions of the topic.' }),
})

const assignment = shape('Assignment', {
  topicPartitions: structs({ about: 'Partitions by topic.' }, topicPartitions),
})

/** Shows consumer groups of the new protocol with their members (KIP-848). */
export const consumerGroupDescribe: ApiSchema = defineApi({
  key: 69,
  name: 'ConsumerGroupDescribe',
  versions: '0-1',
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
        groupState: string({ about: 'Empty, Assigning, Reconciling, Stable or Dead.' }),
        groupEpoch: int32({
          about: 'Raised whenever members, subscriptions or their topics change.',
        }),
        assignmentEpoch: int32({ about: 'Group epoch that the target assignment was made for.' }),
        assignorName: string({ about: 'Assignor in use.' }),
        members: structs(
          { about: 'Its members.' },
          {
            memberId: string({ about: 'Id of the member.' }),
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
            memberEpoch: int32({ about: 'Epoch the member is at.' }),
            clientId: string({ about: 'Name the client gave itself.' }),
            clientHost: string({ about: 'Address the client connects from.' }),
            subscribedTopicNames: array('string', { about: 'Topics it reads.' }),
            subscribedTopicRegex: string({
              about: 'Regular expression it reads by; null when it does not.',
              nullable: '0+',
              default: null,
            }),
            assignment: struct({ about: 'What it owns or is taking over.' }, assignment),
            targetAssignment: struct({ about: 'What it shall own in the end.' }, assignment),
            memberType: int8({
              about: '0 classic, 1 consumer, -1 unknown.',
              since: 1,
              default: -1,
              ignorable: true,
            }),
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
