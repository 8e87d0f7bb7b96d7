import type { RecordSchema } from '../../../api.ts'
import { throwVersionUndecodable, throwVersionUnencodable } from '../../../codec/errors.ts'
import type { Reader } from '../../../codec/reader.ts'
import type { Writer } from '../../../codec/writer.ts'

export interface ConsumerGroupCurrentMemberAssignmentKey {
  groupId: string
  memberId: string
}

export function consumerGroupCurrentMemberAssignmentKey(
  init: Partial<ConsumerGroupCurrentMemberAssignmentKey> = {},
): ConsumerGroupCurrentMemberAssignmentKey {
  return { groupId: init.groupId ?? '', memberId: init.memberId ?? '' }
}

function decodeConsumerGroupCurrentMemberAssignmentKey(
  reader: Reader,
  _version: number,
): ConsumerGroupCurrentMemberAssignmentKey {
  const groupId = reader.string()
  const memberId = reader.string()

  return { groupId, memberId }
}

function encodeConsumerGroupCurrentMemberAssignmentKey(
  writer: Writer,
  message: ConsumerGroupCurrentMemberAssignmentKey,
  _version: number,
): void {
  writer.string(message.groupId)
  writer.string(message.memberId)
}

export const consumerGroupCurrentMemberAssignmentKeySchema: RecordSchema<ConsumerGroupCurrentMemberAssignmentKey> =
  {
    name: 'ConsumerGroupCurrentMemberAssignmentKey',
    type: 8,
    versionMin: 0,
    versionMax: 0,
    flexibleSince: null,
    codec: {
      decode(reader, version) {
        if (!(version >= 0 && version <= 0))
          throwVersionUndecodable('ConsumerGroupCurrentMemberAssignmentKey', version, '0')
        return decodeConsumerGroupCurrentMemberAssignmentKey(reader, version)
      },
      encode(writer, message, version) {
        if (!(version >= 0 && version <= 0))
          throwVersionUnencodable('ConsumerGroupCurrentMemberAssignmentKey', version, '0')
        encodeConsumerGroupCurrentMemberAssignmentKey(writer, message, version)
      },
    },
  }
