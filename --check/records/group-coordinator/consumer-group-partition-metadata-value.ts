import { ZERO_UUID } from '@samsa/base'
import type { Uuid } from '@samsa/base'
import type { RecordSchema } from '../../../api.ts'
import { readCompactStrings, writeCompactStrings } from '../../../codec/arrays.ts'
import { throwVersionUndecodable, throwVersionUnencodable } from '../../../codec/errors.ts'
import type { Reader } from '../../../codec/reader.ts'
import type { UnknownTaggedField } from '../../../codec/tagged-field.ts'
import type { Writer } from '../../../codec/writer.ts'

export interface ConsumerGroupPartitionMetadataValue {
  topics: ConsumerGroupPartitionMetadataValueTopic[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface ConsumerGroupPartitionMetadataValueTopic {
  topicId: Uuid
  topicName: string
  numPartitions: number
  partitionMetadata: ConsumerGroupPartitionMetadataValueTopicPartitionMetadata[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface ConsumerGroupPartitionMetadataValueTopicPartitionMetadata {
  partition: number
  racks: string[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function consumerGroupPartitionMetadataValue(
  init: Partial<ConsumerGroupPartitionMetadataValue> = {},
): ConsumerGroupPartitionMetadataValue {
  return { topics: init.topics ?? [], unknownTaggedFields: init.unknownTaggedFields ?? null }
}

export function consumerGroupPartitionMetadataValueTopic(
  init: Partial<ConsumerGroupPartitionMetadataValueTopic> = {},
): ConsumerGroupPartitionMetadataValueTopic {
  return {
    topicId: init.topicId ?? ZERO_UUID,
    topicName: init.topicName ?? '',
    numPartitions: init.numPartitions ?? 0,
    partitionMetadata: init.partitionMetadata ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function consumerGroupPartitionMetadataValueTopicPartitionMetadata(
  init: Partial<ConsumerGroupPartitionMetadataValueTopicPartitionMetadata> = {},
): ConsumerGroupPartitionMetadataValueTopicPartitionMetadata {
  return {
    partition: init.partition ?? 0,
    racks: init.racks ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeConsumerGroupPartitionMetadataValue(
  reader: Reader,
  version: number,
): ConsumerGroupPartitionMetadataValue {
  const topicsCount = reader.compactArray(23)
  const topics = decodeConsumerGroupPartitionMetadataValueTopicArray(reader, version, topicsCount)
  const unknownTaggedFields = reader.unknownTags()
  return { topics, unknownTaggedFields }
}

function decodeConsumerGroupPartitionMetadataValueTopic(
  reader: Reader,
  version: number,
): ConsumerGroupPartitionMetadataValueTopic {
  const topicId = reader.uuid()
  const topicName = reader.compactString()
  const numPartitions = reader.int32()
  const partitionMetadataCount = reader.compactArray(6)
  const partitionMetadata = decodeConsumerGroupPartitionMetadataValueTopicPartitionMetadataArray(
    reader,
    version,
    partitionMetadataCount,
  )
  const unknownTaggedFields = reader.unknownTags()
  return { topicId, topicName, numPartitions, partitionMetadata, unknownTaggedFields }
}

function decodeConsumerGroupPartitionMetadataValueTopicArray(
  reader: Reader,
  version: number,
  count: number,
): ConsumerGroupPartitionMetadataValueTopic[] {
  reader.structs(count)
  const items = new Array<ConsumerGroupPartitionMetadataValueTopic>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeConsumerGroupPartitionMetadataValueTopic(reader, version)
  return items
}

function decodeConsumerGroupPartitionMetadataValueTopicPartitionMetadata(
  reader: Reader,
  _version: number,
): ConsumerGroupPartitionMetadataValueTopicPartitionMetadata {
  const partition = reader.int32()
  const racksCount = reader.compactArray(1)
  const racks = readCompactStrings(reader, racksCount)
  const unknownTaggedFields = reader.unknownTags()
  return { partition, racks, unknownTaggedFields }
}

function decodeConsumerGroupPartitionMetadataValueTopicPartitionMetadataArray(
  reader: Reader,
  version: number,
  count: number,
): ConsumerGroupPartitionMetadataValueTopicPartitionMetadata[] {
  reader.structs(count)
  const items = new Array<ConsumerGroupPartitionMetadataValueTopicPartitionMetadata>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeConsumerGroupPartitionMetadataValueTopicPartitionMetadata(reader, version)
  return items
}

function encodeConsumerGroupPartitionMetadataValue(
  writer: Writer,
  message: ConsumerGroupPartitionMetadataValue,
  version: number,
): void {
  writer.compactArray(message.topics.length)
  encodeConsumerGroupPartitionMetadataValueTopicArray(writer, message.topics, version)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeConsumerGroupPartitionMetadataValueTopic(
  writer: Writer,
  message: ConsumerGroupPartitionMetadataValueTopic,
  version: number,
): void {
  writer.uuid(message.topicId)
  writer.compactString(message.topicName)
  writer.int32(message.numPartitions)
  writer.compactArray(message.partitionMetadata.length)
  encodeConsumerGroupPartitionMetadataValueTopicPartitionMetadataArray(
    writer,
    message.partitionMetadata,
    version,
  )
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeConsumerGroupPartitionMetadataValueTopicArray(
  writer: Writer,
  items: readonly ConsumerGroupPartitionMetadataValueTopic[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeConsumerGroupPartitionMetadataValueTopic(writer, items[index]!, version)
}

function encodeConsumerGroupPartitionMetadataValueTopicPartitionMetadata(
  writer: Writer,
  message: ConsumerGroupPartitionMetadataValueTopicPartitionMetadata,
  _version: number,
): void {
  writer.int32(message.partition)
  writer.compactArray(message.racks.length)
  writeCompactStrings(writer, message.racks)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeConsumerGroupPartitionMetadataValueTopicPartitionMetadataArray(
  writer: Writer,
  items: readonly ConsumerGroupPartitionMetadataValueTopicPartitionMetadata[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeConsumerGroupPartitionMetadataValueTopicPartitionMetadata(writer, items[index]!, version)
}

export const consumerGroupPartitionMetadataValueSchema: RecordSchema<ConsumerGroupPartitionMetadataValue> =
  {
    name: 'ConsumerGroupPartitionMetadataValue',
    type: 4,
    versionMin: 0,
    versionMax: 0,
    flexibleSince: 0,
    codec: {
      decode(reader, version) {
        if (!(version >= 0 && version <= 0))
          throwVersionUndecodable('ConsumerGroupPartitionMetadataValue', version, '0')
        return decodeConsumerGroupPartitionMetadataValue(reader, version)
      },
      encode(writer, message, version) {
        if (!(version >= 0 && version <= 0))
          throwVersionUnencodable('ConsumerGroupPartitionMetadataValue', version, '0')
        encodeConsumerGroupPartitionMetadataValue(writer, message, version)
      },
    },
  }
