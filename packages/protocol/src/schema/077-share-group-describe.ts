import {
  defineApi,
  array,
  bool,
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
  topicName: string({ about: '' }),
  partitions: array('int32', { about: '' }),
})

const assignment = shape('Assignment', {
  topicPartitions: structs({ about: '' }, topicPartitions),
})

export const shareGroupDescribe: ApiSchema = defineApi({
  key: 77,
  name: 'ShareGroupDescribe',
  versions: '1',
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
        assignorName: string({ about: '' }),
        members: structs(
          { about: '' },
          {
            memberId: string({ about: '' }),
            rackId: string({ about: '', nullable: '0+', default: null }),
            memberEpoch: int32({ about: '' }),
            clientId: string({ about: '' }),
            clientHost: string({ about: '' }),
            subscribedTopicNames: array('string', { about: '' }),
            assignment: struct({ about: '' }, assignment),
          },
        ),
        authorizedOperations: int32({ about: '', default: -2147483648 }),
      },
    ),
  },
})
