import type { RecordSchema } from '../../../api.ts'
import { throwVersionUndecodable, throwVersionUnencodable } from '../../../codec/errors.ts'
import type { Reader } from '../../../codec/reader.ts'
import type { UnknownTaggedField } from '../../../codec/tagged-field.ts'
import type { Writer } from '../../../codec/writer.ts'

export interface SnapshotFooterRecord {
  version: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function snapshotFooterRecord(
  init: Partial<SnapshotFooterRecord> = {},
): SnapshotFooterRecord {
  return { version: init.version ?? 0, unknownTaggedFields: init.unknownTaggedFields ?? null }
}

function decodeSnapshotFooterRecord(reader: Reader, _version: number): SnapshotFooterRecord {
  const versionValue = reader.int16()
  const unknownTaggedFields = reader.unknownTags()
  return { version: versionValue, unknownTaggedFields }
}

function encodeSnapshotFooterRecord(
  writer: Writer,
  message: SnapshotFooterRecord,
  _version: number,
): void {
  writer.int16(message.version)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

export const snapshotFooterRecordSchema: RecordSchema<SnapshotFooterRecord> = {
  name: 'SnapshotFooterRecord',
  type: null,
  versionMin: 0,
  versionMax: 0,
  flexibleSince: 0,
  codec: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUndecodable('SnapshotFooterRecord', version, '0')
      return decodeSnapshotFooterRecord(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUnencodable('SnapshotFooterRecord', version, '0')
      encodeSnapshotFooterRecord(writer, message, version)
    },
  },
}
