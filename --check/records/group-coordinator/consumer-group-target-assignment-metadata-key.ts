import type { RecordSchema } from '../../../api.ts'
import { throwVersionUndecodable, throwVersionUnencodable } from '../../../codec/errors.ts'
import type { Reader } from '../../../codec/reader.ts'
import type { Writer } from '../../../codec/writer.ts'

export interface ConsumerGroupTargetAssignmentMetadataKey {
  groupId: string
}

export function consumerGroupTargetAssignmentMetadataKey(
  init: Partial<ConsumerGroupTargetAssignmentMetadataKey> = {},
): ConsumerGroupTargetAssignmentMetadataKey {
  return { groupId: init.groupId ?? '' }
}

function decodeConsumerGroupTargetAssignmentMetadataKey(
  reader: Reader,
  _version: number,
): ConsumerGroupTargetAssignmentMetadataKey {
  const groupId = reader.string()

  return { groupId }
}

function encodeConsumerGroupTargetAssignmentMetadataKey(
  writer: Writer,
  message: ConsumerGroupTargetAssignmentMetadataKey,
  _version: number,
): void {
  writer.string(message.groupId)
}

export const consumerGroupTargetAssignmentMetadataKeySchema: RecordSchema<ConsumerGroupTargetAssignmentMetadataKey> =
  {
    name: 'ConsumerGroupTargetAssignmentMetadataKey',
    type: 6,
    versionMin: 0,
    versionMax: 0,
    flexibleSince: null,
    codec: {
      decode(reader, version) {
        if (!(version >= 0 && version <= 0))
          throwVersionUndecodable('ConsumerGroupTargetAssignmentMetadataKey', version, '0')
        return decodeConsumerGroupTargetAssignmentMetadataKey(reader, version)
      },
      encode(writer, message, version) {
        if (!(version >= 0 && version <= 0))
          throwVersionUnencodable('ConsumerGroupTargetAssignmentMetadataKey', version, '0')
        encodeConsumerGroupTargetAssignmentMetadataKey(writer, message, version)
      },
    },
  }
