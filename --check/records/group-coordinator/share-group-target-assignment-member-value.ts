import { ZERO_UUID } from '@samsa/base'
import type { Uuid } from '@samsa/base'
import type { RecordSchema } from '../../../api.ts'
import { readInt32s, writeInt32s } from '../../../codec/arrays.ts'
import { throwVersionUndecodable, throwVersionUnencodable } from '../../../codec/errors.ts'
import type { Reader } from '../../../codec/reader.ts'
import type { UnknownTaggedField } from '../../../codec/tagged-field.ts'
import type { Writer } from '../../../codec/writer.ts'

export interface ShareGroupTargetAssignmentMemberValue {
  topicPartitions: ShareGroupTargetAssignmentMemberValueTopicPartition[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface ShareGroupTargetAssignmentMemberValueTopicPartition {
  topicId: Uuid
  partitions: number[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function shareGroupTargetAssignmentMemberValue(
  init: Partial<ShareGroupTargetAssignmentMemberValue> = {},
): ShareGroupTargetAssignmentMemberValue {
  return {
    topicPartitions: init.topicPartitions ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function shareGroupTargetAssignmentMemberValueTopicPartition(
  init: Partial<ShareGroupTargetAssignmentMemberValueTopicPartition> = {},
): ShareGroupTargetAssignmentMemberValueTopicPartition {
  return {
    topicId: init.topicId ?? ZERO_UUID,
    partitions: init.partitions ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeShareGroupTargetAssignmentMemberValue(
  reader: Reader,
  version: number,
): ShareGroupTargetAssignmentMemberValue {
  const topicPartitionsCount = reader.compactArray(18)
  const topicPartitions = decodeShareGroupTargetAssignmentMemberValueTopicPartitionArray(
    reader,
    version,
    topicPartitionsCount,
  )
  const unknownTaggedFields = reader.unknownTags()
  return { topicPartitions, unknownTaggedFields }
}

function decodeShareGroupTargetAssignmentMemberValueTopicPartition(
  reader: Reader,
  _version: number,
): ShareGroupTargetAssignmentMemberValueTopicPartition {
  const topicId = reader.uuid()
  const partitionsCount = reader.compactArray(4)
  const partitions = readInt32s(reader, partitionsCount)
  const unknownTaggedFields = reader.unknownTags()
  return { topicId, partitions, unknownTaggedFields }
}

function decodeShareGroupTargetAssignmentMemberValueTopicPartitionArray(
  reader: Reader,
  version: number,
  count: number,
): ShareGroupTargetAssignmentMemberValueTopicPartition[] {
  reader.structs(count)
  const items = new Array<ShareGroupTargetAssignmentMemberValueTopicPartition>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeShareGroupTargetAssignmentMemberValueTopicPartition(reader, version)
  return items
}

function encodeShareGroupTargetAssignmentMemberValue(
  writer: Writer,
  message: ShareGroupTargetAssignmentMemberValue,
  version: number,
): void {
  writer.compactArray(message.topicPartitions.length)
  encodeShareGroupTargetAssignmentMemberValueTopicPartitionArray(
    writer,
    message.topicPartitions,
    version,
  )
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeShareGroupTargetAssignmentMemberValueTopicPartition(
  writer: Writer,
  message: ShareGroupTargetAssignmentMemberValueTopicPartition,
  _version: number,
): void {
  writer.uuid(message.topicId)
  writer.compactArray(message.partitions.length)
  writeInt32s(writer, message.partitions)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeShareGroupTargetAssignmentMemberValueTopicPartitionArray(
  writer: Writer,
  items: readonly ShareGroupTargetAssignmentMemberValueTopicPartition[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeShareGroupTargetAssignmentMemberValueTopicPartition(writer, items[index]!, version)
}

export const shareGroupTargetAssignmentMemberValueSchema: RecordSchema<ShareGroupTargetAssignmentMemberValue> =
  {
    name: 'ShareGroupTargetAssignmentMemberValue',
    type: 13,
    versionMin: 0,
    versionMax: 0,
    flexibleSince: 0,
    codec: {
      decode(reader, version) {
        if (!(version >= 0 && version <= 0))
          throwVersionUndecodable('ShareGroupTargetAssignmentMemberValue', version, '0')
        return decodeShareGroupTargetAssignmentMemberValue(reader, version)
      },
      encode(writer, message, version) {
        if (!(version >= 0 && version <= 0))
          throwVersionUnencodable('ShareGroupTargetAssignmentMemberValue', version, '0')
        encodeShareGroupTargetAssignmentMemberValue(writer, message, version)
      },
    },
  }
