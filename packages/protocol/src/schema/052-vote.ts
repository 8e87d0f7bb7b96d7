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

/**
 * A candidate of the metadata quorum asks for a vote, or first asks whether it would get one
 * (KIP-595, KIP-996).
 */
export const vote: ApiSchema = defineApi({
  key: 52,
  name: 'Vote',
  versions: '0-2',
  flexible: '0+',
  listeners: ['controller'],
  request: {
    clusterId: string({
      about: 'Cluster that is meant, to be refused by any other; null when not checked.',
      nullable: '0+',
      default: null,
    }),
    voterId: int32({
      about: 'Voter that is asked, so that a wrong node notices; -1 when unknown.',
      since: 1,
      default: -1,
      ignorable: true,
    }),
    topics: structs(
      { about: 'The metadata log; one topic with one partition.' },
      {
        topicName: string({ about: 'Name of the topic.' }),
        partitions: structs(
          { about: "The metadata log's partition." },
          {
            partitionIndex: int32({ about: 'Number of the partition.' }),
            replicaEpoch: int32({ about: 'Epoch in which the candidate stands.' }),
            replicaId: int32({ about: 'Node id of the candidate.' }),
            replicaDirectoryId: uuid({
              about: 'Directory of the candidate.',
              since: 1,
              ignorable: true,
            }),
            voterDirectoryId: uuid({
              about: 'Directory of the voter that is asked; zero when unknown.',
              since: 1,
              ignorable: true,
            }),
            lastOffsetEpoch: int32({ about: "Epoch of the last record in the candidate's log." }),
            lastOffset: int64({ about: "End of the candidate's log." }),
            preVote: bool({
              about:
                'Whether this only asks if a vote would be granted, without a new epoch (KIP-996).',
              since: 2,
            }),
          },
        ),
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
            leaderEpoch: int32({ about: 'Epoch the voter is in.' }),
            voteGranted: bool({ about: 'Whether the candidate has the vote, or would have it.' }),
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
