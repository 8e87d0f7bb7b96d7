import {
  defineApi,
  array,
  int16,
  int32,
  int64,
  int64Wide,
  int8,
  records,
  string,
  struct,
  structs,
  uuid,
} from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

export const fetch: ApiSchema = defineApi({
  key: 1,
  name: 'Fetch',
  versions: '4-18',
  flexible: '12+',
  listeners: ['broker', 'controller'],
  request: {
    clusterId: string({
      about: '',
      since: 12,
      nullable: '12+',
      tag: 0,
      default: null,
      ignorable: true,
    }),
    replicaId: int32({ about: '', until: 14, default: -1 }),
    replicaState: struct(
      { about: '', since: 15, tag: 1 },
      {
        replicaId: int32({ about: '', default: -1 }),
        replicaEpoch: int64({ about: '', default: -1 }),
      },
    ),
    maxWaitMs: int32({ about: '' }),
    minBytes: int32({ about: '' }),
    maxBytes: int32({ about: '', default: 2147483647, ignorable: true }),
    isolationLevel: int8({ about: '', ignorable: true }),
    sessionId: int32({ about: '', since: 7, ignorable: true }),
    sessionEpoch: int32({ about: '', since: 7, default: -1, ignorable: true }),
    topics: structs(
      { about: '' },
      {
        topic: string({ about: '', until: 12, ignorable: true }),
        topicId: uuid({ about: '', since: 13, ignorable: true }),
        partitions: structs(
          { about: '' },
          {
            partition: int32({ about: '' }),
            currentLeaderEpoch: int32({ about: '', since: 9, default: -1, ignorable: true }),
            fetchOffset: int64({ about: '' }),
            lastFetchedEpoch: int32({ about: '', since: 12, default: -1 }),
            logStartOffset: int64({ about: '', since: 5, default: -1, ignorable: true }),
            partitionMaxBytes: int32({ about: '' }),
            replicaDirectoryId: uuid({ about: '', since: 17, tag: 0, ignorable: true }),
            highWatermark: int64Wide({
              about: '',
              since: 18,
              tag: 1,
              default: 9223372036854775807n,
              ignorable: true,
            }),
          },
        ),
      },
    ),
    forgottenTopicsData: structs(
      { about: '', since: 7, item: 'ForgottenTopic' },
      {
        topic: string({ about: '', until: 12, ignorable: true }),
        topicId: uuid({ about: '', since: 13, ignorable: true }),
        partitions: array('int32', { about: '' }),
      },
    ),
    rackId: string({ about: '', since: 11, ignorable: true }),
  },
  response: {
    throttleTimeMs: int32({ about: '', ignorable: true }),
    errorCode: int16({ about: '', since: 7, ignorable: true }),
    sessionId: int32({ about: '', since: 7 }),
    responses: structs(
      { about: '', item: 'Topic' },
      {
        topic: string({ about: '', until: 12, ignorable: true }),
        topicId: uuid({ about: '', since: 13, ignorable: true }),
        partitions: structs(
          { about: '' },
          {
            partitionIndex: int32({ about: '' }),
            errorCode: int16({ about: '' }),
            highWatermark: int64({ about: '' }),
            lastStableOffset: int64({ about: '', default: -1, ignorable: true }),
            logStartOffset: int64({ about: '', since: 5, default: -1, ignorable: true }),
            divergingEpoch: struct(
              { about: '', since: 12, tag: 0 },
              {
                epoch: int32({ about: '', default: -1 }),
                endOffset: int64({ about: '', default: -1 }),
              },
            ),
            currentLeader: struct(
              { about: '', since: 12, tag: 1 },
              {
                leaderId: int32({ about: '', default: -1 }),
                leaderEpoch: int32({ about: '', default: -1 }),
              },
            ),
            snapshotId: struct(
              { about: '', since: 12, tag: 2 },
              {
                endOffset: int64({ about: '', default: -1 }),
                epoch: int32({ about: '', default: -1 }),
              },
            ),
            abortedTransactions: structs(
              { about: '', nullable: '4+', ignorable: true },
              {
                producerId: int64({ about: '' }),
                firstOffset: int64({ about: '' }),
              },
            ),
            preferredReadReplica: int32({ about: '', since: 11, default: -1 }),
            records: records({ about: '', nullable: '0+' }),
          },
        ),
      },
    ),
    nodeEndpoints: structs(
      { about: '', since: 16, tag: 0 },
      {
        nodeId: int32({ about: '' }),
        host: string({ about: '' }),
        port: int32({ about: '' }),
        rack: string({ about: '', nullable: '16+', default: null }),
      },
    ),
  },
})
