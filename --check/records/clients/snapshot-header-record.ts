import type { RecordSchema } from '../../../api.ts'
import { throwVersionUndecodable, throwVersionUnencodable } from '../../../codec/errors.ts'
import type { Reader } from '../../../codec/reader.ts'
import type { UnknownTaggedField } from '../../../codec/tagged-field.ts'
import type { Writer } from '../../../codec/writer.ts'

export interface SnapshotHeaderRecord {
  version: number
  lastContainedLogTimestamp: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function snapshotHeaderRecord(
  init: Partial<SnapshotHeaderRecord> = {},
): SnapshotHeaderRecord {
  return {
    version: init.version ?? 0,
    lastContainedLogTimestamp: init.lastContainedLogTimestamp ?? 0,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeSnapshotHeaderRecord(reader: Reader, _version: number): SnapshotHeaderRecord {
  const versionValue = reader.int16()
  const lastContainedLogTimestamp = reader.int64()
  const unknownTaggedFields = reader.unknownTags()
  return { version: versionValue, lastContainedLogTimestamp, unknownTaggedFields }
}

function encodeSnapshotHeaderRecord(
  writer: Writer,
  message: SnapshotHeaderRecord,
  _version: number,
): void {
  writer.int16(message.version)
  writer.int64(message.lastContainedLogTimestamp)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

export const snapshotHeaderRecordSchema: RecordSchema<SnapshotHeaderRecord> = {
  name: 'SnapshotHeaderRecord',
  type: null,
  versionMin: 0,
  versionMax: 0,
  flexibleSince: 0,
  codec: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUndecodable('SnapshotHeaderRecord', version, '0')
      return decodeSnapshotHeaderRecord(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUnencodable('SnapshotHeaderRecord', version, '0')
      encodeSnapshotHeaderRecord(writer, message, version)
    },
  },
}
