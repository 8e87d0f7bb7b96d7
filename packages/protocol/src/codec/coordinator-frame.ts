import { DecodeError } from './errors.ts'
import { Reader } from './reader.ts'
import { expectEnd, recordWriter } from './stored-frame.ts'
import {
  groupCoordinatorKeySchemas,
  groupCoordinatorValueSchemas,
  type GroupCoordinatorKey,
  type GroupCoordinatorKeyMessages,
  type GroupCoordinatorValue,
  type GroupCoordinatorValueMessages,
} from '../generated/records/group-coordinator.ts'
import {
  shareKeySchemas,
  shareValueSchemas,
  type ShareKey,
  type ShareKeyMessages,
  type ShareValue,
  type ShareValueMessages,
} from '../generated/records/share.ts'
import {
  transactionKeySchemas,
  transactionValueSchemas,
  type TransactionKey,
  type TransactionKeyMessages,
  type TransactionValue,
  type TransactionValueMessages,
} from '../generated/records/transaction.ts'
import { encodeVersioned, decodeVersioned } from './versioned-frame.ts'
import type { AnyRecordSchema } from '../api.ts'
import type { Writer } from './writer.ts'

// Records of the coordinators' topics. A key is its type as int16 and the body (keys have one version,
// the body's 0); a value is its version as int16 and the body, and its type is the key's.

type Table = readonly (AnyRecordSchema | undefined)[]

/** What one coordinator keeps: keys with their types, values by type. `Key` and `Value` are unions. */
export interface CoordinatorRecords<Keys, Values, Key, Value> {
  encodeKey<Type extends keyof Keys>(type: Type, message: Keys[Type], writer?: Writer): Uint8Array
  /** Null for a type that is not known: such a record is skipped, as Kafka does. */
  decodeKey(bytes: Uint8Array): Key | null
  encodeValue<Type extends keyof Values>(
    type: Type,
    version: number,
    message: Values[Type],
    writer?: Writer,
  ): Uint8Array
  /** `type` is that of the record's key. */
  decodeValue(type: number, bytes: Uint8Array): Value
}

function coordinatorRecords<Keys, Values, Key, Value>(
  keys: Table,
  values: Table,
): CoordinatorRecords<Keys, Values, Key, Value> {
  return {
    encodeKey(type, message, writer = recordWriter()) {
      writer.int16(type as number)
      schemaOf(keys, type as number).codec.encode(writer, message, 0)
      return writer.finishBytes()
    },
    decodeKey(bytes) {
      const reader = new Reader(bytes)
      const type = reader.int16()
      const schema = keys[type]
      if (schema === undefined) return null
      const message = schema.codec.decode(reader, 0)
      expectEnd(reader, schema.name)
      return { type, version: 0, message } as Key
    },
    encodeValue(type, version, message, writer = recordWriter()) {
      return encodeVersioned(schemaOf(values, type as number), version, message, writer)
    },
    decodeValue(type, bytes) {
      const { version, message } = decodeVersioned(schemaOf(values, type), bytes)
      return { type, version, message } as Value
    },
  }
}

function schemaOf(table: Table, type: number): AnyRecordSchema {
  const schema = table[type]
  if (schema !== undefined) return schema
  throw new DecodeError(
    `a coordinator record of type ${type}, which is not known: written by a newer build?`,
    'PROTOCOL_UNSUPPORTED_VERSION',
  )
}

/** `__consumer_offsets`. */
export const groupRecords: CoordinatorRecords<
  GroupCoordinatorKeyMessages,
  GroupCoordinatorValueMessages,
  GroupCoordinatorKey,
  GroupCoordinatorValue
> = coordinatorRecords(groupCoordinatorKeySchemas, groupCoordinatorValueSchemas)

/** `__transaction_state`. */
export const transactionRecords: CoordinatorRecords<
  TransactionKeyMessages,
  TransactionValueMessages,
  TransactionKey,
  TransactionValue
> = coordinatorRecords(transactionKeySchemas, transactionValueSchemas)

/** `__share_group_state`. */
export const shareRecords: CoordinatorRecords<
  ShareKeyMessages,
  ShareValueMessages,
  ShareKey,
  ShareValue
> = coordinatorRecords(shareKeySchemas, shareValueSchemas)
