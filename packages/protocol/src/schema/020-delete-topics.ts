import { defineApi, array, int16, int32, string, structs, uuid } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

export const deleteTopics: ApiSchema = defineApi({
  key: 20,
  name: 'DeleteTopics',
  versions: '1-6',
  flexible: '4+',
  listeners: ['broker', 'controller'],
  request: {
    topics: structs(
      { about: '', since: 6 },
      {
        name: string({ about: '', nullable: '6+', default: null }),
        topicId: uuid({ about: '' }),
      },
    ),
    topicNames: array('string', { about: '', until: 5, ignorable: true }),
    timeoutMs: int32({ about: '' }),
  },
  response: {
    throttleTimeMs: int32({ about: '', ignorable: true }),
    responses: structs(
      { about: '', item: 'Topic' },
      {
        name: string({ about: '', nullable: '6+' }),
        topicId: uuid({ about: '', since: 6, ignorable: true }),
        errorCode: int16({ about: '' }),
        errorMessage: string({
          about: '',
          since: 5,
          nullable: '5+',
          default: null,
          ignorable: true,
        }),
      },
    ),
  },
})
