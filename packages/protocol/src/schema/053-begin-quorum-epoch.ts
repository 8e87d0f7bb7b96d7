import { defineApi, int16, int32, string, structs, uint16, uuid } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

export const beginQuorumEpoch: ApiSchema = defineApi({
  key: 53,
  name: 'BeginQuorumEpoch',
  versions: '0-1',
  flexible: '1+',
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
            voterDirectoryId: uuid({ about: '', since: 1, ignorable: true }),
            leaderId: int32({ about: '' }),
            leaderEpoch: int32({ about: '' }),
          },
        ),
      },
    ),
    leaderEndpoints: structs(
      { about: '', since: 1, ignorable: true },
      {
        name: string({ about: '' }),
        host: string({ about: '' }),
        port: uint16({ about: '' }),
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
