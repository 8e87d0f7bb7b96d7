import { defineApi, array, int16, int32, string, structs } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

/** Lists the moves of partitions that are under way. */
export const listPartitionReassignments: ApiSchema = defineApi({
  key: 46,
  name: 'ListPartitionReassignments',
  versions: '0',
  flexible: '0+',
  listeners: ['broker', 'controller'],
  request: {
    timeoutMs: int32({ about: 'How long to wait for the answer.', default: 60000 }),
    topics: structs(
      { about: 'Partitions asked about; null for all.', nullable: '0+', default: null },
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
    errorCode: int16({ about: 'Outcome of the request as a whole.' }),
    errorMessage: string({
      about: 'What went wrong, in words; null when nothing did or there is no more to say.',
      nullable: '0+',
    }),
    topics: structs(
      { about: 'Topics with moves under way.' },
      {
        name: string({ about: 'Name of the topic.' }),
        partitions: structs(
          { about: 'Partitions that are being moved.' },
          {
            partitionIndex: int32({ about: 'Number of the partition.' }),
            replicas: array('int32', {
              about: 'Brokers that hold a replica, old ones and new ones.',
            }),
            addingReplicas: array('int32', { about: 'Brokers that are getting a replica.' }),
            removingReplicas: array('int32', { about: 'Brokers that will give theirs up.' }),
          },
        ),
      },
    ),
  },
})
