import { defineApi, array, int16, int32, int8, string, structs } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

export const electLeaders: ApiSchema = defineApi({
  key: 43,
  name: 'ElectLeaders',
  versions: '0-2',
  flexible: '2+',
  listeners: ['broker', 'controller'],
  request: {
    electionType: int8({ about: '', since: 1 }),
    topicPartitions: structs(
      { about: '', nullable: '0+' },
      {
        topic: string({ about: '' }),
        partitions: array('int32', { about: '' }),
      },
    ),
    timeoutMs: int32({ about: '', default: 60000 }),
  },
  response: {
    throttleTimeMs: int32({ about: '' }),
    errorCode: int16({ about: '', since: 1 }),
    replicaElectionResults: structs(
      { about: '' },
      {
        topic: string({ about: '' }),
        partitionResult: structs(
          { about: '' },
          {
            partitionId: int32({ about: '' }),
            errorCode: int16({ about: '' }),
            errorMessage: string({ about: '', nullable: '0+' }),
          },
        ),
      },
    ),
  },
})
