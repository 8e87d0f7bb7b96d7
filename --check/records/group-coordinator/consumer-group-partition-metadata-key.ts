import type { RecordSchema } from '../../../api.ts'
import { throwVersionUndecodable, throwVersionUnencodable } from '../../../codec/errors.ts'
import type { Reader } from '../../../codec/reader.ts'
import type { Writer } from '../../../codec/writer.ts'

export interface ConsumerGroupPartitionMetadataKey {
  groupId: string
}

export function consumerGroupPartitionMetadataKey(
  init: Partial<ConsumerGroupPartitionMetadataKey> = {},
): ConsumerGroupPartitionMetadataKey {
  return { groupId: init.groupId ?? '' }
}

function decodeConsumerGroupPartitionMetadataKey(
  reader: Reader,
  _version: number,
): ConsumerGroupPartitionMetadataKey {
  const groupId = reader.string()

  return { groupId }
}

function encodeConsumerGroupPartitionMetadataKey(
  writer: Writer,
  message: ConsumerGroupPartitionMetadataKey,
  _version: number,
): void {
  writer.string(message.groupId)
}

export const consumerGroupPartitionMetadataKeySchema: RecordSchema<ConsumerGroupPartitionMetadataKey> =
  {
    name: 'ConsumerGroupPartitionMetadataKey',
    type: 4,
    versionMin: 0,
    versionMax: 0,
    flexibleSince: null,
    codec: {
      decode(reader, version) {
        if (!(version >= 0 && version <= 0))
          throwVersionUndecodable('ConsumerGroupPartitionMetadataKey', version, '0')
        return decodeConsumerGroupPartitionMetadataKey(reader, version)
      },
      encode(writer, message, version) {
        if (!(version >= 0 && version <= 0))
          throwVersionUnencodable('ConsumerGroupPartitionMetadataKey', version, '0')
        encodeConsumerGroupPartitionMetadataKey(writer, message, version)
      },
    },
  }
