import {
  defineApi,
  int16,
  int32,
  int64,
  records,
  string,
  struct,
  structs,
  uint16,
  uuid,
} from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

/** Reads a part of a metadata snapshot, piece by piece (KIP-630). */
export const fetchSnapshot: ApiSchema = defineApi({
  key: 59,
  name: 'FetchSnapshot',
  versions: '0-1',
  flexible: '0+',
  listeners: ['controller'],
  request: {
    clusterId: string({
      about: 'Cluster that is meant, to be refused by any other; null when not checked.',
      nullable: '0+',
      tag: 0,
      default: null,
    }),
    replicaId: int32({ about: 'Node that fetches.', default: -1 }),
    maxBytes: int32({ about: 'Bytes to answer with at most.', default: 2147483647 }),
    topics: structs(
      { about: 'The metadata log.' },
      {
        name: string({ about: 'Name of the topic.' }),
        partitions: structs(
          { about: "The metadata log's partition." },
          {
            partition: int32({ about: 'Number of the partition.' }),
            currentLeaderEpoch: int32({ about: 'Leader epoch the fetcher knows.' }),
            snapshotId: struct(
              { about: 'Snapshot wanted.' },
              {
                endOffset: int64({ about: 'Offset that follows the last one in the snapshot.' }),
                epoch: int32({ about: 'Epoch of the last record in the snapshot.' }),
              },
            ),
            position: int64({ about: 'Byte to go on from.' }),
            replicaDirectoryId: uuid({
              about: 'Directory of the fetching node (KIP-853).',
              since: 1,
              tag: 0,
              ignorable: true,
            }),
          },
        ),
      },
    ),
  },
  response: {
    throttleTimeMs: int32({
      about: 'How long the client should pause before it sends more, in ms: it went over a quota.',
      ignorable: true,
    }),
    errorCode: int16({ about: 'Outcome of the request as a whole.' }),
    topics: structs(
      { about: 'The metadata log.' },
      {
        name: string({ about: 'Name of the topic.' }),
        partitions: structs(
          { about: "The metadata log's partition." },
          {
            index: int32({ about: 'Number of the partition.' }),
            errorCode: int16({
              about: 'SNAPSHOT_NOT_FOUND or POSITION_OUT_OF_RANGE: begin anew with a fetch.',
            }),
            snapshotId: struct(
              { about: 'Snapshot that is being read.' },
              {
                endOffset: int64({ about: 'Offset that follows the last one in the snapshot.' }),
                epoch: int32({ about: 'Epoch of the last record in the snapshot.' }),
              },
            ),
            currentLeader: struct(
              { about: 'Leader to turn to when this node is not it.', tag: 0 },
              {
                leaderId: int32({ about: 'Node id of the leader; -1 when unknown.' }),
                leaderEpoch: int32({ about: 'Its leader epoch; -1 when unknown.' }),
              },
            ),
            size: int64({ about: 'Size of the whole snapshot in bytes.' }),
            position: int64({ about: 'Byte at which this piece begins.' }),
            unalignedRecords: records({
              about: 'The piece: it may begin and end in the middle of a batch.',
            }),
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
