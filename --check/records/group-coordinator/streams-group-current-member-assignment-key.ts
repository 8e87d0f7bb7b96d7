import type { RecordSchema } from '../../../api.ts'
import { throwVersionUndecodable, throwVersionUnencodable } from '../../../codec/errors.ts'
import type { Reader } from '../../../codec/reader.ts'
import type { Writer } from '../../../codec/writer.ts'

export interface StreamsGroupCurrentMemberAssignmentKey {
  groupId: string
  memberId: string
}

export function streamsGroupCurrentMemberAssignmentKey(
  init: Partial<StreamsGroupCurrentMemberAssignmentKey> = {},
): StreamsGroupCurrentMemberAssignmentKey {
  return { groupId: init.groupId ?? '', memberId: init.memberId ?? '' }
}

function decodeStreamsGroupCurrentMemberAssignmentKey(
  reader: Reader,
  _version: number,
): StreamsGroupCurrentMemberAssignmentKey {
  const groupId = reader.string()
  const memberId = reader.string()

  return { groupId, memberId }
}

function encodeStreamsGroupCurrentMemberAssignmentKey(
  writer: Writer,
  message: StreamsGroupCurrentMemberAssignmentKey,
  _version: number,
): void {
  writer.string(message.groupId)
  writer.string(message.memberId)
}

export const streamsGroupCurrentMemberAssignmentKeySchema: RecordSchema<StreamsGroupCurrentMemberAssignmentKey> =
  {
    name: 'StreamsGroupCurrentMemberAssignmentKey',
    type: 22,
    versionMin: 0,
    versionMax: 0,
    flexibleSince: null,
    codec: {
      decode(reader, version) {
        if (!(version >= 0 && version <= 0))
          throwVersionUndecodable('StreamsGroupCurrentMemberAssignmentKey', version, '0')
        return decodeStreamsGroupCurrentMemberAssignmentKey(reader, version)
      },
      encode(writer, message, version) {
        if (!(version >= 0 && version <= 0))
          throwVersionUnencodable('StreamsGroupCurrentMemberAssignmentKey', version, '0')
        encodeStreamsGroupCurrentMemberAssignmentKey(writer, message, version)
      },
    },
  }
