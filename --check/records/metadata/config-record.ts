import type { RecordSchema } from '../../../api.ts'
import { throwVersionUndecodable, throwVersionUnencodable } from '../../../codec/errors.ts'
import type { Reader } from '../../../codec/reader.ts'
import type { UnknownTaggedField } from '../../../codec/tagged-field.ts'
import type { Writer } from '../../../codec/writer.ts'

export interface ConfigRecord {
  resourceType: number
  resourceName: string
  name: string
  value: string | null
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function configRecord(init: Partial<ConfigRecord> = {}): ConfigRecord {
  return {
    resourceType: init.resourceType ?? 0,
    resourceName: init.resourceName ?? '',
    name: init.name ?? '',
    value: init.value === undefined ? '' : init.value,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeConfigRecord(reader: Reader, _version: number): ConfigRecord {
  const resourceType = reader.int8()
  const resourceName = reader.compactString()
  const name = reader.compactString()
  const value = reader.compactNullableString()
  const unknownTaggedFields = reader.unknownTags()
  return { resourceType, resourceName, name, value, unknownTaggedFields }
}

function encodeConfigRecord(writer: Writer, message: ConfigRecord, _version: number): void {
  writer.int8(message.resourceType)
  writer.compactString(message.resourceName)
  writer.compactString(message.name)
  writer.compactNullableString(message.value)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

export const configRecordSchema: RecordSchema<ConfigRecord> = {
  name: 'ConfigRecord',
  type: 4,
  versionMin: 0,
  versionMax: 0,
  flexibleSince: 0,
  codec: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 0)) throwVersionUndecodable('ConfigRecord', version, '0')
      return decodeConfigRecord(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 0)) throwVersionUnencodable('ConfigRecord', version, '0')
      encodeConfigRecord(writer, message, version)
    },
  },
}
