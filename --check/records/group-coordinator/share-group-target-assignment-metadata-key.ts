import type { RecordSchema } from '../../../api.ts'
import { throwVersionUndecodable, throwVersionUnencodable } from '../../../codec/errors.ts'
import type { Reader } from '../../../codec/reader.ts'
import type { Writer } from '../../../codec/writer.ts'

export interface ShareGroupTargetAssignmentMetadataKey {
  groupId: string
}

export function shareGroupTargetAssignmentMetadataKey(
  init: Partial<ShareGroupTargetAssignmentMetadataKey> = {},
): ShareGroupTargetAssignmentMetadataKey {
  return { groupId: init.groupId ?? '' }
}

function decodeShareGroupTargetAssignmentMetadataKey(
  reader: Reader,
  _version: number,
): ShareGroupTargetAssignmentMetadataKey {
  const groupId = reader.string()

  return { groupId }
}

function encodeShareGroupTargetAssignmentMetadataKey(
  writer: Writer,
  message: ShareGroupTargetAssignmentMetadataKey,
  _version: number,
): void {
  writer.string(message.groupId)
}

export const shareGroupTargetAssignmentMetadataKeySchema: RecordSchema<ShareGroupTargetAssignmentMetadataKey> =
  {
    name: 'ShareGroupTargetAssignmentMetadataKey',
    type: 12,
    versionMin: 0,
    versionMax: 0,
    flexibleSince: null,
    codec: {
      decode(reader, version) {
        if (!(version >= 0 && version <= 0))
          throwVersionUndecodable('ShareGroupTargetAssignmentMetadataKey', version, '0')
        return decodeShareGroupTargetAssignmentMetadataKey(reader, version)
      },
      encode(writer, message, version) {
        if (!(version >= 0 && version <= 0))
          throwVersionUnencodable('ShareGroupTargetAssignmentMetadataKey', version, '0')
        encodeShareGroupTargetAssignmentMetadataKey(writer, message, version)
      },
    },
  }
