import { defineApi, array, int16, int32, int64, string, structs } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

export const listTransactions: ApiSchema = defineApi({
  key: 66,
  name: 'ListTransactions',
  versions: '0-2',
  flexible: '0+',
  listeners: ['broker'],
  request: {
    stateFilters: array('string', { about: '' }),
    producerIdFilters: array('int64', { about: '' }),
    durationFilter: int64({ about: '', since: 1, default: -1 }),
    transactionalIdPattern: string({ about: '', since: 2, nullable: '2+', default: null }),
  },
  response: {
    throttleTimeMs: int32({ about: '' }),
    errorCode: int16({ about: '' }),
    unknownStateFilters: array('string', { about: '' }),
    transactionStates: structs(
      { about: '' },
      {
        transactionalId: string({ about: '' }),
        producerId: int64({ about: '' }),
        transactionState: string({ about: '' }),
      },
    ),
  },
})
