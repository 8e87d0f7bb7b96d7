import { defineApi, array, bool, int16, int32, int64, int8, string, structs } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

export const writeTxnMarkers: ApiSchema = defineApi({
  key: 27,
  name: 'WriteTxnMarkers',
  versions: '1-2',
  flexible: '1+',
  listeners: ['broker'],
  request: {
    markers: structs(
      { about: '' },
      {
        producerId: int64({ about: '' }),
        producerEpoch: int16({ about: '' }),
        transactionResult: bool({ about: '' }),
        topics: structs(
          { about: '' },
          {
            name: string({ about: '' }),
            partitionIndexes: array('int32', { about: '' }),
          },
        ),
        coordinatorEpoch: int32({ about: '' }),
        transactionVersion: int8({ about: '', since: 2, ignorable: true }),
      },
    ),
  },
  response: {
    markers: structs(
      { about: '' },
      {
        producerId: int64({ about: '' }),
        topics: structs(
          { about: '' },
          {
            name: string({ about: '' }),
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
