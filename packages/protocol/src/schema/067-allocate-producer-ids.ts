import { defineApi, int16, int32, int64 } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

/** A broker takes a block of producer ids from the controller. */
export const allocateProducerIds: ApiSchema = defineApi({
  key: 67,
  name: 'AllocateProducerIds',
  versions: '0',
  flexible: '0+',
  listeners: ['controller'],
  request: {
    brokerId: int32({ about: 'Node id of the broker.' }),
    brokerEpoch: int64({ about: 'Epoch of this life of the broker.', default: -1 }),
  },
  response: {
    throttleTimeMs: int32({
      about: 'How long the client should pause before it sends more, in ms: it went over a quota.',
    }),
    errorCode: int16({ about: 'NONE when the request succeeded.' }),
    producerIdStart: int64({ about: 'First id of the block.' }),
    producerIdLen: int32({ about: 'How many ids it has.' }),
  },
})
