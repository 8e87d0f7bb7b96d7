import { defineApi, int16, int32, string } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

/** Forgets a broker that is gone for good. */
export const unregisterBroker: ApiSchema = defineApi({
  key: 64,
  name: 'UnregisterBroker',
  versions: '0',
  flexible: '0+',
  listeners: ['broker', 'controller'],
  request: {
    brokerId: int32({ about: 'Node id of the broker.' }),
  },
  response: {
    throttleTimeMs: int32({
      about: 'How long the client should pause before it sends more, in ms: it went over a quota.',
    }),
    errorCode: int16({ about: 'NONE when the request succeeded.' }),
    errorMessage: string({
      about: 'What went wrong, in words; null when nothing did or there is no more to say.',
      nullable: '0+',
    }),
  },
})
