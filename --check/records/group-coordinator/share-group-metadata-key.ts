import type { RecordSchema } from '../../../api.ts'
import { throwVersionUndecodable, throwVersionUnencodable } from '../../../codec/errors.ts'
import type { Reader } from '../../../codec/reader.ts'
import type { Writer } from '../../../codec/writer.ts'

export interface ShareGroupMetadataKey {
  groupId: string
}

export function shareGroupMetadataKey(
  init: Partial<ShareGroupMetadataKey> = {},
): ShareGroupMetadataKey {
  return { groupId: init.groupId ?? '' }
}

function decodeShareGroupMetadataKey(reader: Reader, _version: number): ShareGroupMetadataKey {
  const groupId = reader.string()

  return { groupId }
}

function encodeShareGroupMetadataKey(
  writer: Writer,
  message: ShareGroupMetadataKey,
  _version: number,
): void {
  writer.string(message.groupId)
}

export const shareGroupMetadataKeySchema: RecordSchema<ShareGroupMetadataKey> = {
  name: 'ShareGroupMetadataKey',
  type: 11,
  versionMin: 0,
  versionMax: 0,
  flexibleSince: null,
  codec: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUndecodable('ShareGroupMetadataKey', version, '0')
      return decodeShareGroupMetadataKey(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUnencodable('ShareGroupMetadataKey', version, '0')
      encodeShareGroupMetadataKey(writer, message, version)
    },
  },
}
