import { defineApi, array, bool, int16, int32, int64, int8, string, structs } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

/** A transaction coordinator has markers written to partitions, which end a transaction there. */
export const writeTxnMarkers: ApiSchema = defineApi({
  key: 27,
  name: 'WriteTxnMarkers',
  versions: '1-2',
  flexible: '1+',
  listeners: ['broker'],
  request: {
    markers: structs(
      { about: 'Transactions to end.' },
      {
        producerId: int64({ about: 'Producer id of the transaction.' }),
        producerEpoch: int16({ about: 'Producer epoch of the transaction.' }),
        transactionResult: bool({ about: 'True for a commit marker, false for an abort marker.' }),
        topics: structs(
          { about: 'Partitions to mark.' },
          {
            name: string({ about: 'Name of the topic.' }),
            partitionIndexes: array('int32', { about: 'Partitions to mark.' }),
          },
        ),
        coordinatorEpoch: int32({
          about:
            "Leader epoch of the coordinator's own partition, which fences older coordinators.",
        }),
        transactionVersion: int8({
          about: 'Level of transaction.version that the marker is written at (KIP-1228).',
          since: 2,
          ignorable: true,
        }),
      },
    ),
  },
  response: {
    markers: structs(
      { about: 'Outcome by transaction.' },
      {
        producerId: int64({ about: 'Producer id of the transaction.' }),
        topics: structs(
          { about: 'Outcome by topic.' },
          {
            name: string({ about: 'Name of the topic.' }),
            partitions: structs(
              { about: 'Outcome by partition.' },
              {
                partitionIndex: int32({ about: 'Number of the partition.' }),
                errorCode: int16({ about: 'Outcome for the partition.' }),
              },
            ),
          },
        ),
      },
    ),
  },
})
