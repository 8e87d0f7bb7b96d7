import { defineApi, int16, int32, int64, string, structs } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

/**
 * Tells where a leader epoch ended, so that a reader can find out whether it has to truncate
 * (KIP-101, KIP-320).
 */
export const offsetForLeaderEpoch: ApiSchema = defineApi({
  key: 23,
  name: 'OffsetForLeaderEpoch',
  versions: '2-4',
  flexible: '4+',
  listeners: ['broker'],
  request: {
    replicaId: int32({
      about: 'Node id of a follower that asks; -1 for a consumer, -2 for a debugging one.',
      since: 3,
      default: -2,
      ignorable: true,
    }),
    topics: structs(
      { about: 'What to look up.' },
      {
        topic: string({ about: 'Name of the topic.' }),
        partitions: structs(
          { about: 'Partitions to look up.' },
          {
            partition: int32({ about: 'Number of the partition.' }),
            currentLeaderEpoch: int32({
              about:
                'Leader epoch the client knows, checked before anything is looked up; -1 when it does not.',
              default: -1,
              ignorable: true,
            }),
            leaderEpoch: int32({ about: 'Epoch whose end is wanted.' }),
          },
        ),
      },
    ),
  },
  response: {
    throttleTimeMs: int32({
      about: 'How long the client should pause before it sends more, in ms: it went over a quota.',
      ignorable: true,
    }),
    topics: structs(
      { about: 'What was found.' },
      {
        topic: string({ about: 'Name of the topic.' }),
        partitions: structs(
          { about: 'Outcome by partition.' },
          {
            errorCode: int16({ about: 'Outcome for the partition.' }),
            partition: int32({ about: 'Number of the partition.' }),
            leaderEpoch: int32({
              about: 'Largest epoch not above the one asked for; -1 when unknown.',
              default: -1,
              ignorable: true,
            }),
            endOffset: int64({
              about: 'Offset at which that epoch ended; -1 when unknown.',
              default: -1,
            }),
          },
        ),
      },
    ),
  },
})
