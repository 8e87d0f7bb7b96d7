import { ZERO_UUID } from '@samsa/base'
import type { Uuid } from '@samsa/base'
import type { Api } from '../api.ts'
import { throwVersionUndecodable, throwVersionUnencodable } from '../codec/errors.ts'
import type { Reader } from '../codec/reader.ts'
import type { UnknownTaggedField } from '../codec/tagged-field.ts'
import type { Writer } from '../codec/writer.ts'

export interface AlterShareGroupOffsetsRequest {
  groupId: string
  topics: AlterShareGroupOffsetsRequestTopic[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface AlterShareGroupOffsetsRequestTopic {
  topicName: string
  partitions: AlterShareGroupOffsetsRequestTopicPartition[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface AlterShareGroupOffsetsRequestTopicPartition {
  partitionIndex: number
  startOffset: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function alterShareGroupOffsetsRequest(
  init: Partial<AlterShareGroupOffsetsRequest> = {},
): AlterShareGroupOffsetsRequest {
  return {
    groupId: init.groupId ?? '',
    topics: init.topics ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function alterShareGroupOffsetsRequestTopic(
  init: Partial<AlterShareGroupOffsetsRequestTopic> = {},
): AlterShareGroupOffsetsRequestTopic {
  return {
    topicName: init.topicName ?? '',
    partitions: init.partitions ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function alterShareGroupOffsetsRequestTopicPartition(
  init: Partial<AlterShareGroupOffsetsRequestTopicPartition> = {},
): AlterShareGroupOffsetsRequestTopicPartition {
  return {
    partitionIndex: init.partitionIndex ?? 0,
    startOffset: init.startOffset ?? 0,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeAlterShareGroupOffsetsRequest(
  reader: Reader,
  version: number,
): AlterShareGroupOffsetsRequest {
  const groupId = reader.compactString()
  const topicsCount = reader.compactArray(3)
  const topics = decodeAlterShareGroupOffsetsRequestTopicArray(reader, version, topicsCount)
  const unknownTaggedFields = reader.unknownTags()
  return { groupId, topics, unknownTaggedFields }
}

function decodeAlterShareGroupOffsetsRequestTopic(
  reader: Reader,
  version: number,
): AlterShareGroupOffsetsRequestTopic {
  const topicName = reader.compactString()
  const partitionsCount = reader.compactArray(13)
  const partitions = decodeAlterShareGroupOffsetsRequestTopicPartitionArray(
    reader,
    version,
    partitionsCount,
  )
  const unknownTaggedFields = reader.unknownTags()
  return { topicName, partitions, unknownTaggedFields }
}

function decodeAlterShareGroupOffsetsRequestTopicArray(
  reader: Reader,
  version: number,
  count: number,
): AlterShareGroupOffsetsRequestTopic[] {
  reader.structs(count)
  const items = new Array<AlterShareGroupOffsetsRequestTopic>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeAlterShareGroupOffsetsRequestTopic(reader, version)
  return items
}

function decodeAlterShareGroupOffsetsRequestTopicPartition(
  reader: Reader,
  _version: number,
): AlterShareGroupOffsetsRequestTopicPartition {
  const partitionIndex = reader.int32()
  const startOffset = reader.int64()
  const unknownTaggedFields = reader.unknownTags()
  return { partitionIndex, startOffset, unknownTaggedFields }
}

function decodeAlterShareGroupOffsetsRequestTopicPartitionArray(
  reader: Reader,
  version: number,
  count: number,
): AlterShareGroupOffsetsRequestTopicPartition[] {
  reader.structs(count)
  const items = new Array<AlterShareGroupOffsetsRequestTopicPartition>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeAlterShareGroupOffsetsRequestTopicPartition(reader, version)
  return items
}

function encodeAlterShareGroupOffsetsRequest(
  writer: Writer,
  message: AlterShareGroupOffsetsRequest,
  version: number,
): void {
  writer.compactString(message.groupId)
  writer.compactArray(message.topics.length)
  encodeAlterShareGroupOffsetsRequestTopicArray(writer, message.topics, version)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeAlterShareGroupOffsetsRequestTopic(
  writer: Writer,
  message: AlterShareGroupOffsetsRequestTopic,
  version: number,
): void {
  writer.compactString(message.topicName)
  writer.compactArray(message.partitions.length)
  encodeAlterShareGroupOffsetsRequestTopicPartitionArray(writer, message.partitions, version)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeAlterShareGroupOffsetsRequestTopicArray(
  writer: Writer,
  items: readonly AlterShareGroupOffsetsRequestTopic[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeAlterShareGroupOffsetsRequestTopic(writer, items[index]!, version)
}

function encodeAlterShareGroupOffsetsRequestTopicPartition(
  writer: Writer,
  message: AlterShareGroupOffsetsRequestTopicPartition,
  _version: number,
): void {
  writer.int32(message.partitionIndex)
  writer.int64(message.startOffset)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeAlterShareGroupOffsetsRequestTopicPartitionArray(
  writer: Writer,
  items: readonly AlterShareGroupOffsetsRequestTopicPartition[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeAlterShareGroupOffsetsRequestTopicPartition(writer, items[index]!, version)
}
export interface AlterShareGroupOffsetsResponse {
  throttleTimeMs: number
  errorCode: number
  errorMessage: string | null
  responses: AlterShareGroupOffsetsResponseTopic[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface AlterShareGroupOffsetsResponseTopic {
  topicName: string
  topicId: Uuid
  partitions: AlterShareGroupOffsetsResponseTopicPartition[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface AlterShareGroupOffsetsResponseTopicPartition {
  partitionIndex: number
  errorCode: number
  errorMessage: string | null
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function alterShareGroupOffsetsResponse(
  init: Partial<AlterShareGroupOffsetsResponse> = {},
): AlterShareGroupOffsetsResponse {
  return {
    throttleTimeMs: init.throttleTimeMs ?? 0,
    errorCode: init.errorCode ?? 0,
    errorMessage: init.errorMessage ?? null,
    responses: init.responses ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function alterShareGroupOffsetsResponseTopic(
  init: Partial<AlterShareGroupOffsetsResponseTopic> = {},
): AlterShareGroupOffsetsResponseTopic {
  return {
    topicName: init.topicName ?? '',
    topicId: init.topicId ?? ZERO_UUID,
    partitions: init.partitions ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function alterShareGroupOffsetsResponseTopicPartition(
  init: Partial<AlterShareGroupOffsetsResponseTopicPartition> = {},
): AlterShareGroupOffsetsResponseTopicPartition {
  return {
    partitionIndex: init.partitionIndex ?? 0,
    errorCode: init.errorCode ?? 0,
    errorMessage: init.errorMessage ?? null,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeAlterShareGroupOffsetsResponse(
  reader: Reader,
  version: number,
): AlterShareGroupOffsetsResponse {
  const throttleTimeMs = reader.int32()
  const errorCode = reader.int16()
  const errorMessage = reader.compactNullableString()
  const responsesCount = reader.compactArray(19)
  const responses = decodeAlterShareGroupOffsetsResponseTopicArray(reader, version, responsesCount)
  const unknownTaggedFields = reader.unknownTags()
  return { throttleTimeMs, errorCode, errorMessage, responses, unknownTaggedFields }
}

function decodeAlterShareGroupOffsetsResponseTopic(
  reader: Reader,
  version: number,
): AlterShareGroupOffsetsResponseTopic {
  const topicName = reader.compactString()
  const topicId = reader.uuid()
  const partitionsCount = reader.compactArray(8)
  const partitions = decodeAlterShareGroupOffsetsResponseTopicPartitionArray(
    reader,
    version,
    partitionsCount,
  )
  const unknownTaggedFields = reader.unknownTags()
  return { topicName, topicId, partitions, unknownTaggedFields }
}

function decodeAlterShareGroupOffsetsResponseTopicArray(
  reader: Reader,
  version: number,
  count: number,
): AlterShareGroupOffsetsResponseTopic[] {
  reader.structs(count)
  const items = new Array<AlterShareGroupOffsetsResponseTopic>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeAlterShareGroupOffsetsResponseTopic(reader, version)
  return items
}

function decodeAlterShareGroupOffsetsResponseTopicPartition(
  reader: Reader,
  _version: number,
): AlterShareGroupOffsetsResponseTopicPartition {
  const partitionIndex = reader.int32()
  const errorCode = reader.int16()
  const errorMessage = reader.compactNullableString()
  const unknownTaggedFields = reader.unknownTags()
  return { partitionIndex, errorCode, errorMessage, unknownTaggedFields }
}

function decodeAlterShareGroupOffsetsResponseTopicPartitionArray(
  reader: Reader,
  version: number,
  count: number,
): AlterShareGroupOffsetsResponseTopicPartition[] {
  reader.structs(count)
  const items = new Array<AlterShareGroupOffsetsResponseTopicPartition>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeAlterShareGroupOffsetsResponseTopicPartition(reader, version)
  return items
}

function encodeAlterShareGroupOffsetsResponse(
  writer: Writer,
  message: AlterShareGroupOffsetsResponse,
  version: number,
): void {
  writer.int32(message.throttleTimeMs)
  writer.int16(message.errorCode)
  writer.compactNullableString(message.errorMessage)
  writer.compactArray(message.responses.length)
  encodeAlterShareGroupOffsetsResponseTopicArray(writer, message.responses, version)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeAlterShareGroupOffsetsResponseTopic(
  writer: Writer,
  message: AlterShareGroupOffsetsResponseTopic,
  version: number,
): void {
  writer.compactString(message.topicName)
  writer.uuid(message.topicId)
  writer.compactArray(message.partitions.length)
  encodeAlterShareGroupOffsetsResponseTopicPartitionArray(writer, message.partitions, version)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeAlterShareGroupOffsetsResponseTopicArray(
  writer: Writer,
  items: readonly AlterShareGroupOffsetsResponseTopic[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeAlterShareGroupOffsetsResponseTopic(writer, items[index]!, version)
}

function encodeAlterShareGroupOffsetsResponseTopicPartition(
  writer: Writer,
  message: AlterShareGroupOffsetsResponseTopicPartition,
  _version: number,
): void {
  writer.int32(message.partitionIndex)
  writer.int16(message.errorCode)
  writer.compactNullableString(message.errorMessage)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeAlterShareGroupOffsetsResponseTopicPartitionArray(
  writer: Writer,
  items: readonly AlterShareGroupOffsetsResponseTopicPartition[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeAlterShareGroupOffsetsResponseTopicPartition(writer, items[index]!, version)
}

export const alterShareGroupOffsetsApi: Api<
  AlterShareGroupOffsetsRequest,
  AlterShareGroupOffsetsResponse
> = {
  key: 91,
  name: 'AlterShareGroupOffsets',
  versionMin: 0,
  versionMax: 0,
  versionMaxStable: 0,
  flexibleSince: 0,
  listeners: ['broker'],
  request: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUndecodable('AlterShareGroupOffsetsRequest', version, '0')
      return decodeAlterShareGroupOffsetsRequest(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUnencodable('AlterShareGroupOffsetsRequest', version, '0')
      encodeAlterShareGroupOffsetsRequest(writer, message, version)
    },
  },
  response: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUndecodable('AlterShareGroupOffsetsResponse', version, '0')
      return decodeAlterShareGroupOffsetsResponse(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUnencodable('AlterShareGroupOffsetsResponse', version, '0')
      encodeAlterShareGroupOffsetsResponse(writer, message, version)
    },
  },
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1,
}
