import type { RecordSchema } from '../../../api.ts'
import { throwVersionUndecodable, throwVersionUnencodable } from '../../../codec/errors.ts'
import type { Reader } from '../../../codec/reader.ts'
import type { UnknownTaggedField } from '../../../codec/tagged-field.ts'
import type { Writer } from '../../../codec/writer.ts'

export interface ZkMigrationStateRecord {
  zkMigrationState: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function zkMigrationStateRecord(
  init: Partial<ZkMigrationStateRecord> = {},
): ZkMigrationStateRecord {
  return {
    zkMigrationState: init.zkMigrationState ?? 0,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeZkMigrationStateRecord(reader: Reader, _version: number): ZkMigrationStateRecord {
  const zkMigrationState = reader.int8()
  const unknownTaggedFields = reader.unknownTags()
  return { zkMigrationState, unknownTaggedFields }
}

function encodeZkMigrationStateRecord(
  writer: Writer,
  message: ZkMigrationStateRecord,
  _version: number,
): void {
  writer.int8(message.zkMigrationState)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

export const zkMigrationStateRecordSchema: RecordSchema<ZkMigrationStateRecord> = {
  name: 'ZkMigrationStateRecord',
  type: 21,
  versionMin: 0,
  versionMax: 0,
  flexibleSince: 0,
  codec: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUndecodable('ZkMigrationStateRecord', version, '0')
      return decodeZkMigrationStateRecord(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUnencodable('ZkMigrationStateRecord', version, '0')
      encodeZkMigrationStateRecord(writer, message, version)
    },
  },
}
