import type { RecordSchema } from '../../../api.ts'
import { throwVersionUndecodable, throwVersionUnencodable } from '../../../codec/errors.ts'
import type { Reader } from '../../../codec/reader.ts'
import type { Writer } from '../../../codec/writer.ts'

export interface ShareGroupMemberMetadataKey {
  groupId: string
  memberId: string
}

export function shareGroupMemberMetadataKey(
  init: Partial<ShareGroupMemberMetadataKey> = {},
): ShareGroupMemberMetadataKey {
  return { groupId: init.groupId ?? '', memberId: init.memberId ?? '' }
}

function decodeShareGroupMemberMetadataKey(
  reader: Reader,
  _version: number,
): ShareGroupMemberMetadataKey {
  const groupId = reader.string()
  const memberId = reader.string()

  return { groupId, memberId }
}

function encodeShareGroupMemberMetadataKey(
  writer: Writer,
  message: ShareGroupMemberMetadataKey,
  _version: number,
): void {
  writer.string(message.groupId)
  writer.string(message.memberId)
}

export const shareGroupMemberMetadataKeySchema: RecordSchema<ShareGroupMemberMetadataKey> = {
  name: 'ShareGroupMemberMetadataKey',
  type: 10,
  versionMin: 0,
  versionMax: 0,
  flexibleSince: null,
  codec: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUndecodable('ShareGroupMemberMetadataKey', version, '0')
      return decodeShareGroupMemberMetadataKey(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUnencodable('ShareGroupMemberMetadataKey', version, '0')
      encodeShareGroupMemberMetadataKey(writer, message, version)
    },
  },
}
