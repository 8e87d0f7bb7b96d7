import type { RecordSchema } from '../../../api.ts'
import { throwVersionUndecodable, throwVersionUnencodable } from '../../../codec/errors.ts'
import type { Reader } from '../../../codec/reader.ts'
import type { UnknownTaggedField } from '../../../codec/tagged-field.ts'
import type { Writer } from '../../../codec/writer.ts'

export interface KRaftVersionRecord {
  version: number
  kRaftVersion: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function kRaftVersionRecord(init: Partial<KRaftVersionRecord> = {}): KRaftVersionRecord {
  return {
    version: init.version ?? 0,
    kRaftVersion: init.kRaftVersion ?? 0,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeKRaftVersionRecord(reader: Reader, _version: number): KRaftVersionRecord {
  const versionValue = reader.int16()
  const kRaftVersion = reader.int16()
  const unknownTaggedFields = reader.unknownTags()
  return { version: versionValue, kRaftVersion, unknownTaggedFields }
}

function encodeKRaftVersionRecord(
  writer: Writer,
  message: KRaftVersionRecord,
  _version: number,
): void {
  writer.int16(message.version)
  writer.int16(message.kRaftVersion)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

export const kRaftVersionRecordSchema: RecordSchema<KRaftVersionRecord> = {
  name: 'KRaftVersionRecord',
  type: null,
  versionMin: 0,
  versionMax: 0,
  flexibleSince: 0,
  codec: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUndecodable('KRaftVersionRecord', version, '0')
      return decodeKRaftVersionRecord(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUnencodable('KRaftVersionRecord', version, '0')
      encodeKRaftVersionRecord(writer, message, version)
    },
  },
}
