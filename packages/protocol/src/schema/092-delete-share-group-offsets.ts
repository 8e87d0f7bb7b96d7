import { defineApi, int16, int32, string, structs, uuid } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

/** Forgets where an empty share group reads in topics (KIP-932). */
export const deleteShareGroupOffsets: ApiSchema = defineApi({
  key: 92,
  name: 'DeleteShareGroupOffsets',
  versions: '0',
  flexible: '0+',
  listeners: ['broker'],
  request: {
    groupId: string({ about: 'Id of the group.' }),
    topics: structs(
      { about: 'Topics to forget.' },
      {
        topicName: string({ about: 'Name of the topic.' }),
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
        errorCode: int16({ about: 'Outcome for this one.' }),
        errorMessage: string({
          about: 'What went wrong, in words; null when nothing did or there is no more to say.',
          nullable: '0+',
          default: null,
        }),
      },
    ),
  },
})
