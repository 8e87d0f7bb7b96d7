import { defineApi, int16, int32, int64, string, structs, uuid } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

/** Reads the start offsets of share partitions without their details (KIP-932). */
export const readShareGroupStateSummary: ApiSchema = defineApi({
  key: 87,
  name: 'ReadShareGroupStateSummary',
  versions: '0-1',
  flexible: '0+',
  listeners: ['broker'],
  request: {
    groupId: string({ about: 'Id of the group.' }),
    topics: structs(
      { about: 'Partitions to read.' },
      {
        topicId: uuid({ about: 'Id of the topic.' }),
        partitions: structs(
          { about: 'Partitions to read.' },
          {
            partition: int32({ about: 'Number of the partition.' }),
            leaderEpoch: int32({
              about: 'Leader epoch of the share partition; -1 when not checked.',
            }),
          },
        ),
      },
    ),
  },
  response: {
    results: structs(
      { about: 'Outcome by topic.' },
      {
        topicId: uuid({ about: 'Id of the topic.' }),
        partitions: structs(
          { about: 'Outcome by partition.' },
          {
            partition: int32({ about: 'Number of the partition.' }),
            errorCode: int16({ about: 'Outcome for the partition.' }),
            errorMessage: string({
              about: 'What went wrong, in words; null when nothing did or there is no more to say.',
              nullable: '0+',
              default: null,
            }),
            stateEpoch: int32({ about: "Epoch of the group's state for the partition." }),
            leaderEpoch: int32({
              about: 'Leader epoch of the share partition; -1 when none wrote yet.',
            }),
            startOffset: int64({ about: 'First offset that is not done with; -1 when unknown.' }),
            deliveryCompleteCount: int32({
              about:
                'How many records at or above the start offset are done with; -1 when unknown (KIP-1226).',
              since: 1,
              default: -1,
              ignorable: true,
            }),
          },
        ),
      },
    ),
  },
})
