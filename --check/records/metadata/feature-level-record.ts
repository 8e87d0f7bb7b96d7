import type { RecordSchema } from '../../../api.ts'
import { throwVersionUndecodable, throwVersionUnencodable } from '../../../codec/errors.ts'
import type { Reader } from '../../../codec/reader.ts'
import type { UnknownTaggedField } from '../../../codec/tagged-field.ts'
import type { Writer } from '../../../codec/writer.ts'

export interface FeatureLevelRecord {
  name: string
  featureLevel: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function featureLevelRecord(init: Partial<FeatureLevelRecord> = {}): FeatureLevelRecord {
  return {
    name: init.name ?? '',
    featureLevel: init.featureLevel ?? 0,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeFeatureLevelRecord(reader: Reader, _version: number): FeatureLevelRecord {
  const name = reader.compactString()
  const featureLevel = reader.int16()
  const unknownTaggedFields = reader.unknownTags()
  return { name, featureLevel, unknownTaggedFields }
}

function encodeFeatureLevelRecord(
  writer: Writer,
  message: FeatureLevelRecord,
  _version: number,
): void {
  writer.compactString(message.name)
  writer.int16(message.featureLevel)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

export const featureLevelRecordSchema: RecordSchema<FeatureLevelRecord> = {
  name: 'FeatureLevelRecord',
  type: 12,
  versionMin: 0,
  versionMax: 0,
  flexibleSince: 0,
  codec: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUndecodable('FeatureLevelRecord', version, '0')
      return decodeFeatureLevelRecord(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUnencodable('FeatureLevelRecord', version, '0')
      encodeFeatureLevelRecord(writer, message, version)
    },
  },
}
