import { defineApi, int16, int32, int64, string } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

/** Tells the transaction coordinator that a group's offsets will be committed in a transaction. */
export const addOffsetsToTxn: ApiSchema = defineApi({
  key: 25,
  name: 'AddOffsetsToTxn',
  versions: '0-4',
  flexible: '3+',
  listeners: ['broker'],
  request: {
    transactionalId: string({ about: 'Transactional id.' }),
    producerId: int64({ about: 'Its producer id.' }),
    producerEpoch: int16({ about: 'Its producer epoch.' }),
    groupId: string({ about: 'Group whose offsets will be committed.' }),
  },
  response: {
    throttleTimeMs: int32({
      about: 'How long the client should pause before it sends more, in ms: it went over a quota.',
    }),
    errorCode: int16({ about: 'NONE when the request succeeded.' }),
  },
})
