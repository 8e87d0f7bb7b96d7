import type { RecordSchema } from '../../../api.ts'
import { throwVersionUndecodable, throwVersionUnencodable } from '../../../codec/errors.ts'
import type { Reader } from '../../../codec/reader.ts'
import type { Writer } from '../../../codec/writer.ts'

export interface ShareGroupCurrentMemberAssignmentKey {
  groupId: string
  memberId: string
}

export function shareGroupCurrentMemberAssignmentKey(
  init: Partial<ShareGroupCurrentMemberAssignmentKey> = {},
): ShareGroupCurrentMemberAssignmentKey {
  return { groupId: init.groupId ?? '', memberId: init.memberId ?? '' }
}

function decodeShareGroupCurrentMemberAssignmentKey(
  reader: Reader,
  _version: number,
): ShareGroupCurrentMemberAssignmentKey {
  const groupId = reader.string()
  const memberId = reader.string()

  return { groupId, memberId }
}

function encodeShareGroupCurrentMemberAssignmentKey(
  writer: Writer,
  message: ShareGroupCurrentMemberAssignmentKey,
  _version: number,
): void {
  writer.string(message.groupId)
  writer.string(message.memberId)
}

export const shareGroupCurrentMemberAssignmentKeySchema: RecordSchema<ShareGroupCurrentMemberAssignmentKey> =
  {
    name: 'ShareGroupCurrentMemberAssignmentKey',
    type: 14,
    versionMin: 0,
    versionMax: 0,
    flexibleSince: null,
    codec: {
      decode(reader, version) {
        if (!(version >= 0 && version <= 0))
          throwVersionUndecodable('ShareGroupCurrentMemberAssignmentKey', version, '0')
        return decodeShareGroupCurrentMemberAssignmentKey(reader, version)
      },
      encode(writer, message, version) {
        if (!(version >= 0 && version <= 0))
          throwVersionUnencodable('ShareGroupCurrentMemberAssignmentKey', version, '0')
        encodeShareGroupCurrentMemberAssignmentKey(writer, message, version)
      },
    },
  }
