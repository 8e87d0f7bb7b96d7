import { defineApi, int16, int32, int64, string, structs, uuid } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

/** A group coordinator has the share coordinator begin the state of share partitions (KIP-932). */
export const initializeShareGroupState: ApiSchema = defineApi({
  key: 83,
  name: 'InitializeShareGroupState',
  versions: '0',
  flexible: '0+',
  listeners: ['broker'],
  request: {
    groupId: string({ about: 'Id of the group.' }),
    topics: structs(
      { about: 'Partitions to begin.' },
      {
        topicId: uuid({ about: 'Id of the topic.' }),
        partitions: structs(
          { about: 'Partitions to begin.' },
          {
            partition: int32({ about: 'Number of the partition.' }),
            stateEpoch: int32({ about: "Epoch of the group's state for the partition." }),
            startOffset: int64({
              about: "First offset to hand out; -1 leaves it to the group's setting.",
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
          },
        ),
      },
    ),
  },
})
