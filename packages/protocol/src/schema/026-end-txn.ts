import { defineApi, bool, int16, int32, int64, string } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

/**
 * Commits or aborts a transaction. The coordinator decides in its log, then writes the markers.
 */
export const endTxn: ApiSchema = defineApi({
  key: 26,
  name: 'EndTxn',
  versions: '0-5',
  flexible: '3+',
  listeners: ['broker'],
  request: {
    transactionalId: string({ about: 'Transactional id.' }),
    producerId: int64({ about: 'Its producer id.' }),
    producerEpoch: int16({ about: 'Its producer epoch.' }),
    committed: bool({ about: 'True to commit, false to abort.' }),
  },
  response: {
    throttleTimeMs: int32({
      about: 'How long the client should pause before it sends more, in ms: it went over a quota.',
    }),
    errorCode: int16({ about: 'NONE when the request succeeded.' }),
    producerId: int64({
      about: 'Id for the next transaction; -1 when it stays the same (KIP-890).',
      since: 5,
      default: -1,
      ignorable: true,
    }),
    producerEpoch: int16({
      about: 'Epoch for the next transaction; -1 when it stays the same.',
      since: 5,
      default: -1,
      ignorable: true,
    }),
  },
})
