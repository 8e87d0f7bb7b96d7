import {
  defineApi,
  bool,
  int16,
  int32,
  int64,
  string,
  structs,
  uint16,
  uuid,
} from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

export const vote: ApiSchema = defineApi({
  key: 52,
  name: 'Vote',
  versions: '0-2',
  flexible: '0+',
  listeners: ['controller'],
  request: {
    clusterId: string({ about: '', nullable: '0+', default: null }),
    voterId: int32({ about: '', since: 1, default: -1, ignorable: true }),
    topics: structs(
      { about: '' },
      {
        topicName: string({ about: '' }),
        partitions: structs(
          { about: '' },
          {
            partitionIndex: int32({ about: '' }),
            replicaEpoch: int32({ about: '' }),
            replicaId: int32({ about: '' }),
            replicaDirectoryId: uuid({ about: '', since: 1, ignorable: true }),
            voterDirectoryId: uuid({ about: '', since: 1, ignorable: true }),
            lastOffsetEpoch: int32({ about: '' }),
            lastOffset: int64({ about: '' }),
            preVote: bool({ about: '', since: 2 }),
          },
        ),
      },
    ),
  },
  response: {
    errorCode: int16({ about: '' }),
    topics: structs(
      { about: '' },
      {
        topicName: string({ about: '' }),
        partitions: structs(
          { about: '' },
          {
            partitionIndex: int32({ about: '' }),
            errorCode: int16({ about: '' }),
            leaderId: int32({ about: '' }),
            leaderEpoch: int32({ about: '' }),
            voteGranted: bool({ about: '' }),
          },
        ),
      },
    ),
    nodeEndpoints: structs(
      { about: '', since: 1, tag: 0 },
      {
        nodeId: int32({ about: '' }),
        host: string({ about: '' }),
        port: uint16({ about: '' }),
      },
    ),
  },
})
