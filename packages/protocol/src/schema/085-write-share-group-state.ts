import { defineApi, int16, int32, int64, int8, string, structs, uuid } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

/** A leader has the share coordinator keep the state of share partitions (KIP-932). */
export const writeShareGroupState: ApiSchema = defineApi({
  key: 85,
  name: 'WriteShareGroupState',
  versions: '0-1',
  flexible: '0+',
  listeners: ['broker'],
  request: {
    groupId: string({ about: 'Id of the group.' }),
    topics: structs(
      { about: 'State to keep.' },
      {
        topicId: uuid({ about: 'Id of the topic.' }),
        partitions: structs(
          { about: 'State to keep, by partition.' },
          {
            partition: int32({ about: 'Number of the partition.' }),
            stateEpoch: int32({ about: "Epoch of the group's state for the partition." }),
            leaderEpoch: int32({
              about: 'Leader epoch of the share partition, which fences older leaders.',
            }),
            startOffset: int64({ about: 'First offset in flight; -1 when unchanged.' }),
            deliveryCompleteCount: int32({
              about:
                'How many records at or above the start offset are done with; -1 when unknown (KIP-1226).',
              since: 1,
              default: -1,
              ignorable: true,
            }),
            stateBatches: structs(
              { about: 'States that changed.' },
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
          },
        ),
      },
    ),
  },
})
