import type { RecordSchema } from '../../../api.ts'
import { throwVersionUndecodable, throwVersionUnencodable } from '../../../codec/errors.ts'
import type { Reader } from '../../../codec/reader.ts'
import type { Writer } from '../../../codec/writer.ts'

export interface ConsumerGroupTargetAssignmentMemberKey {
  groupId: string
  memberId: string
}

export function consumerGroupTargetAssignmentMemberKey(
  init: Partial<ConsumerGroupTargetAssignmentMemberKey> = {},
): ConsumerGroupTargetAssignmentMemberKey {
  return { groupId: init.groupId ?? '', memberId: init.memberId ?? '' }
}

function decodeConsumerGroupTargetAssignmentMemberKey(
  reader: Reader,
  _version: number,
): ConsumerGroupTargetAssignmentMemberKey {
  const groupId = reader.string()
  const memberId = reader.string()

  return { groupId, memberId }
}

function encodeConsumerGroupTargetAssignmentMemberKey(
  writer: Writer,
  message: ConsumerGroupTargetAssignmentMemberKey,
  _version: number,
): void {
  writer.string(message.groupId)
  writer.string(message.memberId)
}

export const consumerGroupTargetAssignmentMemberKeySchema: RecordSchema<ConsumerGroupTargetAssignmentMemberKey> =
  {
    name: 'ConsumerGroupTargetAssignmentMemberKey',
    type: 7,
    versionMin: 0,
    versionMax: 0,
    flexibleSince: null,
    codec: {
      decode(reader, version) {
        if (!(version >= 0 && version <= 0))
          throwVersionUndecodable('ConsumerGroupTargetAssignmentMemberKey', version, '0')
        return decodeConsumerGroupTargetAssignmentMemberKey(reader, version)
      },
      encode(writer, message, version) {
        if (!(version >= 0 && version <= 0))
          throwVersionUnencodable('ConsumerGroupTargetAssignmentMemberKey', version, '0')
        encodeConsumerGroupTargetAssignmentMemberKey(writer, message, version)
      },
    },
  }
