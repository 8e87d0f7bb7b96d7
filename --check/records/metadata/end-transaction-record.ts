import type { RecordSchema } from '../../../api.ts'
import { throwVersionUndecodable, throwVersionUnencodable } from '../../../codec/errors.ts'
import type { Reader } from '../../../codec/reader.ts'
import type { UnknownTaggedField } from '../../../codec/tagged-field.ts'
import type { Writer } from '../../../codec/writer.ts'

export interface EndTransactionRecord {
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function endTransactionRecord(
  init: Partial<EndTransactionRecord> = {},
): EndTransactionRecord {
  return { unknownTaggedFields: init.unknownTaggedFields ?? null }
}

function decodeEndTransactionRecord(reader: Reader, _version: number): EndTransactionRecord {
  const unknownTaggedFields = reader.unknownTags()
  return { unknownTaggedFields }
}

function encodeEndTransactionRecord(
  writer: Writer,
  message: EndTransactionRecord,
  _version: number,
): void {
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

export const endTransactionRecordSchema: RecordSchema<EndTransactionRecord> = {
  name: 'EndTransactionRecord',
  type: 24,
  versionMin: 0,
  versionMax: 0,
  flexibleSince: 0,
  codec: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUndecodable('EndTransactionRecord', version, '0')
      return decodeEndTransactionRecord(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUnencodable('EndTransactionRecord', version, '0')
      encodeEndTransactionRecord(writer, message, version)
    },
  },
}
