import type { RecordSchema } from '../../../api.ts'
import { throwVersionUndecodable, throwVersionUnencodable } from '../../../codec/errors.ts'
import type { Reader } from '../../../codec/reader.ts'
import type { Writer } from '../../../codec/writer.ts'

export interface ConsumerGroupMetadataKey {
  groupId: string
}

export function consumerGroupMetadataKey(
  init: Partial<ConsumerGroupMetadataKey> = {},
): ConsumerGroupMetadataKey {
  return { groupId: init.groupId ?? '' }
}

function decodeConsumerGroupMetadataKey(
  reader: Reader,
  _version: number,
): ConsumerGroupMetadataKey {
  const groupId = reader.string()

  return { groupId }
}

function encodeConsumerGroupMetadataKey(
  writer: Writer,
  message: ConsumerGroupMetadataKey,
  _version: number,
): void {
  writer.string(message.groupId)
}

export const consumerGroupMetadataKeySchema: RecordSchema<ConsumerGroupMetadataKey> = {
  name: 'ConsumerGroupMetadataKey',
  type: 3,
  versionMin: 0,
  versionMax: 0,
  flexibleSince: null,
  codec: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUndecodable('ConsumerGroupMetadataKey', version, '0')
      return decodeConsumerGroupMetadataKey(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUnencodable('ConsumerGroupMetadataKey', version, '0')
      encodeConsumerGroupMetadataKey(writer, message, version)
    },
  },
}
