import { defineApi, int16, int32, string, structs } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

/** Deletes a group's offsets of topics that no member subscribes to (KIP-496). */
export const offsetDelete: ApiSchema = defineApi({
  key: 47,
  name: 'OffsetDelete',
  versions: '0',
  listeners: ['broker'],
  request: {
    groupId: string({ about: 'Id of the group.' }),
    topics: structs(
      { about: 'Offsets to delete.' },
      {
        name: string({ about: 'Name of the topic.' }),
        partitions: structs(
          { about: 'Partitions whose offsets to delete.' },
          {
            partitionIndex: int32({ about: 'Number of the partition.' }),
          },
        ),
      },
    ),
  },
  response: {
    errorCode: int16({ about: 'Outcome for the group as a whole.' }),
    throttleTimeMs: int32({
      about: 'How long the client should pause before it sends more, in ms: it went over a quota.',
      ignorable: true,
    }),
    topics: structs(
      { about: 'Outcome by topic.' },
      {
        name: string({ about: 'Name of the topic.' }),
        partitions: structs(
          { about: 'Outcome by partition.' },
          {
            partitionIndex: int32({ about: 'Number of the partition.' }),
            errorCode: int16({
              about: 'GROUP_SUBSCRIBED_TO_TOPIC while a member reads the topic.',
            }),
          },
        ),
      },
    ),
  },
})
