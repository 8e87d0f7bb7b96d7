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
  replicaId: int32({ about: 'Node id.' }),
  replicaDirectoryId: uuid({ about: 'Directory of the node; zero when unknown.', since: 2 }),
  logEndOffset: int64({ about: 'How far the node had got when it last fetched; -1 when unknown.' }),
  lastFetchTimestamp: int64({
    about: 'When the leader last heard a fetch of the node; -1 when unknown (KIP-836).',
    since: 1,
    default: -1,
    ignorable: true,
  }),
  lastCaughtUpTimestamp: int64({
    about: 'When the node last had all that the leader had; -1 when unknown.',
    since: 1,
    default: -1,
    ignorable: true,
  }),
})

/** Shows the metadata quorum: leader, voters, observers and how far each has got (KIP-595). */
export const describeQuorum: ApiSchema = defineApi({
  key: 55,
  name: 'DescribeQuorum',
  versions: '0-2',
  flexible: '0+',
  listeners: ['broker', 'controller'],
  request: {
    topics: structs(
      { about: 'The metadata log.' },
      {
        topicName: string({ about: 'Name of the topic.' }),
        partitions: structs(
          { about: "The metadata log's partition." },
          {
            partitionIndex: int32({ about: 'Number of the partition.' }),
          },
        ),
      },
    ),
  },
  response: {
    errorCode: int16({ about: 'Outcome of the request as a whole.' }),
    errorMessage: string({
      about: 'What went wrong, in words; null when nothing did or there is no more to say.',
      since: 2,
      nullable: '2+',
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
            errorCode: int16({
              about: 'NOT_LEADER_OR_FOLLOWER when this controller does not lead.',
            }),
            errorMessage: string({
              about: 'What went wrong, in words; null when nothing did or there is no more to say.',
              since: 2,
              nullable: '2+',
              ignorable: true,
            }),
            leaderId: int32({ about: 'Leader of that epoch; -1 when unknown.' }),
            leaderEpoch: int32({ about: 'Leader epoch.' }),
            highWatermark: int64({
              about: 'Offset up to which the log is committed; -1 when unknown.',
            }),
            currentVoters: structs({ about: 'Nodes that vote.' }, replicaState),
            observers: structs(
              { about: 'Nodes that follow without a vote: brokers and controllers to be.' },
              replicaState,
            ),
          },
        ),
      },
    ),
    nodes: structs(
      { about: 'Where the voters can be reached (KIP-853).', since: 2 },
      {
        nodeId: int32({ about: 'Node id of the voter.' }),
        listeners: structs(
          { about: 'Where the voter can be reached.' },
          {
            name: string({ about: 'Name of the listener.' }),
            host: string({ about: 'Host to connect to.' }),
            port: uint16({ about: 'Port to connect to.' }),
          },
        ),
      },
    ),
  },
})
