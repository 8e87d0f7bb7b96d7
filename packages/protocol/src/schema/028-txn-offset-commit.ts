import { defineApi, int16, int32, int64, int64Wide, string, structs } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

/** Stores a group's offsets as part of a transaction: they count once it commits. */
export const txnOffsetCommit: ApiSchema = defineApi({
  key: 28,
  name: 'TxnOffsetCommit',
  versions: '0-5',
  flexible: '3+',
  listeners: ['broker'],
  request: {
    transactionalId: string({ about: 'Transactional id.' }),
    groupId: string({ about: 'Group whose offsets they are.' }),
    producerId: int64({ about: 'Producer id of the transaction.' }),
    producerEpoch: int16({ about: 'Producer epoch of the transaction.' }),
    generationId: int32({
      about: 'Generation or member epoch of the member that read; -1 when not checked (KIP-447).',
      since: 3,
      default: -1,
    }),
    memberId: string({ about: 'Member that read; empty when not checked.', since: 3 }),
    groupInstanceId: string({
      about:
        'Id of a static member, which keeps its place over a restart (KIP-345); null for others.',
      since: 3,
      nullable: '3+',
      default: null,
    }),
    topics: structs(
      { about: 'Offsets to store, by topic.' },
      {
        name: string({ about: 'Name of the topic.' }),
        partitions: structs(
          { about: 'Offsets to store, by partition.' },
          {
            partitionIndex: int32({ about: 'Number of the partition.' }),
            committedOffset: int64Wide({
              about: 'Offset to go on from: one more than the last record that is done.',
            }),
            committedLeaderEpoch: int32({
              about: 'Epoch of the last record that is done; -1 when unknown.',
              since: 2,
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
    }),
    topics: structs(
      { about: 'Outcome by topic.' },
      {
        name: string({ about: 'Name of the topic.' }),
        partitions: structs(
          { about: 'Outcome by partition.' },
          {
            partitionIndex: int32({ about: 'Number of the partition.' }),
            errorCode: int16({ about: 'Outcome for the partition.' }),
          },
        ),
      },
    ),
  },
})
