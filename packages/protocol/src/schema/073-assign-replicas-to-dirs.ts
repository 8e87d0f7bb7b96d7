import { defineApi, int16, int32, int64, structs, uuid } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

export const assignReplicasToDirs: ApiSchema = defineApi({
  key: 73,
  name: 'AssignReplicasToDirs',
  versions: '0',
  flexible: '0+',
  listeners: ['controller'],
  request: {
    brokerId: int32({ about: '' }),
    brokerEpoch: int64({ about: '', default: -1 }),
    directories: structs(
      { about: '' },
      {
        id: uuid({ about: '' }),
        topics: structs(
          { about: '' },
          {
            topicId: uuid({ about: '' }),
            partitions: structs(
              { about: '' },
              {
                partitionIndex: int32({ about: '' }),
              },
            ),
          },
        ),
      },
    ),
  },
  response: {
    throttleTimeMs: int32({ about: '' }),
    errorCode: int16({ about: '' }),
    directories: structs(
      { about: '' },
      {
        id: uuid({ about: '' }),
        topics: structs(
          { about: '' },
          {
            topicId: uuid({ about: '' }),
            partitions: structs(
              { about: '' },
              {
                partitionIndex: int32({ about: '' }),
                errorCode: int16({ about: '' }),
              },
            ),
          },
        ),
      },
    ),
  },
})
