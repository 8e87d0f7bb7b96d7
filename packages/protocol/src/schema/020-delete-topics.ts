import { defineApi, array, int16, int32, string, structs, uuid } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

/** Deletes topics. */
export const deleteTopics: ApiSchema = defineApi({
  key: 20,
  name: 'DeleteTopics',
  versions: '1-6',
  flexible: '4+',
  listeners: ['broker', 'controller'],
  request: {
    topics: structs(
      { about: 'Topics to delete, by name or by id.', since: 6 },
      {
        name: string({ about: 'Topic by name; null when by id.', nullable: '6+', default: null }),
        topicId: uuid({ about: 'Topic by id; zero when by name.' }),
      },
    ),
    topicNames: array('string', { about: 'Topics to delete, by name.', until: 5, ignorable: true }),
    timeoutMs: int32({ about: 'How long to wait until the topics are gone.' }),
  },
  response: {
    throttleTimeMs: int32({
      about: 'How long the client should pause before it sends more, in ms: it went over a quota.',
      ignorable: true,
    }),
    responses: structs(
      { about: 'Outcome by topic.', item: 'Topic' },
      {
        name: string({
          about: 'Its name; null when an unknown id was given or the name may not be told.',
          nullable: '6+',
        }),
        topicId: uuid({ about: 'Id of the topic.', since: 6, ignorable: true }),
        errorCode: int16({ about: 'Outcome for this one.' }),
        errorMessage: string({
          about: 'What went wrong, in words; null when nothing did or there is no more to say.',
          since: 5,
          nullable: '5+',
          default: null,
          ignorable: true,
        }),
      },
    ),
  },
})
