import { defineApi, array, int16, int32, int64, string, structs } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

/** Lists the transactional ids that this broker coordinates. */
export const listTransactions: ApiSchema = defineApi({
  key: 66,
  name: 'ListTransactions',
  versions: '0-2',
  flexible: '0+',
  listeners: ['broker'],
  request: {
    stateFilters: array('string', { about: 'Only in one of these states by name; empty for all.' }),
    producerIdFilters: array('int64', { about: 'Only of these producer ids; empty for all.' }),
    durationFilter: int64({
      about: 'Only open for longer than this many ms; negative for all (KIP-994).',
      since: 1,
      default: -1,
    }),
    transactionalIdPattern: string({
      about: 'Only ids that match this regular expression; null for all (KIP-1152).',
      since: 2,
      nullable: '2+',
      default: null,
    }),
  },
  response: {
    throttleTimeMs: int32({
      about: 'How long the client should pause before it sends more, in ms: it went over a quota.',
    }),
    errorCode: int16({
      about: 'COORDINATOR_LOAD_IN_PROGRESS while a part of them is not loaded yet.',
    }),
    unknownStateFilters: array('string', { about: 'Names in the filter that are no states.' }),
    transactionStates: structs(
      { about: 'The transactions.' },
      {
        transactionalId: string({ about: 'Transactional id.' }),
        producerId: int64({ about: 'Producer id of the transactional id.' }),
        transactionState: string({ about: 'State by name, as Ongoing or PrepareCommit.' }),
      },
    ),
  },
})
