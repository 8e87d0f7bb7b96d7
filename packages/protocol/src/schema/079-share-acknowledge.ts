import {
  defineApi,
  array,
  bool,
  int16,
  int32,
  int64,
  string,
  struct,
  structs,
  uuid,
} from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

/** Tells what became of acquired records of a share group (KIP-932). */
export const shareAcknowledge: ApiSchema = defineApi({
  key: 79,
  name: 'ShareAcknowledge',
  versions: '1-2',
  flexible: '0+',
  listeners: ['broker'],
  request: {
    groupId: string({ about: 'Id of the group.', nullable: '0+', default: null }),
    memberId: string({ about: 'Id of the member.', nullable: '0+' }),
    shareSessionEpoch: int32({ about: 'Step of the share session; -1 ends it.' }),
    isRenewAck: bool({ about: 'Whether acknowledgements renew locks (KIP-1222).', since: 2 }),
    topics: structs(
      { about: 'Records to acknowledge, by topic.' },
      {
        topicId: uuid({ about: 'Id of the topic.' }),
        partitions: structs(
          { about: 'Records to acknowledge, by partition.' },
          {
            partitionIndex: int32({ about: 'Number of the partition.' }),
            acknowledgementBatches: structs(
              { about: 'What became of the records.' },
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
      about: 'How long records whose lock was renewed are kept for this member.',
      since: 2,
      ignorable: true,
    }),
    responses: structs(
      { about: 'Outcome by topic.', item: 'Topic' },
      {
        topicId: uuid({ about: 'Id of the topic.' }),
        partitions: structs(
          { about: 'Outcome by partition.' },
          {
            partitionIndex: int32({ about: 'Number of the partition.' }),
            errorCode: int16({ about: 'Outcome for the partition.' }),
            errorMessage: string({
              about: 'What went wrong, in words; null when nothing did or there is no more to say.',
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
