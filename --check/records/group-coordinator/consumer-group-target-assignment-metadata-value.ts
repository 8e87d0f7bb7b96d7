import type { RecordSchema } from '../../../api.ts'
import { throwVersionUndecodable, throwVersionUnencodable } from '../../../codec/errors.ts'
import type { Reader } from '../../../codec/reader.ts'
import type { UnknownTaggedField } from '../../../codec/tagged-field.ts'
import type { Writer } from '../../../codec/writer.ts'

export interface ConsumerGroupTargetAssignmentMetadataValue {
  assignmentEpoch: number
  assignmentTimestamp: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function consumerGroupTargetAssignmentMetadataValue(
  init: Partial<ConsumerGroupTargetAssignmentMetadataValue> = {},
): ConsumerGroupTargetAssignmentMetadataValue {
  return {
    assignmentEpoch: init.assignmentEpoch ?? 0,
    assignmentTimestamp: init.assignmentTimestamp ?? 0,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeConsumerGroupTargetAssignmentMetadataValue(
  reader: Reader,
  version: number,
): ConsumerGroupTargetAssignmentMetadataValue {
  const assignmentEpoch = reader.int32()

  const message: ConsumerGroupTargetAssignmentMetadataValue = {
    assignmentEpoch,
    assignmentTimestamp: 0,
    unknownTaggedFields: null,
  }
  const tags = reader.tagCount()
  if (tags !== 0)
    decodeConsumerGroupTargetAssignmentMetadataValueTags(reader, message, version, tags)
  return message
}

function decodeConsumerGroupTargetAssignmentMetadataValueTags(
  reader: Reader,
  message: ConsumerGroupTargetAssignmentMetadataValue,
  _version: number,
  count: number,
): void {
  for (let left = count; left > 0; left--) {
    const tag = reader.uvarint()
    const size = reader.tagSize()
    const end = reader.position + size
    if (tag === 0) {
      const assignmentTimestamp = reader.int64()
      message.assignmentTimestamp = assignmentTimestamp
      reader.expectPosition(end, tag)
    } else message.unknownTaggedFields = reader.unknownTag(message.unknownTaggedFields, tag, size)
  }
}

function encodeConsumerGroupTargetAssignmentMetadataValue(
  writer: Writer,
  message: ConsumerGroupTargetAssignmentMetadataValue,
  version: number,
): void {
  writer.int32(message.assignmentEpoch)

  encodeConsumerGroupTargetAssignmentMetadataValueTags(writer, message, version)
}

function encodeConsumerGroupTargetAssignmentMetadataValueTags(
  writer: Writer,
  message: ConsumerGroupTargetAssignmentMetadataValue,
  _version: number,
): void {
  const unknown = message.unknownTaggedFields
  const assignmentTimestampSet = message.assignmentTimestamp !== 0
  if (!assignmentTimestampSet) {
    writer.onlyUnknownTags(unknown)
    return
  }
  let count = unknown === null ? 0 : unknown.length
  if (assignmentTimestampSet) count++
  writer.uvarint(count)
  let next = 0
  if (assignmentTimestampSet) {
    if (unknown !== null) next = writer.unknownTags(unknown, next, 0)
    const mark = writer.beginTag(0)
    writer.int64(message.assignmentTimestamp)
    writer.endTag(mark)
  }
  if (unknown !== null) writer.unknownTags(unknown, next, Number.POSITIVE_INFINITY)
}

export const consumerGroupTargetAssignmentMetadataValueSchema: RecordSchema<ConsumerGroupTargetAssignmentMetadataValue> =
  {
    name: 'ConsumerGroupTargetAssignmentMetadataValue',
    type: 6,
    versionMin: 0,
    versionMax: 0,
    flexibleSince: 0,
    codec: {
      decode(reader, version) {
        if (!(version >= 0 && version <= 0))
          throwVersionUndecodable('ConsumerGroupTargetAssignmentMetadataValue', version, '0')
        return decodeConsumerGroupTargetAssignmentMetadataValue(reader, version)
      },
      encode(writer, message, version) {
        if (!(version >= 0 && version <= 0))
          throwVersionUnencodable('ConsumerGroupTargetAssignmentMetadataValue', version, '0')
        encodeConsumerGroupTargetAssignmentMetadataValue(writer, message, version)
      },
    },
  }
