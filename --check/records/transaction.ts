import type { AnyRecordSchema } from '../../api.ts'
import { transactionLogKeySchema } from './transaction/transaction-log-key.ts'
import type { TransactionLogKey } from './transaction/transaction-log-key.ts'
import { transactionLogValueSchema } from './transaction/transaction-log-value.ts'
import type { TransactionLogValue } from './transaction/transaction-log-value.ts'

export const transactionSchemas: readonly AnyRecordSchema[] = [
  transactionLogKeySchema,
  transactionLogValueSchema,
]

export const TransactionRecordType = { TransactionLog: 0 } as const

export interface TransactionKeyMessages {
  0: TransactionLogKey
}

export type TransactionKey = {
  [Type in keyof TransactionKeyMessages]: {
    readonly type: Type
    readonly version: number
    readonly message: TransactionKeyMessages[Type]
  }
}[keyof TransactionKeyMessages]

export const transactionKeySchemas: readonly (AnyRecordSchema | undefined)[] = [
  transactionLogKeySchema,
]

export interface TransactionValueMessages {
  0: TransactionLogValue
}

export type TransactionValue = {
  [Type in keyof TransactionValueMessages]: {
    readonly type: Type
    readonly version: number
    readonly message: TransactionValueMessages[Type]
  }
}[keyof TransactionValueMessages]

export const transactionValueSchemas: readonly (AnyRecordSchema | undefined)[] = [
  transactionLogValueSchema,
]
