import { defineApi, array, bool, int16, int32, string, structs } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

/** Adds partitions to topics. */
export const createPartitions: ApiSchema = defineApi({
  key: 37,
  name: 'CreatePartitions',
  versions: '0-3',
  flexible: '2+',
  listeners: ['broker', 'controller'],
  request: {
    topics: structs(
      { about: 'Topics to widen.' },
      {
        name: string({ about: 'Name of the topic.' }),
        count: int32({ about: 'How many partitions the topic shall have in all.' }),
        assignments: structs(
          {
            about:
              'Replicas of the new partitions, chosen by hand; null lets the controller place them.',
            nullable: '0+',
          },
          {
            brokerIds: array('int32', {
              about: 'Brokers that get a replica, the preferred leader first.',
            }),
          },
        ),
      },
    ),
    timeoutMs: int32({ about: 'How long to wait until the partitions are created.' }),
    validateOnly: bool({ about: 'Whether to check only and change nothing.' }),
  },
  response: {
    throttleTimeMs: int32({
      about: 'How long the client should pause before it sends more, in ms: it went over a quota.',
    }),
    results: structs(
      { about: 'Outcome by topic.' },
      {
        name: string({ about: 'Name of the topic.' }),
        errorCode: int16({ about: 'Outcome for this one.' }),
        errorMessage: string({
          about: 'What went wrong, in words; null when nothing did or there is no more to say.',
          nullable: '0+',
          default: null,
        }),
      },
    ),
  },
})
