import { ZERO_UUID } from '@samsa/base'
import type { Uuid } from '@samsa/base'
import type { RecordSchema } from '../../../api.ts'
import { readInt32s, writeInt32s } from '../../../codec/arrays.ts'
import { throwVersionUndecodable, throwVersionUnencodable } from '../../../codec/errors.ts'
import type { Reader } from '../../../codec/reader.ts'
import type { UnknownTaggedField } from '../../../codec/tagged-field.ts'
import type { Writer } from '../../../codec/writer.ts'

export interface ConsumerGroupCurrentMemberAssignmentValue {
  memberEpoch: number
  previousMemberEpoch: number
  state: number
  assignedPartitions: ConsumerGroupCurrentMemberAssignmentValueTopicPartitions[]
  partitionsPendingRevocation: ConsumerGroupCurrentMemberAssignmentValueTopicPartitions[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface ConsumerGroupCurrentMemberAssignmentValueTopicPartitions {
  topicId: Uuid
  partitions: number[]
  assignmentEpochs: number[] | null
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function consumerGroupCurrentMemberAssignmentValue(
  init: Partial<ConsumerGroupCurrentMemberAssignmentValue> = {},
): ConsumerGroupCurrentMemberAssignmentValue {
  return {
    memberEpoch: init.memberEpoch ?? 0,
    previousMemberEpoch: init.previousMemberEpoch ?? 0,
    state: init.state ?? 0,
    assignedPartitions: init.assignedPartitions ?? [],
    partitionsPendingRevocation: init.partitionsPendingRevocation ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function consumerGroupCurrentMemberAssignmentValueTopicPartitions(
  init: Partial<ConsumerGroupCurrentMemberAssignmentValueTopicPartitions> = {},
): ConsumerGroupCurrentMemberAssignmentValueTopicPartitions {
  return {
    topicId: init.topicId ?? ZERO_UUID,
    partitions: init.partitions ?? [],
    assignmentEpochs: init.assignmentEpochs === undefined ? [] : init.assignmentEpochs,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeConsumerGroupCurrentMemberAssignmentValue(
  reader: Reader,
  version: number,
): ConsumerGroupCurrentMemberAssignmentValue {
  const memberEpoch = reader.int32()
  const previousMemberEpoch = reader.int32()
  const state = reader.int8()
  const assignedPartitionsCount = reader.compactArray(18)
  const assignedPartitions = decodeConsumerGroupCurrentMemberAssignmentValueTopicPartitionsArray(
    reader,
    version,
    assignedPartitionsCount,
  )
  const partitionsPendingRevocationCount = reader.compactArray(18)
  const partitionsPendingRevocation =
    decodeConsumerGroupCurrentMemberAssignmentValueTopicPartitionsArray(
      reader,
      version,
      partitionsPendingRevocationCount,
    )
  const unknownTaggedFields = reader.unknownTags()
  return {
    memberEpoch,
    previousMemberEpoch,
    state,
    assignedPartitions,
    partitionsPendingRevocation,
    unknownTaggedFields,
  }
}

function decodeConsumerGroupCurrentMemberAssignmentValueTopicPartitions(
  reader: Reader,
  version: number,
): ConsumerGroupCurrentMemberAssignmentValueTopicPartitions {
  const topicId = reader.uuid()
  const partitionsCount = reader.compactArray(4)
  const partitions = readInt32s(reader, partitionsCount)

  const message: ConsumerGroupCurrentMemberAssignmentValueTopicPartitions = {
    topicId,
    partitions,
    assignmentEpochs: [],
    unknownTaggedFields: null,
  }
  const tags = reader.tagCount()
  if (tags !== 0)
    decodeConsumerGroupCurrentMemberAssignmentValueTopicPartitionsTags(
      reader,
      message,
      version,
      tags,
    )
  return message
}

function decodeConsumerGroupCurrentMemberAssignmentValueTopicPartitionsTags(
  reader: Reader,
  message: ConsumerGroupCurrentMemberAssignmentValueTopicPartitions,
  _version: number,
  count: number,
): void {
  for (let left = count; left > 0; left--) {
    const tag = reader.uvarint()
    const size = reader.tagSize()
    const end = reader.position + size
    if (tag === 0) {
      const assignmentEpochsCount = reader.compactNullableArray(4)
      const assignmentEpochs =
        assignmentEpochsCount < 0 ? null : readInt32s(reader, assignmentEpochsCount)
      message.assignmentEpochs = assignmentEpochs
      reader.expectPosition(end, tag)
    } else message.unknownTaggedFields = reader.unknownTag(message.unknownTaggedFields, tag, size)
  }
}

function decodeConsumerGroupCurrentMemberAssignmentValueTopicPartitionsArray(
  reader: Reader,
  version: number,
  count: number,
): ConsumerGroupCurrentMemberAssignmentValueTopicPartitions[] {
  reader.structs(count)
  const items = new Array<ConsumerGroupCurrentMemberAssignmentValueTopicPartitions>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeConsumerGroupCurrentMemberAssignmentValueTopicPartitions(reader, version)
  return items
}

function encodeConsumerGroupCurrentMemberAssignmentValue(
  writer: Writer,
  message: ConsumerGroupCurrentMemberAssignmentValue,
  version: number,
): void {
  writer.int32(message.memberEpoch)
  writer.int32(message.previousMemberEpoch)
  writer.int8(message.state)
  writer.compactArray(message.assignedPartitions.length)
  encodeConsumerGroupCurrentMemberAssignmentValueTopicPartitionsArray(
    writer,
    message.assignedPartitions,
    version,
  )
  writer.compactArray(message.partitionsPendingRevocation.length)
  encodeConsumerGroupCurrentMemberAssignmentValueTopicPartitionsArray(
    writer,
    message.partitionsPendingRevocation,
    version,
  )
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeConsumerGroupCurrentMemberAssignmentValueTopicPartitions(
  writer: Writer,
  message: ConsumerGroupCurrentMemberAssignmentValueTopicPartitions,
  version: number,
): void {
  writer.uuid(message.topicId)
  writer.compactArray(message.partitions.length)
  writeInt32s(writer, message.partitions)

  encodeConsumerGroupCurrentMemberAssignmentValueTopicPartitionsTags(writer, message, version)
}

function encodeConsumerGroupCurrentMemberAssignmentValueTopicPartitionsTags(
  writer: Writer,
  message: ConsumerGroupCurrentMemberAssignmentValueTopicPartitions,
  _version: number,
): void {
  const unknown = message.unknownTaggedFields
  const assignmentEpochsSet =
    message.assignmentEpochs === null || message.assignmentEpochs.length !== 0
  if (!assignmentEpochsSet) {
    writer.onlyUnknownTags(unknown)
    return
  }
  let count = unknown === null ? 0 : unknown.length
  if (assignmentEpochsSet) count++
  writer.uvarint(count)
  let next = 0
  if (assignmentEpochsSet) {
    if (unknown !== null) next = writer.unknownTags(unknown, next, 0)
    const mark = writer.beginTag(0)
    if (message.assignmentEpochs === null) writer.compactArray(-1)
    else {
      writer.compactArray(message.assignmentEpochs.length)
      writeInt32s(writer, message.assignmentEpochs)
    }
    writer.endTag(mark)
  }
  if (unknown !== null) writer.unknownTags(unknown, next, Number.POSITIVE_INFINITY)
}

function encodeConsumerGroupCurrentMemberAssignmentValueTopicPartitionsArray(
  writer: Writer,
  items: readonly ConsumerGroupCurrentMemberAssignmentValueTopicPartitions[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeConsumerGroupCurrentMemberAssignmentValueTopicPartitions(writer, items[index]!, version)
}

export const consumerGroupCurrentMemberAssignmentValueSchema: RecordSchema<ConsumerGroupCurrentMemberAssignmentValue> =
  {
    name: 'ConsumerGroupCurrentMemberAssignmentValue',
    type: 8,
    versionMin: 0,
    versionMax: 0,
    flexibleSince: 0,
    codec: {
      decode(reader, version) {
        if (!(version >= 0 && version <= 0))
          throwVersionUndecodable('ConsumerGroupCurrentMemberAssignmentValue', version, '0')
        return decodeConsumerGroupCurrentMemberAssignmentValue(reader, version)
      },
      encode(writer, message, version) {
        if (!(version >= 0 && version <= 0))
          throwVersionUnencodable('ConsumerGroupCurrentMemberAssignmentValue', version, '0')
        encodeConsumerGroupCurrentMemberAssignmentValue(writer, message, version)
      },
    },
  }
