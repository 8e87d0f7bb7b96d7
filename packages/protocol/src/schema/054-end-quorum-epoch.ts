import { defineApi, array, int16, int32, string, structs, uint16, uuid } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

/** A leader of the metadata quorum steps down and names who should stand next. */
export const endQuorumEpoch: ApiSchema = defineApi({
  key: 54,
  name: 'EndQuorumEpoch',
  versions: '0-1',
  flexible: '1+',
  listeners: ['controller'],
  request: {
    clusterId: string({
      about: 'Cluster that is meant, to be refused by any other; null when not checked.',
      nullable: '0+',
      default: null,
    }),
    topics: structs(
      { about: 'The metadata log.' },
      {
        topicName: string({ about: 'Name of the topic.' }),
        partitions: structs(
          { about: "The metadata log's partition." },
          {
            partitionIndex: int32({ about: 'Number of the partition.' }),
            leaderId: int32({ about: 'Leader that steps down.' }),
            leaderEpoch: int32({ about: 'Epoch that ends.' }),
            preferredSuccessors: array('int32', {
              about: 'Voters by how far their logs reach, the furthest first.',
              until: 0,
              ignorable: true,
            }),
            preferredCandidates: structs(
              {
                about: 'Voters by how far their logs reach, the furthest first.',
                since: 1,
                ignorable: true,
              },
              {
                candidateId: int32({ about: 'Node id of the voter.' }),
                candidateDirectoryId: uuid({ about: 'Directory of the voter.' }),
              },
            ),
          },
        ),
      },
    ),
    leaderEndpoints: structs(
      { about: 'Where the leader that steps down can be reached.', since: 1, ignorable: true },
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
