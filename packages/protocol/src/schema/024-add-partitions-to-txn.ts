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
  name: string({ about: '' }),
  partitions: array('int32', { about: '' }),
})

const partitionResult = shape('PartitionResult', {
  partitionIndex: int32({ about: '' }),
  partitionErrorCode: int16({ about: '' }),
})

const topicResult = shape('TopicResult', {
  name: string({ about: '' }),
  resultsByPartition: structs({ about: '' }, partitionResult),
})

export const addPartitionsToTxn: ApiSchema = defineApi({
  key: 24,
  name: 'AddPartitionsToTxn',
  versions: '0-5',
  flexible: '3+',
  listeners: ['broker'],
  request: {
    transactions: structs(
      { about: '', since: 4 },
      {
        transactionalId: string({ about: '' }),
        producerId: int64({ about: '' }),
        producerEpoch: int16({ about: '' }),
        verifyOnly: bool({ about: '' }),
        topics: structs({ about: '' }, topic),
      },
    ),
    v3AndBelowTransactionalId: string({ about: '', until: 3 }),
    v3AndBelowProducerId: int64({ about: '', until: 3 }),
    v3AndBelowProducerEpoch: int16({ about: '', until: 3 }),
    v3AndBelowTopics: structs({ about: '', until: 3 }, topic),
  },
  response: {
    throttleTimeMs: int32({ about: '' }),
    errorCode: int16({ about: '', since: 4, ignorable: true }),
    resultsByTransaction: structs(
      { about: '', since: 4, item: 'Transaction' },
      {
        transactionalId: string({ about: '' }),
        topicResults: structs({ about: '' }, topicResult),
      },
    ),
    resultsByTopicV3AndBelow: structs({ about: '', until: 3 }, topicResult),
  },
})
