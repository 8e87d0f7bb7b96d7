import { defineApi, int16, int32, int64, string, structs, uuid } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

/** Moves where an empty share group begins to read (KIP-932). */
export const alterShareGroupOffsets: ApiSchema = defineApi({
  key: 91,
  name: 'AlterShareGroupOffsets',
  versions: '0',
  flexible: '0+',
  listeners: ['broker'],
  request: {
    groupId: string({ about: 'Id of the group.' }),
    topics: structs(
      { about: 'Partitions to move.' },
      {
        topicName: string({ about: 'Name of the topic.' }),
        partitions: structs(
          { about: 'Partitions to move.' },
          {
            partitionIndex: int32({ about: 'Number of the partition.' }),
            startOffset: int64({ about: 'First offset to hand out.' }),
          },
        ),
      },
    ),
  },
  response: {
    throttleTimeMs: int32({
      about: 'How long the client should pause before it sends more, in ms: it went over a quota.',
    }),
    errorCode: int16({ about: 'NON_EMPTY_GROUP while it has members.' }),
    errorMessage: string({
      about: 'What went wrong, in words; null when nothing did or there is no more to say.',
      nullable: '0+',
      default: null,
    }),
    responses: structs(
      { about: 'Outcome by topic.', item: 'Topic' },
      {
        topicName: string({ about: 'Name of the topic.' }),
        topicId: uuid({ about: 'Id of the topic.' }),
        partitions: structs(
          { about: 'Outcome by partition.' },
          {
            partitionIndex: int32({ about: 'Number of the partition.' }),
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
