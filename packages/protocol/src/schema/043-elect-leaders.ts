import { defineApi, array, int16, int32, int8, string, structs } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

/** Elects leaders: the preferred ones, or any replica at the risk of losing records (KIP-460). */
export const electLeaders: ApiSchema = defineApi({
  key: 43,
  name: 'ElectLeaders',
  versions: '0-2',
  flexible: '2+',
  listeners: ['broker', 'controller'],
  request: {
    electionType: int8({
      about: '0 the preferred replica, 1 unclean: any live replica.',
      since: 1,
    }),
    topicPartitions: structs(
      { about: 'Partitions; null for all.', nullable: '0+' },
      {
        topic: string({ about: 'Name of the topic.' }),
        partitions: array('int32', { about: 'Partitions of the topic.' }),
      },
    ),
    timeoutMs: int32({ about: 'How long to wait for the elections.', default: 60000 }),
  },
  response: {
    throttleTimeMs: int32({
      about: 'How long the client should pause before it sends more, in ms: it went over a quota.',
    }),
    errorCode: int16({ about: 'Outcome of the request as a whole.', since: 1 }),
    replicaElectionResults: structs(
      { about: 'Outcome by topic.' },
      {
        topic: string({ about: 'Name of the topic.' }),
        partitionResult: structs(
          { about: 'Outcome by partition.' },
          {
            partitionId: int32({ about: 'Number of the partition.' }),
            errorCode: int16({
              about: 'ELECTION_NOT_NEEDED when the leader is already the right one.',
            }),
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
