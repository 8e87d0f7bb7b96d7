import { defineApi, array, int16, int32, int64, string, structs, uuid } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

/** Shows where share groups begin to read (KIP-932). */
export const describeShareGroupOffsets: ApiSchema = defineApi({
  key: 90,
  name: 'DescribeShareGroupOffsets',
  versions: '0-1',
  flexible: '0+',
  listeners: ['broker'],
  request: {
    groups: structs(
      { about: 'Groups asked about.' },
      {
        groupId: string({ about: 'Id of the group.' }),
        topics: structs(
          { about: 'Partitions asked about; null for all.', nullable: '0+' },
          {
            topicName: string({ about: 'Name of the topic.' }),
            partitions: array('int32', { about: 'Partitions asked about.' }),
          },
        ),
      },
    ),
  },
  response: {
    throttleTimeMs: int32({
      about: 'How long the client should pause before it sends more, in ms: it went over a quota.',
    }),
    groups: structs(
      { about: 'Offsets by group.' },
      {
        groupId: string({ about: 'Id of the group.' }),
        topics: structs(
          { about: 'Offsets by topic.' },
          {
            topicName: string({ about: 'Name of the topic.' }),
            topicId: uuid({ about: 'Id of the topic.' }),
            partitions: structs(
              { about: 'Offsets by partition.' },
              {
                partitionIndex: int32({ about: 'Number of the partition.' }),
                startOffset: int64({
                  about: 'First offset that is not done with; -1 when none is known.',
                }),
                leaderEpoch: int32({ about: 'Leader epoch of the share partition.' }),
                lag: int64({
                  about:
                    'How many records are still to be handed out or acknowledged; -1 when unknown (KIP-1226).',
                  since: 1,
                  default: -1,
                  ignorable: true,
                }),
                errorCode: int16({ about: 'Outcome for the partition.' }),
                errorMessage: string({
                  about:
                    'What went wrong, in words; null when nothing did or there is no more to say.',
                  nullable: '0+',
                  default: null,
                }),
              },
            ),
          },
        ),
        errorCode: int16({ about: 'Outcome for the group as a whole.' }),
        errorMessage: string({
          about: 'What went wrong, in words; null when nothing did or there is no more to say.',
          nullable: '0+',
          default: null,
        }),
      },
    ),
  },
})
