import { defineRecord, string } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

/** Key: a transactional id. */
export const transactionLogKey: StoredSchema = defineRecord({
  origin: 'transaction',
  name: 'TransactionLogKey',
  type: 0,
  versions: '0',
  fields: {
    transactionalId: string({ about: 'Transactional id.' }),
  },
})
