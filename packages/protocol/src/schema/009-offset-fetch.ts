import {
  defineApi,
  array,
  bool,
  int16,
  int32,
  int64Wide,
  string,
  structs,
  uuid,
} from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

/** Tells how far groups have read. */
export const offsetFetch: ApiSchema = defineApi({
  key: 9,
  name: 'OffsetFetch',
  versions: '1-10',
  flexible: '6+',
  listeners: ['broker'],
  request: {
    groupId: string({ about: 'Group asked about; later versions take several.', until: 7 }),
    topics: structs(
      {
        about: 'Partitions asked about; null asks for all that have an offset.',
        until: 7,
        nullable: '2-7',
      },
      {
        name: string({ about: 'Name of the topic.' }),
        partitionIndexes: array('int32', { about: 'Partitions asked about.' }),
      },
    ),
    groups: structs(
      { about: 'Groups asked about.', since: 8 },
      {
        groupId: string({ about: 'Group asked about.' }),
        memberId: string({
          about: 'Member that asks, in a consumer group; null from outside.',
          since: 9,
          nullable: '9+',
          default: null,
          ignorable: true,
        }),
        memberEpoch: int32({
          about: 'Its epoch, so that an old one is told; -1 from outside.',
          since: 9,
          default: -1,
          ignorable: true,
        }),
        topics: structs(
          {
            about: 'Partitions asked about; null asks for all that have an offset.',
            nullable: '8+',
          },
          {
            name: string({ about: 'Name of the topic.', until: 9, ignorable: true }),
            topicId: uuid({ about: 'Id of the topic.', since: 10, ignorable: true }),
            partitionIndexes: array('int32', { about: 'Partitions asked about.' }),
          },
        ),
      },
    ),
    requireStable: bool({
      about:
        'Whether to refuse, with UNSTABLE_OFFSET_COMMIT, offsets that an open transaction may still change.',
      since: 7,
    }),
  },
  response: {
    throttleTimeMs: int32({
      about: 'How long the client should pause before it sends more, in ms: it went over a quota.',
      since: 3,
      ignorable: true,
    }),
    topics: structs(
      { about: 'Offsets by topic.', until: 7 },
      {
        name: string({ about: 'Name of the topic.' }),
        partitions: structs(
          { about: 'Offsets by partition.' },
          {
            partitionIndex: int32({ about: 'Number of the partition.' }),
            committedOffset: int64Wide({
              about: 'Offset to go on from; -1 when none was committed.',
            }),
            committedLeaderEpoch: int32({
              about: 'Epoch committed with it; -1 when unknown.',
              since: 5,
              default: -1,
              ignorable: true,
            }),
            metadata: string({ about: 'Text committed with it.', nullable: '0-7' }),
            errorCode: int16({
              about:
                'UNSTABLE_OFFSET_COMMIT while a transaction that covers the partition is open.',
            }),
          },
        ),
      },
    ),
    errorCode: int16({
      about: 'Outcome for the group as a whole.',
      since: 2,
      until: 7,
      ignorable: true,
    }),
    groups: structs(
      { about: 'Offsets by group.', since: 8 },
      {
        groupId: string({ about: 'Group that was asked about.' }),
        topics: structs(
          { about: 'Offsets by topic.' },
          {
            name: string({ about: 'Name of the topic.', until: 9, ignorable: true }),
            topicId: uuid({ about: 'Id of the topic.', since: 10, ignorable: true }),
            partitions: structs(
              { about: 'Offsets by partition.' },
              {
                partitionIndex: int32({ about: 'Number of the partition.' }),
                committedOffset: int64Wide({
                  about: 'Offset to go on from; -1 when none was committed.',
                }),
                committedLeaderEpoch: int32({
                  about: 'Epoch committed with it; -1 when unknown.',
                  default: -1,
                  ignorable: true,
                }),
                metadata: string({ about: 'Text committed with it.', nullable: '8+' }),
                errorCode: int16({
                  about:
                    'UNSTABLE_OFFSET_COMMIT while a transaction that covers the partition is open.',
                }),
              },
            ),
          },
        ),
        errorCode: int16({ about: 'Outcome for the group as a whole.' }),
      },
    ),
  },
})
