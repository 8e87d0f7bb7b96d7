import { ZERO_UUID } from '@samsa/base'
import type { Uuid } from '@samsa/base'
import type { Api } from '../api.ts'
import { readInt32s, writeInt32s } from '../codec/arrays.ts'
import { throwVersionUndecodable, throwVersionUnencodable } from '../codec/errors.ts'
import type { Reader } from '../codec/reader.ts'
import type { UnknownTaggedField } from '../codec/tagged-field.ts'
import type { Writer } from '../codec/writer.ts'

export interface DescribeShareGroupOffsetsRequest {
  groups: DescribeShareGroupOffsetsRequestGroup[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface DescribeShareGroupOffsetsRequestGroup {
  groupId: string
  topics: DescribeShareGroupOffsetsRequestGroupTopic[] | null
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface DescribeShareGroupOffsetsRequestGroupTopic {
  topicName: string
  partitions: number[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function describeShareGroupOffsetsRequest(
  init: Partial<DescribeShareGroupOffsetsRequest> = {},
): DescribeShareGroupOffsetsRequest {
  return { groups: init.groups ?? [], unknownTaggedFields: init.unknownTaggedFields ?? null }
}

export function describeShareGroupOffsetsRequestGroup(
  init: Partial<DescribeShareGroupOffsetsRequestGroup> = {},
): DescribeShareGroupOffsetsRequestGroup {
  return {
    groupId: init.groupId ?? '',
    topics: init.topics === undefined ? [] : init.topics,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function describeShareGroupOffsetsRequestGroupTopic(
  init: Partial<DescribeShareGroupOffsetsRequestGroupTopic> = {},
): DescribeShareGroupOffsetsRequestGroupTopic {
  return {
    topicName: init.topicName ?? '',
    partitions: init.partitions ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeDescribeShareGroupOffsetsRequest(
  reader: Reader,
  version: number,
): DescribeShareGroupOffsetsRequest {
  const groupsCount = reader.compactArray(3)
  const groups = decodeDescribeShareGroupOffsetsRequestGroupArray(reader, version, groupsCount)
  const unknownTaggedFields = reader.unknownTags()
  return { groups, unknownTaggedFields }
}

function decodeDescribeShareGroupOffsetsRequestGroup(
  reader: Reader,
  version: number,
): DescribeShareGroupOffsetsRequestGroup {
  const groupId = reader.compactString()
  const topicsCount = reader.compactNullableArray(3)
  const topics =
    topicsCount < 0
      ? null
      : decodeDescribeShareGroupOffsetsRequestGroupTopicArray(reader, version, topicsCount)
  const unknownTaggedFields = reader.unknownTags()
  return { groupId, topics, unknownTaggedFields }
}

function decodeDescribeShareGroupOffsetsRequestGroupArray(
  reader: Reader,
  version: number,
  count: number,
): DescribeShareGroupOffsetsRequestGroup[] {
  reader.structs(count)
  const items = new Array<DescribeShareGroupOffsetsRequestGroup>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeDescribeShareGroupOffsetsRequestGroup(reader, version)
  return items
}

function decodeDescribeShareGroupOffsetsRequestGroupTopic(
  reader: Reader,
  _version: number,
): DescribeShareGroupOffsetsRequestGroupTopic {
  const topicName = reader.compactString()
  const partitionsCount = reader.compactArray(4)
  const partitions = readInt32s(reader, partitionsCount)
  const unknownTaggedFields = reader.unknownTags()
  return { topicName, partitions, unknownTaggedFields }
}

function decodeDescribeShareGroupOffsetsRequestGroupTopicArray(
  reader: Reader,
  version: number,
  count: number,
): DescribeShareGroupOffsetsRequestGroupTopic[] {
  reader.structs(count)
  const items = new Array<DescribeShareGroupOffsetsRequestGroupTopic>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeDescribeShareGroupOffsetsRequestGroupTopic(reader, version)
  return items
}

function encodeDescribeShareGroupOffsetsRequest(
  writer: Writer,
  message: DescribeShareGroupOffsetsRequest,
  version: number,
): void {
  writer.compactArray(message.groups.length)
  encodeDescribeShareGroupOffsetsRequestGroupArray(writer, message.groups, version)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeDescribeShareGroupOffsetsRequestGroup(
  writer: Writer,
  message: DescribeShareGroupOffsetsRequestGroup,
  version: number,
): void {
  writer.compactString(message.groupId)
  if (message.topics === null) writer.compactArray(-1)
  else {
    writer.compactArray(message.topics.length)
    encodeDescribeShareGroupOffsetsRequestGroupTopicArray(writer, message.topics, version)
  }
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeDescribeShareGroupOffsetsRequestGroupArray(
  writer: Writer,
  items: readonly DescribeShareGroupOffsetsRequestGroup[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeDescribeShareGroupOffsetsRequestGroup(writer, items[index]!, version)
}

function encodeDescribeShareGroupOffsetsRequestGroupTopic(
  writer: Writer,
  message: DescribeShareGroupOffsetsRequestGroupTopic,
  _version: number,
): void {
  writer.compactString(message.topicName)
  writer.compactArray(message.partitions.length)
  writeInt32s(writer, message.partitions)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeDescribeShareGroupOffsetsRequestGroupTopicArray(
  writer: Writer,
  items: readonly DescribeShareGroupOffsetsRequestGroupTopic[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeDescribeShareGroupOffsetsRequestGroupTopic(writer, items[index]!, version)
}
export interface DescribeShareGroupOffsetsResponse {
  throttleTimeMs: number
  groups: DescribeShareGroupOffsetsResponseGroup[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface DescribeShareGroupOffsetsResponseGroup {
  groupId: string
  topics: DescribeShareGroupOffsetsResponseGroupTopic[]
  errorCode: number
  errorMessage: string | null
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface DescribeShareGroupOffsetsResponseGroupTopic {
  topicName: string
  topicId: Uuid
  partitions: DescribeShareGroupOffsetsResponseGroupTopicPartition[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface DescribeShareGroupOffsetsResponseGroupTopicPartition {
  partitionIndex: number
  startOffset: number
  leaderEpoch: number
  lag: number
  errorCode: number
  errorMessage: string | null
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function describeShareGroupOffsetsResponse(
  init: Partial<DescribeShareGroupOffsetsResponse> = {},
): DescribeShareGroupOffsetsResponse {
  return {
    throttleTimeMs: init.throttleTimeMs ?? 0,
    groups: init.groups ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function describeShareGroupOffsetsResponseGroup(
  init: Partial<DescribeShareGroupOffsetsResponseGroup> = {},
): DescribeShareGroupOffsetsResponseGroup {
  return {
    groupId: init.groupId ?? '',
    topics: init.topics ?? [],
    errorCode: init.errorCode ?? 0,
    errorMessage: init.errorMessage ?? null,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function describeShareGroupOffsetsResponseGroupTopic(
  init: Partial<DescribeShareGroupOffsetsResponseGroupTopic> = {},
): DescribeShareGroupOffsetsResponseGroupTopic {
  return {
    topicName: init.topicName ?? '',
    topicId: init.topicId ?? ZERO_UUID,
    partitions: init.partitions ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function describeShareGroupOffsetsResponseGroupTopicPartition(
  init: Partial<DescribeShareGroupOffsetsResponseGroupTopicPartition> = {},
): DescribeShareGroupOffsetsResponseGroupTopicPartition {
  return {
    partitionIndex: init.partitionIndex ?? 0,
    startOffset: init.startOffset ?? 0,
    leaderEpoch: init.leaderEpoch ?? 0,
    lag: init.lag ?? -1,
    errorCode: init.errorCode ?? 0,
    errorMessage: init.errorMessage ?? null,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeDescribeShareGroupOffsetsResponse(
  reader: Reader,
  version: number,
): DescribeShareGroupOffsetsResponse {
  const throttleTimeMs = reader.int32()
  const groupsCount = reader.compactArray(6)
  const groups = decodeDescribeShareGroupOffsetsResponseGroupArray(reader, version, groupsCount)
  const unknownTaggedFields = reader.unknownTags()
  return { throttleTimeMs, groups, unknownTaggedFields }
}

function decodeDescribeShareGroupOffsetsResponseGroup(
  reader: Reader,
  version: number,
): DescribeShareGroupOffsetsResponseGroup {
  const groupId = reader.compactString()
  const topicsCount = reader.compactArray(19)
  const topics = decodeDescribeShareGroupOffsetsResponseGroupTopicArray(
    reader,
    version,
    topicsCount,
  )
  const errorCode = reader.int16()
  const errorMessage = reader.compactNullableString()
  const unknownTaggedFields = reader.unknownTags()
  return { groupId, topics, errorCode, errorMessage, unknownTaggedFields }
}

function decodeDescribeShareGroupOffsetsResponseGroupArray(
  reader: Reader,
  version: number,
  count: number,
): DescribeShareGroupOffsetsResponseGroup[] {
  reader.structs(count)
  const items = new Array<DescribeShareGroupOffsetsResponseGroup>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeDescribeShareGroupOffsetsResponseGroup(reader, version)
  return items
}

function decodeDescribeShareGroupOffsetsResponseGroupTopic(
  reader: Reader,
  version: number,
): DescribeShareGroupOffsetsResponseGroupTopic {
  const topicName = reader.compactString()
  const topicId = reader.uuid()
  const partitionsCount = reader.compactArray(20)
  const partitions = decodeDescribeShareGroupOffsetsResponseGroupTopicPartitionArray(
    reader,
    version,
    partitionsCount,
  )
  const unknownTaggedFields = reader.unknownTags()
  return { topicName, topicId, partitions, unknownTaggedFields }
}

function decodeDescribeShareGroupOffsetsResponseGroupTopicArray(
  reader: Reader,
  version: number,
  count: number,
): DescribeShareGroupOffsetsResponseGroupTopic[] {
  reader.structs(count)
  const items = new Array<DescribeShareGroupOffsetsResponseGroupTopic>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeDescribeShareGroupOffsetsResponseGroupTopic(reader, version)
  return items
}

function decodeDescribeShareGroupOffsetsResponseGroupTopicPartition(
  reader: Reader,
  version: number,
): DescribeShareGroupOffsetsResponseGroupTopicPartition {
  const partitionIndex = reader.int32()
  const startOffset = reader.int64()
  const leaderEpoch = reader.int32()
  const lag: number = version >= 1 ? reader.int64() : -1
  const errorCode = reader.int16()
  const errorMessage = reader.compactNullableString()
  const unknownTaggedFields = reader.unknownTags()
  return {
    partitionIndex,
    startOffset,
    leaderEpoch,
    lag,
    errorCode,
    errorMessage,
    unknownTaggedFields,
  }
}

function decodeDescribeShareGroupOffsetsResponseGroupTopicPartitionArray(
  reader: Reader,
  version: number,
  count: number,
): DescribeShareGroupOffsetsResponseGroupTopicPartition[] {
  reader.structs(count)
  const items = new Array<DescribeShareGroupOffsetsResponseGroupTopicPartition>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeDescribeShareGroupOffsetsResponseGroupTopicPartition(reader, version)
  return items
}

function encodeDescribeShareGroupOffsetsResponse(
  writer: Writer,
  message: DescribeShareGroupOffsetsResponse,
  version: number,
): void {
  writer.int32(message.throttleTimeMs)
  writer.compactArray(message.groups.length)
  encodeDescribeShareGroupOffsetsResponseGroupArray(writer, message.groups, version)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeDescribeShareGroupOffsetsResponseGroup(
  writer: Writer,
  message: DescribeShareGroupOffsetsResponseGroup,
  version: number,
): void {
  writer.compactString(message.groupId)
  writer.compactArray(message.topics.length)
  encodeDescribeShareGroupOffsetsResponseGroupTopicArray(writer, message.topics, version)
  writer.int16(message.errorCode)
  writer.compactNullableString(message.errorMessage)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeDescribeShareGroupOffsetsResponseGroupArray(
  writer: Writer,
  items: readonly DescribeShareGroupOffsetsResponseGroup[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeDescribeShareGroupOffsetsResponseGroup(writer, items[index]!, version)
}

function encodeDescribeShareGroupOffsetsResponseGroupTopic(
  writer: Writer,
  message: DescribeShareGroupOffsetsResponseGroupTopic,
  version: number,
): void {
  writer.compactString(message.topicName)
  writer.uuid(message.topicId)
  writer.compactArray(message.partitions.length)
  encodeDescribeShareGroupOffsetsResponseGroupTopicPartitionArray(
    writer,
    message.partitions,
    version,
  )
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeDescribeShareGroupOffsetsResponseGroupTopicArray(
  writer: Writer,
  items: readonly DescribeShareGroupOffsetsResponseGroupTopic[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeDescribeShareGroupOffsetsResponseGroupTopic(writer, items[index]!, version)
}

function encodeDescribeShareGroupOffsetsResponseGroupTopicPartition(
  writer: Writer,
  message: DescribeShareGroupOffsetsResponseGroupTopicPartition,
  version: number,
): void {
  writer.int32(message.partitionIndex)
  writer.int64(message.startOffset)
  writer.int32(message.leaderEpoch)
  if (version >= 1) {
    writer.int64(message.lag)
  }
  writer.int16(message.errorCode)
  writer.compactNullableString(message.errorMessage)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeDescribeShareGroupOffsetsResponseGroupTopicPartitionArray(
  writer: Writer,
  items: readonly DescribeShareGroupOffsetsResponseGroupTopicPartition[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeDescribeShareGroupOffsetsResponseGroupTopicPartition(writer, items[index]!, version)
}

export const describeShareGroupOffsetsApi: Api<
  DescribeShareGroupOffsetsRequest,
  DescribeShareGroupOffsetsResponse
> = {
  key: 90,
  name: 'DescribeShareGroupOffsets',
  versionMin: 0,
  versionMax: 1,
  versionMaxStable: 1,
  flexibleSince: 0,
  listeners: ['broker'],
  request: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 1))
        throwVersionUndecodable('DescribeShareGroupOffsetsRequest', version, '0-1')
      return decodeDescribeShareGroupOffsetsRequest(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 1))
        throwVersionUnencodable('DescribeShareGroupOffsetsRequest', version, '0-1')
      encodeDescribeShareGroupOffsetsRequest(writer, message, version)
    },
  },
  response: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 1))
        throwVersionUndecodable('DescribeShareGroupOffsetsResponse', version, '0-1')
      return decodeDescribeShareGroupOffsetsResponse(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 1))
        throwVersionUnencodable('DescribeShareGroupOffsetsResponse', version, '0-1')
      encodeDescribeShareGroupOffsetsResponse(writer, message, version)
    },
  },
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1,
}
