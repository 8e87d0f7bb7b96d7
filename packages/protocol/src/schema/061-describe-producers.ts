import { defineApi, array, int16, int32, int64, int64Wide, string, structs } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

/** Shows the producers that a partition's leader knows (KIP-664). */
export const describeProducers: ApiSchema = defineApi({
  key: 61,
  name: 'DescribeProducers',
  versions: '0',
  flexible: '0+',
  listeners: ['broker'],
  request: {
    topics: structs(
      { about: 'Partitions asked about.' },
      {
        name: string({ about: 'Name of the topic.' }),
        partitionIndexes: array('int32', { about: 'Partitions asked about.' }),
      },
    ),
  },
  response: {
    throttleTimeMs: int32({
      about: 'How long the client should pause before it sends more, in ms: it went over a quota.',
    }),
    topics: structs(
      { about: 'Producers by topic.' },
      {
        name: string({ about: 'Name of the topic.' }),
        partitions: structs(
          { about: 'Producers by partition.' },
          {
            partitionIndex: int32({ about: 'Number of the partition.' }),
            errorCode: int16({ about: 'Outcome for the partition.' }),
            errorMessage: string({
              about: 'What went wrong, in words; null when nothing did or there is no more to say.',
              nullable: '0+',
              default: null,
            }),
            activeProducers: structs(
              { about: 'Producers whose state is kept.' },
              {
                producerId: int64({ about: 'Id of the producer.' }),
                producerEpoch: int32({ about: 'Its epoch.' }),
                lastSequence: int32({
                  about: 'Sequence of the last record it wrote; -1 when none.',
                  default: -1,
                }),
                lastTimestamp: int64Wide({
                  about: 'Timestamp of the last batch it wrote; -1 when none.',
                  default: -1n,
                }),
                coordinatorEpoch: int32({
                  about: 'Epoch of the coordinator that wrote its last marker; -1 when none.',
                }),
                currentTxnStartOffset: int64({
                  about: 'First record of its open transaction; -1 when none is open.',
                  default: -1,
                }),
              },
            ),
          },
        ),
      },
    ),
  },
})
