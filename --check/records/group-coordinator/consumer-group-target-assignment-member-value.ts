import { ZERO_UUID } from '@samsa/base'
import type { Uuid } from '@samsa/base'
import type { RecordSchema } from '../../../api.ts'
import { readInt32s, writeInt32s } from '../../../codec/arrays.ts'
import { throwVersionUndecodable, throwVersionUnencodable } from '../../../codec/errors.ts'
import type { Reader } from '../../../codec/reader.ts'
import type { UnknownTaggedField } from '../../../codec/tagged-field.ts'
import type { Writer } from '../../../codec/writer.ts'

export interface ConsumerGroupTargetAssignmentMemberValue {
  topicPartitions: ConsumerGroupTargetAssignmentMemberValueTopicPartition[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface ConsumerGroupTargetAssignmentMemberValueTopicPartition {
  topicId: Uuid
  partitions: number[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function consumerGroupTargetAssignmentMemberValue(
  init: Partial<ConsumerGroupTargetAssignmentMemberValue> = {},
): ConsumerGroupTargetAssignmentMemberValue {
  return {
    topicPartitions: init.topicPartitions ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function consumerGroupTargetAssignmentMemberValueTopicPartition(
  init: Partial<ConsumerGroupTargetAssignmentMemberValueTopicPartition> = {},
): ConsumerGroupTargetAssignmentMemberValueTopicPartition {
  return {
    topicId: init.topicId ?? ZERO_UUID,
    partitions: init.partitions ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeConsumerGroupTargetAssignmentMemberValue(
  reader: Reader,
  version: number,
): ConsumerGroupTargetAssignmentMemberValue {
  const topicPartitionsCount = reader.compactArray(18)
  const topicPartitions = decodeConsumerGroupTargetAssignmentMemberValueTopicPartitionArray(
    reader,
    version,
    topicPartitionsCount,
  )
  const unknownTaggedFields = reader.unknownTags()
  return { topicPartitions, unknownTaggedFields }
}

function decodeConsumerGroupTargetAssignmentMemberValueTopicPartition(
  reader: Reader,
  _version: number,
): ConsumerGroupTargetAssignmentMemberValueTopicPartition {
  const topicId = reader.uuid()
  const partitionsCount = reader.compactArray(4)
  const partitions = readInt32s(reader, partitionsCount)
  const unknownTaggedFields = reader.unknownTags()
  return { topicId, partitions, unknownTaggedFields }
}

function decodeConsumerGroupTargetAssignmentMemberValueTopicPartitionArray(
  reader: Reader,
  version: number,
  count: number,
): ConsumerGroupTargetAssignmentMemberValueTopicPartition[] {
  reader.structs(count)
  const items = new Array<ConsumerGroupTargetAssignmentMemberValueTopicPartition>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeConsumerGroupTargetAssignmentMemberValueTopicPartition(reader, version)
  return items
}

function encodeConsumerGroupTargetAssignmentMemberValue(
  writer: Writer,
  message: ConsumerGroupTargetAssignmentMemberValue,
  version: number,
): void {
  writer.compactArray(message.topicPartitions.length)
  encodeConsumerGroupTargetAssignmentMemberValueTopicPartitionArray(
    writer,
    message.topicPartitions,
    version,
  )
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeConsumerGroupTargetAssignmentMemberValueTopicPartition(
  writer: Writer,
  message: ConsumerGroupTargetAssignmentMemberValueTopicPartition,
  _version: number,
): void {
  writer.uuid(message.topicId)
  writer.compactArray(message.partitions.length)
  writeInt32s(writer, message.partitions)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeConsumerGroupTargetAssignmentMemberValueTopicPartitionArray(
  writer: Writer,
  items: readonly ConsumerGroupTargetAssignmentMemberValueTopicPartition[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeConsumerGroupTargetAssignmentMemberValueTopicPartition(writer, items[index]!, version)
}

export const consumerGroupTargetAssignmentMemberValueSchema: RecordSchema<ConsumerGroupTargetAssignmentMemberValue> =
  {
    name: 'ConsumerGroupTargetAssignmentMemberValue',
    type: 7,
    versionMin: 0,
    versionMax: 0,
    flexibleSince: 0,
    codec: {
      decode(reader, version) {
        if (!(version >= 0 && version <= 0))
          throwVersionUndecodable('ConsumerGroupTargetAssignmentMemberValue', version, '0')
        return decodeConsumerGroupTargetAssignmentMemberValue(reader, version)
      },
      encode(writer, message, version) {
        if (!(version >= 0 && version <= 0))
          throwVersionUnencodable('ConsumerGroupTargetAssignmentMemberValue', version, '0')
        encodeConsumerGroupTargetAssignmentMemberValue(writer, message, version)
      },
    },
  }
