import type { RecordSchema } from '../../../api.ts'
import { throwVersionUndecodable, throwVersionUnencodable } from '../../../codec/errors.ts'
import type { Reader } from '../../../codec/reader.ts'
import type { UnknownTaggedField } from '../../../codec/tagged-field.ts'
import type { Writer } from '../../../codec/writer.ts'

export interface NoOpRecord {
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function noOpRecord(init: Partial<NoOpRecord> = {}): NoOpRecord {
  return { unknownTaggedFields: init.unknownTaggedFields ?? null }
}

function decodeNoOpRecord(reader: Reader, _version: number): NoOpRecord {
  const unknownTaggedFields = reader.unknownTags()
  return { unknownTaggedFields }
}

function encodeNoOpRecord(writer: Writer, message: NoOpRecord, _version: number): void {
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

export const noOpRecordSchema: RecordSchema<NoOpRecord> = {
  name: 'NoOpRecord',
  type: 20,
  versionMin: 0,
  versionMax: 0,
  flexibleSince: 0,
  codec: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 0)) throwVersionUndecodable('NoOpRecord', version, '0')
      return decodeNoOpRecord(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 0)) throwVersionUnencodable('NoOpRecord', version, '0')
      encodeNoOpRecord(writer, message, version)
    },
  },
}
