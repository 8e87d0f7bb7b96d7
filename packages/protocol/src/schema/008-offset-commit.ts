import { defineApi, int16, int32, int64Wide, string, structs, uuid } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

/** Stores how far a group has read. The coordinator writes it to its log before it answers. */
export const offsetCommit: ApiSchema = defineApi({
  key: 8,
  name: 'OffsetCommit',
  versions: '2-10',
  flexible: '8+',
  listeners: ['broker'],
  request: {
    groupId: string({ about: 'Id of the group.' }),
    generationIdOrMemberEpoch: int32({
      about:
        'Generation (classic groups) or member epoch (consumer groups); -1 commits from outside the group.',
      default: -1,
      ignorable: true,
    }),
    memberId: string({
      about: 'Member that commits; empty from outside the group.',
      ignorable: true,
    }),
    groupInstanceId: string({
      about:
        'Id of a static member, which keeps its place over a restart (KIP-345); null for others.',
      since: 7,
      nullable: '7+',
      default: null,
    }),
    retentionTimeMs: int64Wide({
      about: 'How long to keep the offsets; -1 leaves it to the broker.',
      until: 4,
      default: -1n,
      ignorable: true,
    }),
    topics: structs(
      { about: 'Offsets to store, by topic.' },
      {
        name: string({ about: 'Name of the topic.', until: 9, ignorable: true }),
        topicId: uuid({ about: 'Id of the topic.', since: 10, ignorable: true }),
        partitions: structs(
          { about: 'Offsets to store, by partition.' },
          {
            partitionIndex: int32({ about: 'Number of the partition.' }),
            committedOffset: int64Wide({
              about: 'Offset to go on from: one more than the last record that is done.',
            }),
            committedLeaderEpoch: int32({
              about: 'Epoch of the last record that is done; -1 when unknown.',
              since: 6,
              default: -1,
              ignorable: true,
            }),
            committedMetadata: string({
              about: "Text of the client's own, kept beside the offset.",
              nullable: '0+',
            }),
          },
        ),
      },
    ),
  },
  response: {
    throttleTimeMs: int32({
      about: 'How long the client should pause before it sends more, in ms: it went over a quota.',
      since: 3,
      ignorable: true,
    }),
    topics: structs(
      { about: 'Outcome by topic.' },
      {
        name: string({ about: 'Name of the topic.', until: 9, ignorable: true }),
        topicId: uuid({ about: 'Id of the topic.', since: 10, ignorable: true }),
        partitions: structs(
          { about: 'Outcome by partition.' },
          {
            partitionIndex: int32({ about: 'Number of the partition.' }),
            errorCode: int16({
              about:
                'NONE when the offset is stored; STALE_MEMBER_EPOCH, ILLEGAL_GENERATION and the like when the member is behind.',
            }),
          },
        ),
      },
    ),
  },
})
