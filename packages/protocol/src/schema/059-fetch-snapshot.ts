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

export const fetchSnapshot: ApiSchema = defineApi({
  key: 59,
  name: 'FetchSnapshot',
  versions: '0-1',
  flexible: '0+',
  listeners: ['controller'],
  request: {
    clusterId: string({ about: '', nullable: '0+', tag: 0, default: null }),
    replicaId: int32({ about: '', default: -1 }),
    maxBytes: int32({ about: '', default: 2147483647 }),
    topics: structs(
      { about: '' },
      {
        name: string({ about: '' }),
        partitions: structs(
          { about: '' },
          {
            partition: int32({ about: '' }),
            currentLeaderEpoch: int32({ about: '' }),
            snapshotId: struct(
              { about: '' },
              {
                endOffset: int64({ about: '' }),
                epoch: int32({ about: '' }),
              },
            ),
            position: int64({ about: '' }),
            replicaDirectoryId: uuid({ about: '', since: 1, tag: 0, ignorable: true }),
          },
        ),
      },
    ),
  },
  response: {
    throttleTimeMs: int32({ about: '', ignorable: true }),
    errorCode: int16({ about: '' }),
    topics: structs(
      { about: '' },
      {
        name: string({ about: '' }),
        partitions: structs(
          { about: '' },
          {
            index: int32({ about: '' }),
            errorCode: int16({ about: '' }),
            snapshotId: struct(
              { about: '' },
              {
                endOffset: int64({ about: '' }),
                epoch: int32({ about: '' }),
              },
            ),
            currentLeader: struct(
              { about: '', tag: 0 },
              {
                leaderId: int32({ about: '' }),
                leaderEpoch: int32({ about: '' }),
              },
            ),
            size: int64({ about: '' }),
            position: int64({ about: '' }),
            unalignedRecords: records({ about: '' }),
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
