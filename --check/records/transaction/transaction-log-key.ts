import type { RecordSchema } from '../../../api.ts'
import { throwVersionUndecodable, throwVersionUnencodable } from '../../../codec/errors.ts'
import type { Reader } from '../../../codec/reader.ts'
import type { Writer } from '../../../codec/writer.ts'

export interface TransactionLogKey {
  transactionalId: string
}

export function transactionLogKey(init: Partial<TransactionLogKey> = {}): TransactionLogKey {
  return { transactionalId: init.transactionalId ?? '' }
}

function decodeTransactionLogKey(reader: Reader, _version: number): TransactionLogKey {
  const transactionalId = reader.string()

  return { transactionalId }
}

function encodeTransactionLogKey(
  writer: Writer,
  message: TransactionLogKey,
  _version: number,
): void {
  writer.string(message.transactionalId)
}

export const transactionLogKeySchema: RecordSchema<TransactionLogKey> = {
  name: 'TransactionLogKey',
  type: 0,
  versionMin: 0,
  versionMax: 0,
  flexibleSince: null,
  codec: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUndecodable('TransactionLogKey', version, '0')
      return decodeTransactionLogKey(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUnencodable('TransactionLogKey', version, '0')
      encodeTransactionLogKey(writer, message, version)
    },
  },
}
