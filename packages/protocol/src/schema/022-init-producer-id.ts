import { defineApi, bool, int16, int32, int64, string } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

/** Gives a producer its id and epoch, fencing earlier users of its transactional id (KIP-98). */
export const initProducerId: ApiSchema = defineApi({
  key: 22,
  name: 'InitProducerId',
  versions: '0-6',
  flexible: '2+',
  newestIsUnstable: true,
  listeners: ['broker'],
  request: {
    transactionalId: string({
      about: 'Id of a transactional producer; null for one that is merely idempotent.',
      nullable: '0+',
    }),
    transactionTimeoutMs: int32({
      about: 'Time after which the coordinator aborts a transaction that its producer left open.',
    }),
    producerId: int64({
      about: 'Id the producer has already, to raise its epoch (KIP-360); -1 for a new one.',
      since: 3,
      default: -1,
    }),
    producerEpoch: int16({
      about: 'Epoch the producer has already; -1 for none.',
      since: 3,
      default: -1,
    }),
    enable2Pc: bool({
      about:
        'Whether the client takes part in two-phase commits: its transactions then have no timeout (KIP-939).',
      since: 6,
    }),
    keepPreparedTxn: bool({
      about: 'Whether an open transaction is kept instead of aborted (KIP-939).',
      since: 6,
    }),
  },
  response: {
    throttleTimeMs: int32({
      about: 'How long the client should pause before it sends more, in ms: it went over a quota.',
      ignorable: true,
    }),
    errorCode: int16({ about: 'NONE when the request succeeded.' }),
    producerId: int64({ about: 'Id to write with; -1 on an error.', default: -1 }),
    producerEpoch: int16({ about: 'Epoch to write with.' }),
    ongoingTxnProducerId: int64({
      about: 'Producer id of the transaction that was kept open; -1 when none was.',
      since: 6,
      default: -1,
    }),
    ongoingTxnProducerEpoch: int16({
      about: 'Producer epoch of the transaction that was kept open; -1 when none was.',
      since: 6,
      default: -1,
    }),
  },
})
