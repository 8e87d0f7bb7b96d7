import {
  defineApi,
  int16,
  int32,
  int64,
  records,
  string,
  struct,
  structs,
  uuid,
} from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

export const produce: ApiSchema = defineApi({
  key: 0,
  name: 'Produce',
  versions: '3-13',
  flexible: '9+',
  listeners: ['broker'],
  request: {
    transactionalId: string({ about: '', nullable: '3+', default: null }),
    acks: int16({ about: '' }),
    timeoutMs: int32({ about: '' }),
    topicData: structs(
      { about: '', item: 'Topic' },
      {
        name: string({ about: '', until: 12, ignorable: true }),
        topicId: uuid({ about: '', since: 13, ignorable: true }),
        partitionData: structs(
          { about: '', item: 'Partition' },
          {
            index: int32({ about: '' }),
            records: records({ about: '', nullable: '0+' }),
          },
        ),
      },
    ),
  },
  response: {
    responses: structs(
      { about: '', item: 'Topic' },
      {
        name: string({ about: '', until: 12, ignorable: true }),
        topicId: uuid({ about: '', since: 13, ignorable: true }),
        partitionResponses: structs(
          { about: '', item: 'Partition' },
          {
            index: int32({ about: '' }),
            errorCode: int16({ about: '' }),
            baseOffset: int64({ about: '' }),
            logAppendTimeMs: int64({ about: '', default: -1, ignorable: true }),
            logStartOffset: int64({ about: '', since: 5, default: -1, ignorable: true }),
            recordErrors: structs(
              { about: '', since: 8, ignorable: true },
              {
                batchIndex: int32({ about: '' }),
                batchIndexErrorMessage: string({ about: '', nullable: '8+', default: null }),
              },
            ),
            errorMessage: string({
              about: '',
              since: 8,
              nullable: '8+',
              default: null,
              ignorable: true,
            }),
            currentLeader: struct(
              { about: '', since: 10, tag: 0 },
              {
                leaderId: int32({ about: '', default: -1 }),
                leaderEpoch: int32({ about: '', default: -1 }),
              },
            ),
          },
        ),
      },
    ),
    throttleTimeMs: int32({ about: '', ignorable: true }),
    nodeEndpoints: structs(
      { about: '', since: 10, tag: 0 },
      {
        nodeId: int32({ about: '' }),
        host: string({ about: '' }),
        port: int32({ about: '' }),
        rack: string({ about: '', nullable: '10+', default: null }),
      },
    ),
  },
})
