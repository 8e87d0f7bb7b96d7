import type { RecordSchema } from '../../../api.ts'
import { throwVersionUndecodable, throwVersionUnencodable } from '../../../codec/errors.ts'
import type { Reader } from '../../../codec/reader.ts'
import type { Writer } from '../../../codec/writer.ts'

export interface StreamsGroupTargetAssignmentMemberKey {
  groupId: string
  memberId: string
}

export function streamsGroupTargetAssignmentMemberKey(
  init: Partial<StreamsGroupTargetAssignmentMemberKey> = {},
): StreamsGroupTargetAssignmentMemberKey {
  return { groupId: init.groupId ?? '', memberId: init.memberId ?? '' }
}

function decodeStreamsGroupTargetAssignmentMemberKey(
  reader: Reader,
  _version: number,
): StreamsGroupTargetAssignmentMemberKey {
  const groupId = reader.string()
  const memberId = reader.string()

  return { groupId, memberId }
}

function encodeStreamsGroupTargetAssignmentMemberKey(
  writer: Writer,
  message: StreamsGroupTargetAssignmentMemberKey,
  _version: number,
): void {
  writer.string(message.groupId)
  writer.string(message.memberId)
}

export const streamsGroupTargetAssignmentMemberKeySchema: RecordSchema<StreamsGroupTargetAssignmentMemberKey> =
  {
    name: 'StreamsGroupTargetAssignmentMemberKey',
    type: 21,
    versionMin: 0,
    versionMax: 0,
    flexibleSince: null,
    codec: {
      decode(reader, version) {
        if (!(version >= 0 && version <= 0))
          throwVersionUndecodable('StreamsGroupTargetAssignmentMemberKey', version, '0')
        return decodeStreamsGroupTargetAssignmentMemberKey(reader, version)
      },
      encode(writer, message, version) {
        if (!(version >= 0 && version <= 0))
          throwVersionUnencodable('StreamsGroupTargetAssignmentMemberKey', version, '0')
        encodeStreamsGroupTargetAssignmentMemberKey(writer, message, version)
      },
    },
  }
