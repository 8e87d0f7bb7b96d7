import {
  defineApi,
  array,
  bool,
  int16,
  int32,
  string,
  struct,
  structs,
  uuid,
} from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

export const describeTopicPartitions: ApiSchema = defineApi({
  key: 75,
  name: 'DescribeTopicPartitions',
  versions: '0',
  flexible: '0+',
  listeners: ['broker'],
  request: {
    topics: structs(
      { about: '' },
      {
        name: string({ about: '' }),
      },
    ),
    responsePartitionLimit: int32({ about: '', default: 2000 }),
    cursor: struct(
      { about: '', nullable: '0+', default: null },
      {
        topicName: string({ about: '' }),
        partitionIndex: int32({ about: '' }),
      },
    ),
  },
  response: {
    throttleTimeMs: int32({ about: '', ignorable: true }),
    topics: structs(
      { about: '' },
      {
        errorCode: int16({ about: '' }),
        name: string({ about: '', nullable: '0+' }),
        topicId: uuid({ about: '', ignorable: true }),
        isInternal: bool({ about: '', ignorable: true }),
        partitions: structs(
          { about: '' },
          {
            errorCode: int16({ about: '' }),
            partitionIndex: int32({ about: '' }),
            leaderId: int32({ about: '' }),
            leaderEpoch: int32({ about: '', default: -1, ignorable: true }),
            replicaNodes: array('int32', { about: '' }),
            isrNodes: array('int32', { about: '' }),
            eligibleLeaderReplicas: array('int32', { about: '', nullable: '0+', default: null }),
            lastKnownElr: array('int32', { about: '', nullable: '0+', default: null }),
            offlineReplicas: array('int32', { about: '', ignorable: true }),
          },
        ),
        topicAuthorizedOperations: int32({ about: '', default: -2147483648 }),
      },
    ),
    nextCursor: struct(
      { about: '', nullable: '0+', default: null },
      {
        topicName: string({ about: '' }),
        partitionIndex: int32({ about: '' }),
      },
    ),
  },
})
