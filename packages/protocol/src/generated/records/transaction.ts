import type { AnyRecordSchema } from '../../api.ts'
import { transactionLogKeySchema } from './transaction/transaction-log-key.ts'
import { transactionLogValueSchema } from './transaction/transaction-log-value.ts'

export const transactionSchemas: readonly AnyRecordSchema[] = [
  transactionLogKeySchema,
  transactionLogValueSchema,
]
