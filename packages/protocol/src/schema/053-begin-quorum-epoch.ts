import { defineApi, int16, int32, string, structs, uint16, uuid } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

/** A new leader of the metadata quorum makes itself known to a voter (KIP-595). */
export const beginQuorumEpoch: ApiSchema = defineApi({
  key: 53,
  name: 'BeginQuorumEpoch',
  versions: '0-1',
  flexible: '1+',
  listeners: ['controller'],
  request: {
    clusterId: string({
      about: 'Cluster that is meant, to be refused by any other; null when not checked.',
      nullable: '0+',
      default: null,
    }),
    voterId: int32({
      about: 'Voter that is told; -1 when unknown.',
      since: 1,
      default: -1,
      ignorable: true,
    }),
    topics: structs(
      { about: 'The metadata log.' },
      {
        topicName: string({ about: 'Name of the topic.' }),
        partitions: structs(
          { about: "The metadata log's partition." },
          {
            partitionIndex: int32({ about: 'Number of the partition.' }),
            voterDirectoryId: uuid({
              about: 'Directory of the voter that is told; zero when unknown.',
              since: 1,
              ignorable: true,
            }),
            leaderId: int32({ about: 'Leader of that epoch; -1 when unknown.' }),
            leaderEpoch: int32({ about: 'Leader epoch.' }),
          },
        ),
      },
    ),
    leaderEndpoints: structs(
      { about: 'Where the leader can be reached.', since: 1, ignorable: true },
      {
        name: string({ about: 'Name of the listener.' }),
        host: string({ about: 'Host to connect to.' }),
        port: uint16({ about: 'Port to connect to.' }),
      },
    ),
  },
  response: {
    errorCode: int16({
      about: 'INCONSISTENT_CLUSTER_ID and the like: the request was not looked at.',
    }),
    topics: structs(
      { about: 'The metadata log.' },
      {
        topicName: string({ about: 'Name of the topic.' }),
        partitions: structs(
          { about: "The metadata log's partition." },
          {
            partitionIndex: int32({ about: 'Number of the partition.' }),
            errorCode: int16({
              about:
                'FENCED_LEADER_EPOCH when the voter is in a later epoch, INVALID_VOTER_KEY when another node was meant.',
            }),
            leaderId: int32({ about: 'Leader of that epoch; -1 when unknown.' }),
            leaderEpoch: int32({ about: 'Leader epoch.' }),
          },
        ),
      },
    ),
    nodeEndpoints: structs(
      { about: 'Where the leaders named above can be reached.', since: 1, tag: 0 },
      {
        nodeId: int32({ about: 'Node id of a leader named above.' }),
        host: string({ about: 'Host to connect to.' }),
        port: uint16({ about: 'Port to connect to.' }),
      },
    ),
  },
})
