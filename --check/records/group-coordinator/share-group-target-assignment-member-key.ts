import type { RecordSchema } from '../../../api.ts'
import { throwVersionUndecodable, throwVersionUnencodable } from '../../../codec/errors.ts'
import type { Reader } from '../../../codec/reader.ts'
import type { Writer } from '../../../codec/writer.ts'

export interface ShareGroupTargetAssignmentMemberKey {
  groupId: string
  memberId: string
}

export function shareGroupTargetAssignmentMemberKey(
  init: Partial<ShareGroupTargetAssignmentMemberKey> = {},
): ShareGroupTargetAssignmentMemberKey {
  return { groupId: init.groupId ?? '', memberId: init.memberId ?? '' }
}

function decodeShareGroupTargetAssignmentMemberKey(
  reader: Reader,
  _version: number,
): ShareGroupTargetAssignmentMemberKey {
  const groupId = reader.string()
  const memberId = reader.string()

  return { groupId, memberId }
}

function encodeShareGroupTargetAssignmentMemberKey(
  writer: Writer,
  message: ShareGroupTargetAssignmentMemberKey,
  _version: number,
): void {
  writer.string(message.groupId)
  writer.string(message.memberId)
}

export const shareGroupTargetAssignmentMemberKeySchema: RecordSchema<ShareGroupTargetAssignmentMemberKey> =
  {
    name: 'ShareGroupTargetAssignmentMemberKey',
    type: 13,
    versionMin: 0,
    versionMax: 0,
    flexibleSince: null,
    codec: {
      decode(reader, version) {
        if (!(version >= 0 && version <= 0))
          throwVersionUndecodable('ShareGroupTargetAssignmentMemberKey', version, '0')
        return decodeShareGroupTargetAssignmentMemberKey(reader, version)
      },
      encode(writer, message, version) {
        if (!(version >= 0 && version <= 0))
          throwVersionUnencodable('ShareGroupTargetAssignmentMemberKey', version, '0')
        encodeShareGroupTargetAssignmentMemberKey(writer, message, version)
      },
    },
  }
