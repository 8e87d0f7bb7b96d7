import type { RecordSchema } from '../../../api.ts'
import { throwVersionUndecodable, throwVersionUnencodable } from '../../../codec/errors.ts'
import type { Reader } from '../../../codec/reader.ts'
import type { Writer } from '../../../codec/writer.ts'

export interface ConsumerGroupMemberMetadataKey {
  groupId: string
  memberId: string
}

export function consumerGroupMemberMetadataKey(
  init: Partial<ConsumerGroupMemberMetadataKey> = {},
): ConsumerGroupMemberMetadataKey {
  return { groupId: init.groupId ?? '', memberId: init.memberId ?? '' }
}

function decodeConsumerGroupMemberMetadataKey(
  reader: Reader,
  _version: number,
): ConsumerGroupMemberMetadataKey {
  const groupId = reader.string()
  const memberId = reader.string()

  return { groupId, memberId }
}

function encodeConsumerGroupMemberMetadataKey(
  writer: Writer,
  message: ConsumerGroupMemberMetadataKey,
  _version: number,
): void {
  writer.string(message.groupId)
  writer.string(message.memberId)
}

export const consumerGroupMemberMetadataKeySchema: RecordSchema<ConsumerGroupMemberMetadataKey> = {
  name: 'ConsumerGroupMemberMetadataKey',
  type: 5,
  versionMin: 0,
  versionMax: 0,
  flexibleSince: null,
  codec: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUndecodable('ConsumerGroupMemberMetadataKey', version, '0')
      return decodeConsumerGroupMemberMetadataKey(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUnencodable('ConsumerGroupMemberMetadataKey', version, '0')
      encodeConsumerGroupMemberMetadataKey(writer, message, version)
    },
  },
}
