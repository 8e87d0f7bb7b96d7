import { defineApi, array, bool, int16, int32, string, structs, uuid } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

export const metadata: ApiSchema = defineApi({
  key: 3,
  name: 'Metadata',
  versions: '0-13',
  flexible: '9+',
  listeners: ['broker'],
  request: {
    topics: structs(
      { about: '', nullable: '1+' },
      {
        topicId: uuid({ about: '', since: 10, ignorable: true }),
        name: string({ about: '', nullable: '10+' }),
      },
    ),
    allowAutoTopicCreation: bool({ about: '', since: 4, default: true }),
    includeClusterAuthorizedOperations: bool({ about: '', since: 8, until: 10 }),
    includeTopicAuthorizedOperations: bool({ about: '', since: 8 }),
  },
  response: {
    throttleTimeMs: int32({ about: '', since: 3, ignorable: true }),
    brokers: structs(
      { about: '' },
      {
        nodeId: int32({ about: '' }),
        host: string({ about: '' }),
        port: int32({ about: '' }),
        rack: string({ about: '', since: 1, nullable: '1+', default: null, ignorable: true }),
      },
    ),
    clusterId: string({ about: '', since: 2, nullable: '2+', default: null, ignorable: true }),
    controllerId: int32({ about: '', since: 1, default: -1, ignorable: true }),
    topics: structs(
      { about: '' },
      {
        errorCode: int16({ about: '' }),
        name: string({ about: '', nullable: '12+' }),
        topicId: uuid({ about: '', since: 10, ignorable: true }),
        isInternal: bool({ about: '', since: 1, ignorable: true }),
        partitions: structs(
          { about: '' },
          {
            errorCode: int16({ about: '' }),
            partitionIndex: int32({ about: '' }),
            leaderId: int32({ about: '' }),
            leaderEpoch: int32({ about: '', since: 7, default: -1, ignorable: true }),
            replicaNodes: array('int32', { about: '' }),
            isrNodes: array('int32', { about: '' }),
            offlineReplicas: array('int32', { about: '', since: 5, ignorable: true }),
          },
        ),
        topicAuthorizedOperations: int32({ about: '', since: 8, default: -2147483648 }),
      },
    ),
    clusterAuthorizedOperations: int32({ about: '', since: 8, until: 10, default: -2147483648 }),
    errorCode: int16({ about: '', since: 13, ignorable: true }),
  },
})
