import {
  defineApi,
  array,
  bool,
  int16,
  int32,
  int64,
  int8,
  records,
  string,
  struct,
  structs,
  uuid,
} from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

/**
 * Acquires records of a share group for a while, and acknowledges earlier ones on the way
 * (KIP-932).
 */
export const shareFetch: ApiSchema = defineApi({
  key: 78,
  name: 'ShareFetch',
  versions: '1-2',
  flexible: '0+',
  listeners: ['broker'],
  request: {
    groupId: string({ about: 'Id of the group.', nullable: '0+', default: null }),
    memberId: string({ about: 'Id of the member.', nullable: '0+' }),
    shareSessionEpoch: int32({ about: 'Step of the share session; 0 starts one, -1 ends it.' }),
    maxWaitMs: int32({
      about: 'How long the answer may be held back while less than minBytes is there.',
    }),
    minBytes: int32({ about: 'Bytes to gather before answering.' }),
    maxBytes: int32({ about: 'Bytes to answer with at most.', default: 2147483647 }),
    maxRecords: int32({ about: 'Records to acquire at most; whole batches may go above.' }),
    batchSize: int32({
      about: 'Records that belong together in one acquired batch, as far as possible.',
    }),
    shareAcquireMode: int8({
      about: '0 whole batches, 1 no more records than asked for (KIP-1206).',
      since: 2,
      ignorable: true,
    }),
    isRenewAck: bool({
      about: 'Whether acknowledgements renew locks: then nothing is fetched (KIP-1222).',
      since: 2,
    }),
    topics: structs(
      { about: 'What to fetch; in a session only what changed.' },
      {
        topicId: uuid({ about: 'Id of the topic.' }),
        partitions: structs(
          { about: 'Partitions to fetch.' },
          {
            partitionIndex: int32({ about: 'Number of the partition.' }),
            partitionMaxBytes: int32({
              about: 'Bytes to answer with for this partition at most.',
              until: 0,
            }),
            acknowledgementBatches: structs(
              { about: 'What became of records acquired before.' },
              {
                firstOffset: int64({ about: 'First record of the run.' }),
                lastOffset: int64({ about: 'Last record of the run.' }),
                acknowledgeTypes: array('int8', {
                  about: 'One for all or one each: 0 gap, 1 accept, 2 release, 3 reject, 4 renew.',
                }),
              },
            ),
          },
        ),
      },
    ),
    forgottenTopicsData: structs(
      { about: 'What to drop from the session.', item: 'ForgottenTopic' },
      {
        topicId: uuid({ about: 'Id of the topic.' }),
        partitions: array('int32', { about: 'Partitions to drop.' }),
      },
    ),
  },
  response: {
    throttleTimeMs: int32({
      about: 'How long the client should pause before it sends more, in ms: it went over a quota.',
    }),
    errorCode: int16({ about: 'What is wrong with the session or with the request as a whole.' }),
    errorMessage: string({
      about: 'What went wrong, in words; null when nothing did or there is no more to say.',
      nullable: '0+',
      default: null,
    }),
    acquisitionLockTimeoutMs: int32({
      about: 'How long acquired records are kept for this member.',
    }),
    responses: structs(
      { about: 'What was read, by topic.', item: 'Topic' },
      {
        topicId: uuid({ about: 'Id of the topic.' }),
        partitions: structs(
          { about: 'What was read, by partition.' },
          {
            partitionIndex: int32({ about: 'Number of the partition.' }),
            errorCode: int16({ about: 'Outcome of the fetch.' }),
            errorMessage: string({
              about: 'What went wrong with the fetch.',
              nullable: '0+',
              default: null,
            }),
            acknowledgeErrorCode: int16({ about: 'Outcome of the acknowledgements.' }),
            acknowledgeErrorMessage: string({
              about: 'What went wrong with the acknowledgements.',
              nullable: '0+',
              default: null,
            }),
            currentLeader: struct(
              { about: 'Leader to turn to when this node is not it.' },
              {
                leaderId: int32({ about: 'Node id of the leader; -1 when unknown.' }),
                leaderEpoch: int32({ about: 'Its leader epoch; -1 when unknown.' }),
              },
            ),
            records: records({
              about: "Whole batches; only the acquired records in them are this member's.",
            }),
            acquiredRecords: structs(
              { about: 'Records that this member now holds.' },
              {
                firstOffset: int64({ about: 'First record of the run.' }),
                lastOffset: int64({ about: 'Last record of the run.' }),
                deliveryCount: int16({
                  about: 'How often the records have been handed out, this time included.',
                }),
              },
            ),
          },
        ),
      },
    ),
    nodeEndpoints: structs(
      { about: 'Where the leaders named above can be reached.' },
      {
        nodeId: int32({ about: 'Node id of a leader named above.' }),
        host: string({ about: 'Host to connect to.' }),
        port: int32({ about: 'Port to connect to.' }),
        rack: string({
          about: 'Rack of the node; null when unknown.',
          nullable: '0+',
          default: null,
        }),
      },
    ),
  },
})
