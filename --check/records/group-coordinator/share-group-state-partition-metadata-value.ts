import { ZERO_UUID } from '@samsa/base'
import type { Uuid } from '@samsa/base'
import type { RecordSchema } from '../../../api.ts'
import { readInt32s, writeInt32s } from '../../../codec/arrays.ts'
import { throwVersionUndecodable, throwVersionUnencodable } from '../../../codec/errors.ts'
import type { Reader } from '../../../codec/reader.ts'
import type { UnknownTaggedField } from '../../../codec/tagged-field.ts'
import type { Writer } from '../../../codec/writer.ts'

export interface ShareGroupStatePartitionMetadataValue {
  initializingTopics: ShareGroupStatePartitionMetadataValueTopicPartitionsInfo[]
  initializedTopics: ShareGroupStatePartitionMetadataValueTopicPartitionsInfo[]
  deletingTopics: ShareGroupStatePartitionMetadataValueTopicInfo[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface ShareGroupStatePartitionMetadataValueTopicInfo {
  topicId: Uuid
  topicName: string
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface ShareGroupStatePartitionMetadataValueTopicPartitionsInfo {
  topicId: Uuid
  topicName: string
  partitions: number[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function shareGroupStatePartitionMetadataValue(
  init: Partial<ShareGroupStatePartitionMetadataValue> = {},
): ShareGroupStatePartitionMetadataValue {
  return {
    initializingTopics: init.initializingTopics ?? [],
    initializedTopics: init.initializedTopics ?? [],
    deletingTopics: init.deletingTopics ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function shareGroupStatePartitionMetadataValueTopicInfo(
  init: Partial<ShareGroupStatePartitionMetadataValueTopicInfo> = {},
): ShareGroupStatePartitionMetadataValueTopicInfo {
  return {
    topicId: init.topicId ?? ZERO_UUID,
    topicName: init.topicName ?? '',
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function shareGroupStatePartitionMetadataValueTopicPartitionsInfo(
  init: Partial<ShareGroupStatePartitionMetadataValueTopicPartitionsInfo> = {},
): ShareGroupStatePartitionMetadataValueTopicPartitionsInfo {
  return {
    topicId: init.topicId ?? ZERO_UUID,
    topicName: init.topicName ?? '',
    partitions: init.partitions ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeShareGroupStatePartitionMetadataValue(
  reader: Reader,
  version: number,
): ShareGroupStatePartitionMetadataValue {
  const initializingTopicsCount = reader.compactArray(19)
  const initializingTopics = decodeShareGroupStatePartitionMetadataValueTopicPartitionsInfoArray(
    reader,
    version,
    initializingTopicsCount,
  )
  const initializedTopicsCount = reader.compactArray(19)
  const initializedTopics = decodeShareGroupStatePartitionMetadataValueTopicPartitionsInfoArray(
    reader,
    version,
    initializedTopicsCount,
  )
  const deletingTopicsCount = reader.compactArray(18)
  const deletingTopics = decodeShareGroupStatePartitionMetadataValueTopicInfoArray(
    reader,
    version,
    deletingTopicsCount,
  )
  const unknownTaggedFields = reader.unknownTags()
  return { initializingTopics, initializedTopics, deletingTopics, unknownTaggedFields }
}

function decodeShareGroupStatePartitionMetadataValueTopicInfo(
  reader: Reader,
  _version: number,
): ShareGroupStatePartitionMetadataValueTopicInfo {
  const topicId = reader.uuid()
  const topicName = reader.compactString()
  const unknownTaggedFields = reader.unknownTags()
  return { topicId, topicName, unknownTaggedFields }
}

function decodeShareGroupStatePartitionMetadataValueTopicInfoArray(
  reader: Reader,
  version: number,
  count: number,
): ShareGroupStatePartitionMetadataValueTopicInfo[] {
  reader.structs(count)
  const items = new Array<ShareGroupStatePartitionMetadataValueTopicInfo>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeShareGroupStatePartitionMetadataValueTopicInfo(reader, version)
  return items
}

function decodeShareGroupStatePartitionMetadataValueTopicPartitionsInfo(
  reader: Reader,
  _version: number,
): ShareGroupStatePartitionMetadataValueTopicPartitionsInfo {
  const topicId = reader.uuid()
  const topicName = reader.compactString()
  const partitionsCount = reader.compactArray(4)
  const partitions = readInt32s(reader, partitionsCount)
  const unknownTaggedFields = reader.unknownTags()
  return { topicId, topicName, partitions, unknownTaggedFields }
}

function decodeShareGroupStatePartitionMetadataValueTopicPartitionsInfoArray(
  reader: Reader,
  version: number,
  count: number,
): ShareGroupStatePartitionMetadataValueTopicPartitionsInfo[] {
  reader.structs(count)
  const items = new Array<ShareGroupStatePartitionMetadataValueTopicPartitionsInfo>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeShareGroupStatePartitionMetadataValueTopicPartitionsInfo(reader, version)
  return items
}

function encodeShareGroupStatePartitionMetadataValue(
  writer: Writer,
  message: ShareGroupStatePartitionMetadataValue,
  version: number,
): void {
  writer.compactArray(message.initializingTopics.length)
  encodeShareGroupStatePartitionMetadataValueTopicPartitionsInfoArray(
    writer,
    message.initializingTopics,
    version,
  )
  writer.compactArray(message.initializedTopics.length)
  encodeShareGroupStatePartitionMetadataValueTopicPartitionsInfoArray(
    writer,
    message.initializedTopics,
    version,
  )
  writer.compactArray(message.deletingTopics.length)
  encodeShareGroupStatePartitionMetadataValueTopicInfoArray(writer, message.deletingTopics, version)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeShareGroupStatePartitionMetadataValueTopicInfo(
  writer: Writer,
  message: ShareGroupStatePartitionMetadataValueTopicInfo,
  _version: number,
): void {
  writer.uuid(message.topicId)
  writer.compactString(message.topicName)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeShareGroupStatePartitionMetadataValueTopicInfoArray(
  writer: Writer,
  items: readonly ShareGroupStatePartitionMetadataValueTopicInfo[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeShareGroupStatePartitionMetadataValueTopicInfo(writer, items[index]!, version)
}

function encodeShareGroupStatePartitionMetadataValueTopicPartitionsInfo(
  writer: Writer,
  message: ShareGroupStatePartitionMetadataValueTopicPartitionsInfo,
  _version: number,
): void {
  writer.uuid(message.topicId)
  writer.compactString(message.topicName)
  writer.compactArray(message.partitions.length)
  writeInt32s(writer, message.partitions)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeShareGroupStatePartitionMetadataValueTopicPartitionsInfoArray(
  writer: Writer,
  items: readonly ShareGroupStatePartitionMetadataValueTopicPartitionsInfo[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeShareGroupStatePartitionMetadataValueTopicPartitionsInfo(writer, items[index]!, version)
}

export const shareGroupStatePartitionMetadataValueSchema: RecordSchema<ShareGroupStatePartitionMetadataValue> =
  {
    name: 'ShareGroupStatePartitionMetadataValue',
    type: 15,
    versionMin: 0,
    versionMax: 0,
    flexibleSince: 0,
    codec: {
      decode(reader, version) {
        if (!(version >= 0 && version <= 0))
          throwVersionUndecodable('ShareGroupStatePartitionMetadataValue', version, '0')
        return decodeShareGroupStatePartitionMetadataValue(reader, version)
      },
      encode(writer, message, version) {
        if (!(version >= 0 && version <= 0))
          throwVersionUnencodable('ShareGroupStatePartitionMetadataValue', version, '0')
        encodeShareGroupStatePartitionMetadataValue(writer, message, version)
      },
    },
  }
