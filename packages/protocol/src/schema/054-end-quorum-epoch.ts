import { defineApi, array, int16, int32, string, structs, uint16, uuid } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

export const endQuorumEpoch: ApiSchema = defineApi({
  key: 54,
  name: 'EndQuorumEpoch',
  versions: '0-1',
  flexible: '1+',
  listeners: ['controller'],
  request: {
    clusterId: string({ about: '', nullable: '0+', default: null }),
    topics: structs(
      { about: '' },
      {
        topicName: string({ about: '' }),
        partitions: structs(
          { about: '' },
          {
            partitionIndex: int32({ about: '' }),
            leaderId: int32({ about: '' }),
            leaderEpoch: int32({ about: '' }),
            preferredSuccessors: array('int32', { about: '', until: 0, ignorable: true }),
            preferredCandidates: structs(
              { about: '', since: 1, ignorable: true },
              {
                candidateId: int32({ about: '' }),
                candidateDirectoryId: uuid({ about: '' }),
              },
            ),
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
