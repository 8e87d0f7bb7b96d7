import { ZERO_UUID } from '@samsa/base'
import type { Uuid } from '@samsa/base'
import type { RecordSchema } from '../../../api.ts'
import { readInt32s, writeInt32s } from '../../../codec/arrays.ts'
import { throwVersionUndecodable, throwVersionUnencodable } from '../../../codec/errors.ts'
import type { Reader } from '../../../codec/reader.ts'
import type { UnknownTaggedField } from '../../../codec/tagged-field.ts'
import type { Writer } from '../../../codec/writer.ts'

export interface ShareGroupCurrentMemberAssignmentValue {
  memberEpoch: number
  previousMemberEpoch: number
  state: number
  assignedPartitions: ShareGroupCurrentMemberAssignmentValueTopicPartitions[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface ShareGroupCurrentMemberAssignmentValueTopicPartitions {
  topicId: Uuid
  partitions: number[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function shareGroupCurrentMemberAssignmentValue(
  init: Partial<ShareGroupCurrentMemberAssignmentValue> = {},
): ShareGroupCurrentMemberAssignmentValue {
  return {
    memberEpoch: init.memberEpoch ?? 0,
    previousMemberEpoch: init.previousMemberEpoch ?? 0,
    state: init.state ?? 0,
    assignedPartitions: init.assignedPartitions ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function shareGroupCurrentMemberAssignmentValueTopicPartitions(
  init: Partial<ShareGroupCurrentMemberAssignmentValueTopicPartitions> = {},
): ShareGroupCurrentMemberAssignmentValueTopicPartitions {
  return {
    topicId: init.topicId ?? ZERO_UUID,
    partitions: init.partitions ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeShareGroupCurrentMemberAssignmentValue(
  reader: Reader,
  version: number,
): ShareGroupCurrentMemberAssignmentValue {
  const memberEpoch = reader.int32()
  const previousMemberEpoch = reader.int32()
  const state = reader.int8()
  const assignedPartitionsCount = reader.compactArray(18)
  const assignedPartitions = decodeShareGroupCurrentMemberAssignmentValueTopicPartitionsArray(
    reader,
    version,
    assignedPartitionsCount,
  )
  const unknownTaggedFields = reader.unknownTags()
  return { memberEpoch, previousMemberEpoch, state, assignedPartitions, unknownTaggedFields }
}

function decodeShareGroupCurrentMemberAssignmentValueTopicPartitions(
  reader: Reader,
  _version: number,
): ShareGroupCurrentMemberAssignmentValueTopicPartitions {
  const topicId = reader.uuid()
  const partitionsCount = reader.compactArray(4)
  const partitions = readInt32s(reader, partitionsCount)
  const unknownTaggedFields = reader.unknownTags()
  return { topicId, partitions, unknownTaggedFields }
}

function decodeShareGroupCurrentMemberAssignmentValueTopicPartitionsArray(
  reader: Reader,
  version: number,
  count: number,
): ShareGroupCurrentMemberAssignmentValueTopicPartitions[] {
  reader.structs(count)
  const items = new Array<ShareGroupCurrentMemberAssignmentValueTopicPartitions>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeShareGroupCurrentMemberAssignmentValueTopicPartitions(reader, version)
  return items
}

function encodeShareGroupCurrentMemberAssignmentValue(
  writer: Writer,
  message: ShareGroupCurrentMemberAssignmentValue,
  version: number,
): void {
  writer.int32(message.memberEpoch)
  writer.int32(message.previousMemberEpoch)
  writer.int8(message.state)
  writer.compactArray(message.assignedPartitions.length)
  encodeShareGroupCurrentMemberAssignmentValueTopicPartitionsArray(
    writer,
    message.assignedPartitions,
    version,
  )
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeShareGroupCurrentMemberAssignmentValueTopicPartitions(
  writer: Writer,
  message: ShareGroupCurrentMemberAssignmentValueTopicPartitions,
  _version: number,
): void {
  writer.uuid(message.topicId)
  writer.compactArray(message.partitions.length)
  writeInt32s(writer, message.partitions)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeShareGroupCurrentMemberAssignmentValueTopicPartitionsArray(
  writer: Writer,
  items: readonly ShareGroupCurrentMemberAssignmentValueTopicPartitions[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeShareGroupCurrentMemberAssignmentValueTopicPartitions(writer, items[index]!, version)
}

export const shareGroupCurrentMemberAssignmentValueSchema: RecordSchema<ShareGroupCurrentMemberAssignmentValue> =
  {
    name: 'ShareGroupCurrentMemberAssignmentValue',
    type: 14,
    versionMin: 0,
    versionMax: 0,
    flexibleSince: 0,
    codec: {
      decode(reader, version) {
        if (!(version >= 0 && version <= 0))
          throwVersionUndecodable('ShareGroupCurrentMemberAssignmentValue', version, '0')
        return decodeShareGroupCurrentMemberAssignmentValue(reader, version)
      },
      encode(writer, message, version) {
        if (!(version >= 0 && version <= 0))
          throwVersionUnencodable('ShareGroupCurrentMemberAssignmentValue', version, '0')
        encodeShareGroupCurrentMemberAssignmentValue(writer, message, version)
      },
    },
  }
