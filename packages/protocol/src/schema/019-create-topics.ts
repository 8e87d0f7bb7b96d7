import { defineApi, array, bool, int16, int32, int8, string, structs, uuid } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

export const createTopics: ApiSchema = defineApi({
  key: 19,
  name: 'CreateTopics',
  versions: '2-7',
  flexible: '5+',
  listeners: ['broker', 'controller'],
  request: {
    topics: structs(
      { about: '' },
      {
        name: string({ about: '' }),
        numPartitions: int32({ about: '' }),
        replicationFactor: int16({ about: '' }),
        assignments: structs(
          { about: '' },
          {
            partitionIndex: int32({ about: '' }),
            brokerIds: array('int32', { about: '' }),
          },
        ),
        configs: structs(
          { about: '' },
          {
            name: string({ about: '' }),
            value: string({ about: '', nullable: '0+' }),
          },
        ),
      },
    ),
    timeoutMs: int32({ about: '', default: 60000 }),
    validateOnly: bool({ about: '' }),
  },
  response: {
    throttleTimeMs: int32({ about: '', ignorable: true }),
    topics: structs(
      { about: '' },
      {
        name: string({ about: '' }),
        topicId: uuid({ about: '', since: 7, ignorable: true }),
        errorCode: int16({ about: '' }),
        errorMessage: string({ about: '', nullable: '0+', ignorable: true }),
        topicConfigErrorCode: int16({ about: '', since: 5, tag: 0, ignorable: true }),
        numPartitions: int32({ about: '', since: 5, default: -1, ignorable: true }),
        replicationFactor: int16({ about: '', since: 5, default: -1, ignorable: true }),
        configs: structs(
          { about: '', since: 5, nullable: '5+', ignorable: true },
          {
            name: string({ about: '' }),
            value: string({ about: '', nullable: '5+' }),
            readOnly: bool({ about: '' }),
            configSource: int8({ about: '', default: -1, ignorable: true }),
            isSensitive: bool({ about: '' }),
          },
        ),
      },
    ),
  },
})
