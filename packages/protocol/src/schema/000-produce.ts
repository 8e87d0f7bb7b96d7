import {
  defineApi,
  int16,
  int32,
  int64,
  records,
  string,
  struct,
  structs,
  uuid,
} from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

/**
 * Writes record batches to partitions. The leader validates them, gives them offsets and answers
 * as acks asks (KIP-98).
 */
export const produce: ApiSchema = defineApi({
  key: 0,
  name: 'Produce',
  versions: '3-13',
  flexible: '9+',
  listeners: ['broker'],
  request: {
    transactionalId: string({
      about: 'Id of the transaction the batches belong to; null outside of transactions.',
      nullable: '3+',
      default: null,
    }),
    acks: int16({
      about:
        'When to answer: 0 never, 1 once the leader has written, -1 once all in-sync replicas have.',
    }),
    timeoutMs: int32({ about: 'How long to wait for the replicas that acks asks for.' }),
    topicData: structs(
      { about: 'What to write, by topic.', item: 'Topic' },
      {
        name: string({ about: 'Name of the topic.', until: 12, ignorable: true }),
        topicId: uuid({ about: 'Id of the topic.', since: 13, ignorable: true }),
        partitionData: structs(
          { about: 'What to write, by partition.', item: 'Partition' },
          {
            index: int32({ about: 'Partition to append to.' }),
            records: records({
              about: 'One record batch of format v2; older formats are refused.',
              nullable: '0+',
            }),
          },
        ),
      },
    ),
  },
  response: {
    responses: structs(
      { about: 'Outcome by topic.', item: 'Topic' },
      {
        name: string({ about: 'Name of the topic.', until: 12, ignorable: true }),
        topicId: uuid({ about: 'Id of the topic.', since: 13, ignorable: true }),
        partitionResponses: structs(
          { about: 'Outcome by partition.', item: 'Partition' },
          {
            index: int32({ about: 'Partition that was written to.' }),
            errorCode: int16({
              about:
                'NONE when the batch was appended, now or by an earlier try of the same producer.',
            }),
            baseOffset: int64({ about: 'Offset given to the first record; -1 on an error.' }),
            logAppendTimeMs: int64({
              about: 'Time stamped on the batch where the topic uses LogAppendTime, else -1.',
              default: -1,
              ignorable: true,
            }),
            logStartOffset: int64({
              about: 'First offset that can still be read in the partition.',
              since: 5,
              default: -1,
              ignorable: true,
            }),
            recordErrors: structs(
              {
                about: 'Records that made the batch invalid (KIP-467).',
                since: 8,
                ignorable: true,
              },
              {
                batchIndex: int32({ about: 'Place of the record in its batch, from 0.' }),
                batchIndexErrorMessage: string({
                  about: 'What is wrong with this record.',
                  nullable: '8+',
                  default: null,
                }),
              },
            ),
            errorMessage: string({
              about: 'What is wrong with the batch as a whole.',
              since: 8,
              nullable: '8+',
              default: null,
              ignorable: true,
            }),
            currentLeader: struct(
              {
                about: 'Leader to turn to after NOT_LEADER_OR_FOLLOWER (KIP-951).',
                since: 10,
                tag: 0,
              },
              {
                leaderId: int32({ about: 'Node id of the leader; -1 when unknown.', default: -1 }),
                leaderEpoch: int32({ about: 'Its leader epoch; -1 when unknown.', default: -1 }),
              },
            ),
          },
        ),
      },
    ),
    throttleTimeMs: int32({
      about: 'How long the client should pause before it sends more, in ms: it went over a quota.',
      ignorable: true,
    }),
    nodeEndpoints: structs(
      { about: 'Where the leaders named above can be reached.', since: 10, tag: 0 },
      {
        nodeId: int32({ about: 'Node id of a leader named above.' }),
        host: string({ about: 'Host to connect to.' }),
        port: int32({ about: 'Port to connect to.' }),
        rack: string({
          about: 'Rack of the node; null when unknown.',
          nullable: '10+',
          default: null,
        }),
      },
    ),
  },
})
