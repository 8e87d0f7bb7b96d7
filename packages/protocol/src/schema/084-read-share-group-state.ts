import { defineApi, int16, int32, int64, int8, string, structs, uuid } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

/** A leader reads the state of share partitions from the share coordinator (KIP-932). */
export const readShareGroupState: ApiSchema = defineApi({
  key: 84,
  name: 'ReadShareGroupState',
  versions: '0',
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
              about: 'Leader epoch of the share partition, which fences older leaders.',
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
            startOffset: int64({ about: 'First offset that is not done with; -1 when unknown.' }),
            stateBatches: structs(
              { about: 'Runs of records in one state.' },
              {
                firstOffset: int64({ about: 'First record of the run.' }),
                lastOffset: int64({ about: 'Last record of the run.' }),
                deliveryState: int8({ about: '0 available, 2 acknowledged, 4 archived.' }),
                deliveryCount: int16({ about: 'How often the records have been handed out.' }),
              },
            ),
          },
        ),
      },
    ),
  },
})
