import { defineApi, array, int16, int32, int64, int8, structs, uuid } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

export const alterPartition: ApiSchema = defineApi({
  key: 56,
  name: 'AlterPartition',
  versions: '2-3',
  flexible: '0+',
  listeners: ['controller'],
  request: {
    brokerId: int32({ about: '' }),
    brokerEpoch: int64({ about: '', default: -1 }),
    topics: structs(
      { about: '' },
      {
        topicId: uuid({ about: '', ignorable: true }),
        partitions: structs(
          { about: '' },
          {
            partitionIndex: int32({ about: '' }),
            leaderEpoch: int32({ about: '' }),
            newIsr: array('int32', { about: '', until: 2 }),
            newIsrWithEpochs: structs(
              { about: '', since: 3, item: 'NewIsrReplica' },
              {
                brokerId: int32({ about: '' }),
                brokerEpoch: int64({ about: '', default: -1 }),
              },
            ),
            leaderRecoveryState: int8({ about: '' }),
            partitionEpoch: int32({ about: '' }),
          },
        ),
      },
    ),
  },
  response: {
    throttleTimeMs: int32({ about: '' }),
    errorCode: int16({ about: '' }),
    topics: structs(
      { about: '' },
      {
        topicId: uuid({ about: '', ignorable: true }),
        partitions: structs(
          { about: '' },
          {
            partitionIndex: int32({ about: '' }),
            errorCode: int16({ about: '' }),
            leaderId: int32({ about: '' }),
            leaderEpoch: int32({ about: '' }),
            isr: array('int32', { about: '' }),
            leaderRecoveryState: int8({ about: '', ignorable: true }),
            partitionEpoch: int32({ about: '' }),
          },
        ),
      },
    ),
  },
})
