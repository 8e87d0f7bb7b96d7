import {
  defineApi,
  array,
  bool,
  int16,
  int32,
  int64,
  shape,
  string,
  structs,
} from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

const topic = shape('Topic', {
  name: string({ about: 'Name of the topic.' }),
  partitions: array('int32', { about: 'Partitions of the topic.' }),
})

const partitionResult = shape('PartitionResult', {
  partitionIndex: int32({ about: 'Number of the partition.' }),
  partitionErrorCode: int16({
    about: 'OPERATION_NOT_ATTEMPTED when another partition was refused: all are added or none.',
  }),
})

const topicResult = shape('TopicResult', {
  name: string({ about: 'Name of the topic.' }),
  resultsByPartition: structs({ about: 'Outcome by partition.' }, partitionResult),
})

/**
 * Tells the transaction coordinator which partitions a transaction will write to. Brokers use it
 * to verify (KIP-890).
 */
export const addPartitionsToTxn: ApiSchema = defineApi({
  key: 24,
  name: 'AddPartitionsToTxn',
  versions: '0-5',
  flexible: '3+',
  listeners: ['broker'],
  request: {
    transactions: structs(
      { about: 'Transactions with the partitions to add, as brokers send them.', since: 4 },
      {
        transactionalId: string({ about: 'Transactional id.' }),
        producerId: int64({ about: 'Its producer id.' }),
        producerEpoch: int16({ about: 'Its producer epoch.' }),
        verifyOnly: bool({
          about: 'Whether only to ask if the partitions belong to the transaction.',
        }),
        topics: structs({ about: 'Partitions to add.' }, topic),
      },
    ),
    v3AndBelowTransactionalId: string({ about: 'Transactional id, as clients send it.', until: 3 }),
    v3AndBelowProducerId: int64({ about: 'Its producer id.', until: 3 }),
    v3AndBelowProducerEpoch: int16({ about: 'Its producer epoch.', until: 3 }),
    v3AndBelowTopics: structs({ about: 'Partitions to add.', until: 3 }, topic),
  },
  response: {
    throttleTimeMs: int32({
      about: 'How long the client should pause before it sends more, in ms: it went over a quota.',
    }),
    errorCode: int16({ about: 'Outcome of the request as a whole.', since: 4, ignorable: true }),
    resultsByTransaction: structs(
      { about: 'Outcome by transaction.', since: 4, item: 'Transaction' },
      {
        transactionalId: string({ about: 'Transactional id.' }),
        topicResults: structs({ about: 'Outcome by topic.' }, topicResult),
      },
    ),
    resultsByTopicV3AndBelow: structs(
      { about: 'Outcome by topic of the one transaction.', until: 3 },
      topicResult,
    ),
  },
})
