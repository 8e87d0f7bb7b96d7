import { defineApi, int16, int32, string, struct, structs, uint16, uuid } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

/**
 * A voter tells the leader of the metadata quorum its addresses and the kraft.version it can run
 * (KIP-853).
 */
export const updateRaftVoter: ApiSchema = defineApi({
  key: 82,
  name: 'UpdateRaftVoter',
  versions: '0',
  flexible: '0+',
  listeners: ['controller'],
  request: {
    clusterId: string({
      about: 'Cluster that is meant, to be refused by any other; null when not checked.',
      nullable: '0+',
    }),
    currentLeaderEpoch: int32({ about: 'Leader epoch the voter knows.' }),
    voterId: int32({ about: 'Node id of the voter.' }),
    voterDirectoryId: uuid({ about: 'Directory of its metadata log.' }),
    listeners: structs(
      { about: 'Where it can be reached.' },
      {
        name: string({ about: 'Name of the listener.' }),
        host: string({ about: 'Host to connect to.' }),
        port: uint16({ about: 'Port to connect to.' }),
      },
    ),
    kRaftVersionFeature: struct(
      { about: 'Range of kraft.version it can run.' },
      {
        minSupportedVersion: int16({ about: 'Lowest level it can run.' }),
        maxSupportedVersion: int16({ about: 'Highest level it can run.' }),
      },
    ),
  },
  response: {
    throttleTimeMs: int32({
      about: 'How long the client should pause before it sends more, in ms: it went over a quota.',
    }),
    errorCode: int16({ about: 'NONE when the request succeeded.' }),
    currentLeader: struct(
      { about: 'Leader to turn to.', tag: 0 },
      {
        leaderId: int32({ about: 'Its node id; -1 when unknown.', default: -1 }),
        leaderEpoch: int32({ about: 'Its epoch; -1 when unknown.', default: -1 }),
        host: string({ about: 'Its host.' }),
        port: int32({ about: 'Its port.' }),
      },
    ),
  },
})
