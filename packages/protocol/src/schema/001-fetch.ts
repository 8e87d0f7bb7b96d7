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

/**
 * Reads record batches, waits for new ones, and replicates: consumers, followers and the metadata
 * quorum all fetch.
 */
export const fetch: ApiSchema = defineApi({
  key: 1,
  name: 'Fetch',
  versions: '4-18',
  flexible: '12+',
  listeners: ['broker', 'controller'],
  request: {
    clusterId: string({
      about: 'Cluster the fetcher believes it is in; checked by the metadata quorum.',
      since: 12,
      nullable: '12+',
      tag: 0,
      default: null,
      ignorable: true,
    }),
    replicaId: int32({
      about: 'Node id of a fetching follower; -1 for a consumer.',
      until: 14,
      default: -1,
    }),
    replicaState: struct(
      { about: 'Who fetches, and in which life (KIP-903).', since: 15, tag: 1 },
      {
        replicaId: int32({
          about: 'Node id of a fetching follower; -1 for a consumer.',
          default: -1,
        }),
        replicaEpoch: int64({
          about:
            'Broker epoch of the follower, so that an earlier life of it is told apart; -1 when unknown.',
          default: -1,
        }),
      },
    ),
    maxWaitMs: int32({
      about: 'How long the answer may be held back while less than minBytes is there.',
    }),
    minBytes: int32({
      about: 'Bytes to gather before answering; 0 or 1 answers as soon as there is anything.',
    }),
    maxBytes: int32({
      about: 'Bytes to answer with at most; the first batch is sent whole even when it is larger.',
      default: 2147483647,
      ignorable: true,
    }),
    isolationLevel: int8({
      about:
        '0 reads everything up to the high watermark, 1 only what committed transactions wrote.',
      ignorable: true,
    }),
    sessionId: int32({
      about: 'Fetch session to go on with; 0 asks for a new one (KIP-227).',
      since: 7,
      ignorable: true,
    }),
    sessionEpoch: int32({
      about: 'Step of the session; 0 starts one, -1 fetches in full and without one.',
      since: 7,
      default: -1,
      ignorable: true,
    }),
    topics: structs(
      { about: 'What to fetch; in a session only what changed since the last request.' },
      {
        topic: string({ about: 'Name of the topic.', until: 12, ignorable: true }),
        topicId: uuid({ about: 'Id of the topic.', since: 13, ignorable: true }),
        partitions: structs(
          { about: 'Partitions to fetch.' },
          {
            partition: int32({ about: 'Number of the partition.' }),
            currentLeaderEpoch: int32({
              about:
                'Leader epoch the fetcher knows, to find out about a change; -1 when it does not.',
              since: 9,
              default: -1,
              ignorable: true,
            }),
            fetchOffset: int64({ about: 'First offset wanted.' }),
            lastFetchedEpoch: int32({
              about:
                'Epoch of the last record the fetcher has, to find where logs diverge; -1 when none.',
              since: 12,
              default: -1,
            }),
            logStartOffset: int64({
              about: 'First offset the follower has; consumers send -1.',
              since: 5,
              default: -1,
              ignorable: true,
            }),
            partitionMaxBytes: int32({ about: 'Bytes to answer with for this partition at most.' }),
            replicaDirectoryId: uuid({
              about:
                'Directory of the fetching voter, which tells two lives of a node apart (KIP-853).',
              since: 17,
              tag: 0,
              ignorable: true,
            }),
            highWatermark: int64Wide({
              about:
                'High watermark the follower knows, so that an advance is told at once (KIP-1166).',
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
      { about: 'What to drop from the session.', since: 7, item: 'ForgottenTopic' },
      {
        topic: string({ about: 'Name of the topic.', until: 12, ignorable: true }),
        topicId: uuid({ about: 'Id of the topic.', since: 13, ignorable: true }),
        partitions: array('int32', { about: 'Partitions to drop.' }),
      },
    ),
    rackId: string({
      about: 'Rack of the consumer, so that a close replica can be suggested (KIP-392).',
      since: 11,
      ignorable: true,
    }),
  },
  response: {
    throttleTimeMs: int32({
      about: 'How long the client should pause before it sends more, in ms: it went over a quota.',
      ignorable: true,
    }),
    errorCode: int16({
      about: 'What is wrong with the session or with the request as a whole.',
      since: 7,
      ignorable: true,
    }),
    sessionId: int32({ about: 'Session to continue with; 0 when there is none.', since: 7 }),
    responses: structs(
      { about: 'What was read, by topic; in a session only what has news.', item: 'Topic' },
      {
        topic: string({ about: 'Name of the topic.', until: 12, ignorable: true }),
        topicId: uuid({ about: 'Id of the topic.', since: 13, ignorable: true }),
        partitions: structs(
          { about: 'What was read, by partition.' },
          {
            partitionIndex: int32({ about: 'Number of the partition.' }),
            errorCode: int16({ about: 'NONE even when nothing was there to read.' }),
            highWatermark: int64({
              about: 'Offset up to which all in-sync replicas have the log; -1 on an error.',
            }),
            lastStableOffset: int64({
              about: 'Offset below which every transaction is decided; -1 when unknown.',
              default: -1,
              ignorable: true,
            }),
            logStartOffset: int64({
              about: 'First offset that can still be read.',
              since: 5,
              default: -1,
              ignorable: true,
            }),
            divergingEpoch: struct(
              {
                about:
                  "Where the fetcher's log left the leader's: it must truncate to here (KIP-595).",
                since: 12,
                tag: 0,
              },
              {
                epoch: int32({
                  about: 'Largest epoch that both have in common; -1 when the logs do not diverge.',
                  default: -1,
                }),
                endOffset: int64({ about: "End of that epoch in the leader's log.", default: -1 }),
              },
            ),
            currentLeader: struct(
              { about: 'Leader to turn to when this node is not it.', since: 12, tag: 1 },
              {
                leaderId: int32({ about: 'Node id of the leader; -1 when unknown.', default: -1 }),
                leaderEpoch: int32({ about: 'Its leader epoch; -1 when unknown.', default: -1 }),
              },
            ),
            snapshotId: struct(
              {
                about:
                  'Snapshot to load first, since the log no longer reaches back to the fetch offset (KIP-630).',
                since: 12,
                tag: 2,
              },
              {
                endOffset: int64({
                  about:
                    'Offset that follows the last one in the snapshot; -1 when no snapshot is needed.',
                  default: -1,
                }),
                epoch: int32({ about: 'Epoch of the last record in the snapshot.', default: -1 }),
              },
            ),
            abortedTransactions: structs(
              {
                about: 'Aborted transactions among the records; null when everything is read.',
                nullable: '4+',
                ignorable: true,
              },
              {
                producerId: int64({ about: 'Producer whose records are to be skipped.' }),
                firstOffset: int64({ about: 'First record of the aborted transaction.' }),
              },
            ),
            preferredReadReplica: int32({
              about: 'Broker the consumer should read from instead; -1 for this one.',
              since: 11,
              default: -1,
            }),
            records: records({
              about:
                'Whole batches; the first may begin before the fetch offset, the last may be cut short.',
              nullable: '0+',
            }),
          },
        ),
      },
    ),
    nodeEndpoints: structs(
      { about: 'Where the leaders named above can be reached.', since: 16, tag: 0 },
      {
        nodeId: int32({ about: 'Node id of a leader named above.' }),
        host: string({ about: 'Host to connect to.' }),
        port: int32({ about: 'Port to connect to.' }),
        rack: string({
          about: 'Rack of the node; null when unknown.',
          nullable: '16+',
          default: null,
        }),
      },
    ),
  },
})
