import {
  defineApi,
  int16,
  int32,
  int64,
  shape,
  string,
  structs,
  uint16,
  uuid,
} from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

const replicaState = shape('ReplicaState', {
  replicaId: int32({ about: '' }),
  replicaDirectoryId: uuid({ about: '', since: 2 }),
  logEndOffset: int64({ about: '' }),
  lastFetchTimestamp: int64({ about: '', since: 1, default: -1, ignorable: true }),
  lastCaughtUpTimestamp: int64({ about: '', since: 1, default: -1, ignorable: true }),
})

export const describeQuorum: ApiSchema = defineApi({
  key: 55,
  name: 'DescribeQuorum',
  versions: '0-2',
  flexible: '0+',
  listeners: ['broker', 'controller'],
  request: {
    topics: structs(
      { about: '' },
      {
        topicName: string({ about: '' }),
        partitions: structs(
          { about: '' },
          {
            partitionIndex: int32({ about: '' }),
          },
        ),
      },
    ),
  },
  response: {
    errorCode: int16({ about: '' }),
    errorMessage: string({ about: '', since: 2, nullable: '2+', ignorable: true }),
    topics: structs(
      { about: '' },
      {
        topicName: string({ about: '' }),
        partitions: structs(
          { about: '' },
          {
            partitionIndex: int32({ about: '' }),
            errorCode: int16({ about: '' }),
            errorMessage: string({ about: '', since: 2, nullable: '2+', ignorable: true }),
            leaderId: int32({ about: '' }),
            leaderEpoch: int32({ about: '' }),
            highWatermark: int64({ about: '' }),
            currentVoters: structs({ about: '' }, replicaState),
            observers: structs({ about: '' }, replicaState),
          },
        ),
      },
    ),
    nodes: structs(
      { about: '', since: 2 },
      {
        nodeId: int32({ about: '' }),
        listeners: structs(
          { about: '' },
          {
            name: string({ about: '' }),
            host: string({ about: '' }),
            port: uint16({ about: '' }),
          },
        ),
      },
    ),
  },
})
