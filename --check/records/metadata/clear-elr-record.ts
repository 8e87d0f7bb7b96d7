import type { RecordSchema } from '../../../api.ts'
import { throwVersionUndecodable, throwVersionUnencodable } from '../../../codec/errors.ts'
import type { Reader } from '../../../codec/reader.ts'
import type { UnknownTaggedField } from '../../../codec/tagged-field.ts'
import type { Writer } from '../../../codec/writer.ts'

export interface ClearElrRecord {
  topicName: string
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function clearElrRecord(init: Partial<ClearElrRecord> = {}): ClearElrRecord {
  return { topicName: init.topicName ?? '', unknownTaggedFields: init.unknownTaggedFields ?? null }
}

function decodeClearElrRecord(reader: Reader, _version: number): ClearElrRecord {
  const topicName = reader.compactString()
  const unknownTaggedFields = reader.unknownTags()
  return { topicName, unknownTaggedFields }
}

function encodeClearElrRecord(writer: Writer, message: ClearElrRecord, _version: number): void {
  writer.compactString(message.topicName)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

export const clearElrRecordSchema: RecordSchema<ClearElrRecord> = {
  name: 'ClearElrRecord',
  type: 28,
  versionMin: 0,
  versionMax: 0,
  flexibleSince: 0,
  codec: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 0)) throwVersionUndecodable('ClearElrRecord', version, '0')
      return decodeClearElrRecord(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 0)) throwVersionUnencodable('ClearElrRecord', version, '0')
      encodeClearElrRecord(writer, message, version)
    },
  },
}
