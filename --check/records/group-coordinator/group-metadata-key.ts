import type { RecordSchema } from '../../../api.ts'
import { throwVersionUndecodable, throwVersionUnencodable } from '../../../codec/errors.ts'
import type { Reader } from '../../../codec/reader.ts'
import type { Writer } from '../../../codec/writer.ts'

export interface GroupMetadataKey {
  group: string
}

export function groupMetadataKey(init: Partial<GroupMetadataKey> = {}): GroupMetadataKey {
  return { group: init.group ?? '' }
}

function decodeGroupMetadataKey(reader: Reader, _version: number): GroupMetadataKey {
  const group = reader.string()

  return { group }
}

function encodeGroupMetadataKey(writer: Writer, message: GroupMetadataKey, _version: number): void {
  writer.string(message.group)
}

export const groupMetadataKeySchema: RecordSchema<GroupMetadataKey> = {
  name: 'GroupMetadataKey',
  type: 2,
  versionMin: 0,
  versionMax: 0,
  flexibleSince: null,
  codec: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 0)) throwVersionUndecodable('GroupMetadataKey', version, '0')
      return decodeGroupMetadataKey(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 0)) throwVersionUnencodable('GroupMetadataKey', version, '0')
      encodeGroupMetadataKey(writer, message, version)
    },
  },
}
