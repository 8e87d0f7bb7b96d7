import type { RecordSchema } from '../../../api.ts'
import { throwVersionUndecodable, throwVersionUnencodable } from '../../../codec/errors.ts'
import type { Reader } from '../../../codec/reader.ts'
import type { Writer } from '../../../codec/writer.ts'

export interface StreamsGroupTargetAssignmentMetadataKey {
  groupId: string
}

export function streamsGroupTargetAssignmentMetadataKey(
  init: Partial<StreamsGroupTargetAssignmentMetadataKey> = {},
): StreamsGroupTargetAssignmentMetadataKey {
  return { groupId: init.groupId ?? '' }
}

function decodeStreamsGroupTargetAssignmentMetadataKey(
  reader: Reader,
  _version: number,
): StreamsGroupTargetAssignmentMetadataKey {
  const groupId = reader.string()

  return { groupId }
}

function encodeStreamsGroupTargetAssignmentMetadataKey(
  writer: Writer,
  message: StreamsGroupTargetAssignmentMetadataKey,
  _version: number,
): void {
  writer.string(message.groupId)
}

export const streamsGroupTargetAssignmentMetadataKeySchema: RecordSchema<StreamsGroupTargetAssignmentMetadataKey> =
  {
    name: 'StreamsGroupTargetAssignmentMetadataKey',
    type: 20,
    versionMin: 0,
    versionMax: 0,
    flexibleSince: null,
    codec: {
      decode(reader, version) {
        if (!(version >= 0 && version <= 0))
          throwVersionUndecodable('StreamsGroupTargetAssignmentMetadataKey', version, '0')
        return decodeStreamsGroupTargetAssignmentMetadataKey(reader, version)
      },
      encode(writer, message, version) {
        if (!(version >= 0 && version <= 0))
          throwVersionUnencodable('StreamsGroupTargetAssignmentMetadataKey', version, '0')
        encodeStreamsGroupTargetAssignmentMetadataKey(writer, message, version)
      },
    },
  }
