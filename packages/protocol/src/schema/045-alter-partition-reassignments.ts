import { defineApi, array, bool, int16, int32, string, structs } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

/** Starts moves of partitions to other brokers, or cancels them (KIP-455). */
export const alterPartitionReassignments: ApiSchema = defineApi({
  key: 45,
  name: 'AlterPartitionReassignments',
  versions: '0-1',
  flexible: '0+',
  listeners: ['broker', 'controller'],
  request: {
    timeoutMs: int32({
      about: 'How long to wait until the reassignments have begun.',
      default: 60000,
    }),
    allowReplicationFactorChange: bool({
      about: 'Whether a move may change the number of replicas (KIP-860).',
      since: 1,
      default: true,
    }),
    topics: structs(
      { about: 'Partitions to move.' },
      {
        name: string({ about: 'Name of the topic.' }),
        partitions: structs(
          { about: 'Partitions to move.' },
          {
            partitionIndex: int32({ about: 'Number of the partition.' }),
            replicas: array('int32', {
              about:
                'Brokers that shall hold the partition, the preferred leader first; null cancels a move.',
              nullable: '0+',
              default: null,
            }),
          },
        ),
      },
    ),
  },
  response: {
    throttleTimeMs: int32({
      about: 'How long the client should pause before it sends more, in ms: it went over a quota.',
    }),
    allowReplicationFactorChange: bool({
      about: 'Whether moves were allowed to change the number of replicas.',
      since: 1,
      default: true,
      ignorable: true,
    }),
    errorCode: int16({ about: 'Outcome of the request as a whole.' }),
    errorMessage: string({
      about: 'What went wrong, in words; null when nothing did or there is no more to say.',
      nullable: '0+',
    }),
    responses: structs(
      { about: 'Outcome by topic.', item: 'Topic' },
      {
        name: string({ about: 'Name of the topic.' }),
        partitions: structs(
          { about: 'Outcome by partition.' },
          {
            partitionIndex: int32({ about: 'Number of the partition.' }),
            errorCode: int16({ about: 'Outcome for the partition.' }),
            errorMessage: string({
              about: 'What went wrong, in words; null when nothing did or there is no more to say.',
              nullable: '0+',
            }),
          },
        ),
      },
    ),
  },
})
