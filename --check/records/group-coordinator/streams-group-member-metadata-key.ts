import type { RecordSchema } from '../../../api.ts'
import { throwVersionUndecodable, throwVersionUnencodable } from '../../../codec/errors.ts'
import type { Reader } from '../../../codec/reader.ts'
import type { Writer } from '../../../codec/writer.ts'

export interface StreamsGroupMemberMetadataKey {
  groupId: string
  memberId: string
}

export function streamsGroupMemberMetadataKey(
  init: Partial<StreamsGroupMemberMetadataKey> = {},
): StreamsGroupMemberMetadataKey {
  return { groupId: init.groupId ?? '', memberId: init.memberId ?? '' }
}

function decodeStreamsGroupMemberMetadataKey(
  reader: Reader,
  _version: number,
): StreamsGroupMemberMetadataKey {
  const groupId = reader.string()
  const memberId = reader.string()

  return { groupId, memberId }
}

function encodeStreamsGroupMemberMetadataKey(
  writer: Writer,
  message: StreamsGroupMemberMetadataKey,
  _version: number,
): void {
  writer.string(message.groupId)
  writer.string(message.memberId)
}

export const streamsGroupMemberMetadataKeySchema: RecordSchema<StreamsGroupMemberMetadataKey> = {
  name: 'StreamsGroupMemberMetadataKey',
  type: 19,
  versionMin: 0,
  versionMax: 0,
  flexibleSince: null,
  codec: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUndecodable('StreamsGroupMemberMetadataKey', version, '0')
      return decodeStreamsGroupMemberMetadataKey(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUnencodable('StreamsGroupMemberMetadataKey', version, '0')
      encodeStreamsGroupMemberMetadataKey(writer, message, version)
    },
  },
}
