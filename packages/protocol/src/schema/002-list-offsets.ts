import { defineApi, int16, int32, int64, int64Wide, int8, string, structs } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

/** Finds offsets by timestamp, or the ends of partitions. */
export const listOffsets: ApiSchema = defineApi({
  key: 2,
  name: 'ListOffsets',
  versions: '1-11',
  flexible: '6+',
  listeners: ['broker'],
  request: {
    replicaId: int32({ about: 'Node id of a follower that asks; -1 for a client.' }),
    isolationLevel: int8({
      about: 'Whether "latest" means the high watermark (0) or the last stable offset (1).',
      since: 2,
    }),
    topics: structs(
      { about: 'What to look up.' },
      {
        name: string({ about: 'Name of the topic.' }),
        partitions: structs(
          { about: 'Partitions to look up.' },
          {
            partitionIndex: int32({ about: 'Number of the partition.' }),
            currentLeaderEpoch: int32({
              about: 'Leader epoch the client knows; -1 when it does not.',
              since: 4,
              default: -1,
              ignorable: true,
            }),
            timestamp: int64Wide({
              about:
                'Earliest timestamp wanted, or -1 latest, -2 earliest, -3 largest timestamp, -4 earliest local, -5 latest tiered, -6 earliest that may be tiered next.',
            }),
          },
        ),
      },
    ),
    timeoutMs: int32({
      about: 'How long a look-up in tiered storage may take.',
      since: 10,
      ignorable: true,
    }),
  },
  response: {
    throttleTimeMs: int32({
      about: 'How long the client should pause before it sends more, in ms: it went over a quota.',
      since: 2,
      ignorable: true,
    }),
    topics: structs(
      { about: 'What was found.' },
      {
        name: string({ about: 'Name of the topic.' }),
        partitions: structs(
          { about: 'Outcome by partition.' },
          {
            partitionIndex: int32({ about: 'Number of the partition.' }),
            errorCode: int16({ about: 'Outcome for the partition.' }),
            timestamp: int64Wide({
              about: 'Timestamp of the record found; -1 when none or when an end was asked for.',
              default: -1n,
            }),
            offset: int64({ about: 'Offset found; -1 when no record is that late.', default: -1 }),
            leaderEpoch: int32({
              about: 'Epoch of the record found; -1 when unknown.',
              since: 4,
              default: -1,
            }),
          },
        ),
      },
    ),
  },
})
