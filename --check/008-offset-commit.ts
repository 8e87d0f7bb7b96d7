import { ZERO_UUID } from '@samsa/base'
import type { Uuid } from '@samsa/base'
import type { Api } from '../api.ts'
import {
  throwFieldAbsent,
  throwVersionUndecodable,
  throwVersionUnencodable,
} from '../codec/errors.ts'
import type { Reader } from '../codec/reader.ts'
import type { UnknownTaggedField } from '../codec/tagged-field.ts'
import type { Writer } from '../codec/writer.ts'

export interface OffsetCommitRequest {
  groupId: string
  generationIdOrMemberEpoch: number
  memberId: string
  groupInstanceId: string | null
  retentionTimeMs: bigint
  topics: OffsetCommitRequestTopic[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface OffsetCommitRequestTopic {
  name: string
  topicId: Uuid
  partitions: OffsetCommitRequestTopicPartition[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface OffsetCommitRequestTopicPartition {
  partitionIndex: number
  committedOffset: bigint
  committedLeaderEpoch: number
  committedMetadata: string | null
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function offsetCommitRequest(init: Partial<OffsetCommitRequest> = {}): OffsetCommitRequest {
  return {
    groupId: init.groupId ?? '',
    generationIdOrMemberEpoch: init.generationIdOrMemberEpoch ?? -1,
    memberId: init.memberId ?? '',
    groupInstanceId: init.groupInstanceId ?? null,
    retentionTimeMs: init.retentionTimeMs ?? -1n,
    topics: init.topics ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function offsetCommitRequestTopic(
  init: Partial<OffsetCommitRequestTopic> = {},
): OffsetCommitRequestTopic {
  return {
    name: init.name ?? '',
    topicId: init.topicId ?? ZERO_UUID,
    partitions: init.partitions ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function offsetCommitRequestTopicPartition(
  init: Partial<OffsetCommitRequestTopicPartition> = {},
): OffsetCommitRequestTopicPartition {
  return {
    partitionIndex: init.partitionIndex ?? 0,
    committedOffset: init.committedOffset ?? 0n,
    committedLeaderEpoch: init.committedLeaderEpoch ?? -1,
    committedMetadata: init.committedMetadata === undefined ? '' : init.committedMetadata,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeOffsetCommitRequest(reader: Reader, version: number): OffsetCommitRequest {
  const groupId: string = version >= 8 ? reader.compactString() : reader.string()
  const generationIdOrMemberEpoch = reader.int32()
  const memberId: string = version >= 8 ? reader.compactString() : reader.string()
  const groupInstanceId: string | null =
    version >= 8 ? reader.compactNullableString() : version >= 7 ? reader.nullableString() : null
  const retentionTimeMs: bigint = version >= 5 ? -1n : reader.int64Wide()
  const topicsCount = version >= 8 ? reader.compactArray(3) : reader.array(6)
  const topics = decodeOffsetCommitRequestTopicArray(reader, version, topicsCount)
  const unknownTaggedFields = version >= 8 ? reader.unknownTags() : null
  return {
    groupId,
    generationIdOrMemberEpoch,
    memberId,
    groupInstanceId,
    retentionTimeMs,
    topics,
    unknownTaggedFields,
  }
}

function decodeOffsetCommitRequestTopic(reader: Reader, version: number): OffsetCommitRequestTopic {
  const name: string = version >= 10 ? '' : version >= 8 ? reader.compactString() : reader.string()
  const topicId: Uuid = version >= 10 ? reader.uuid() : ZERO_UUID
  const partitionsCount = version >= 8 ? reader.compactArray(18) : reader.array(14)
  const partitions = decodeOffsetCommitRequestTopicPartitionArray(reader, version, partitionsCount)
  const unknownTaggedFields = version >= 8 ? reader.unknownTags() : null
  return { name, topicId, partitions, unknownTaggedFields }
}

function decodeOffsetCommitRequestTopicArray(
  reader: Reader,
  version: number,
  count: number,
): OffsetCommitRequestTopic[] {
  reader.structs(count)
  const items = new Array<OffsetCommitRequestTopic>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeOffsetCommitRequestTopic(reader, version)
  return items
}

function decodeOffsetCommitRequestTopicPartition(
  reader: Reader,
  version: number,
): OffsetCommitRequestTopicPartition {
  const partitionIndex = reader.int32()
  const committedOffset = reader.int64Wide()
  const committedLeaderEpoch: number = version >= 6 ? reader.int32() : -1
  const committedMetadata: string | null =
    version >= 8 ? reader.compactNullableString() : reader.nullableString()
  const unknownTaggedFields = version >= 8 ? reader.unknownTags() : null
  return {
    partitionIndex,
    committedOffset,
    committedLeaderEpoch,
    committedMetadata,
    unknownTaggedFields,
  }
}

function decodeOffsetCommitRequestTopicPartitionArray(
  reader: Reader,
  version: number,
  count: number,
): OffsetCommitRequestTopicPartition[] {
  reader.structs(count)
  const items = new Array<OffsetCommitRequestTopicPartition>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeOffsetCommitRequestTopicPartition(reader, version)
  return items
}

function encodeOffsetCommitRequest(
  writer: Writer,
  message: OffsetCommitRequest,
  version: number,
): void {
  if (version >= 8) {
    writer.compactString(message.groupId)
  } else {
    writer.string(message.groupId)
  }
  writer.int32(message.generationIdOrMemberEpoch)
  if (version >= 8) {
    writer.compactString(message.memberId)
  } else {
    writer.string(message.memberId)
  }
  if (version >= 8) {
    writer.compactNullableString(message.groupInstanceId)
  } else {
    if (version >= 7) {
      writer.nullableString(message.groupInstanceId)
    } else {
      if (message.groupInstanceId !== null)
        throwFieldAbsent('OffsetCommitRequest', 'groupInstanceId', version)
    }
  }
  if (version < 5) {
    writer.int64Wide(message.retentionTimeMs)
  }
  if (version >= 8) {
    writer.compactArray(message.topics.length)
    encodeOffsetCommitRequestTopicArray(writer, message.topics, version)
  } else {
    writer.array(message.topics.length)
    encodeOffsetCommitRequestTopicArray(writer, message.topics, version)
  }
  if (version >= 8) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('OffsetCommitRequest', 'unknownTaggedFields', version)
  }
}

function encodeOffsetCommitRequestTopic(
  writer: Writer,
  message: OffsetCommitRequestTopic,
  version: number,
): void {
  if (version < 10) {
    if (version >= 8) {
      writer.compactString(message.name)
    } else {
      writer.string(message.name)
    }
  }
  if (version >= 10) {
    writer.uuid(message.topicId)
  }
  if (version >= 8) {
    writer.compactArray(message.partitions.length)
    encodeOffsetCommitRequestTopicPartitionArray(writer, message.partitions, version)
  } else {
    writer.array(message.partitions.length)
    encodeOffsetCommitRequestTopicPartitionArray(writer, message.partitions, version)
  }
  if (version >= 8) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('OffsetCommitRequestTopic', 'unknownTaggedFields', version)
  }
}

function encodeOffsetCommitRequestTopicArray(
  writer: Writer,
  items: readonly OffsetCommitRequestTopic[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeOffsetCommitRequestTopic(writer, items[index]!, version)
}

function encodeOffsetCommitRequestTopicPartition(
  writer: Writer,
  message: OffsetCommitRequestTopicPartition,
  version: number,
): void {
  writer.int32(message.partitionIndex)
  writer.int64Wide(message.committedOffset)
  if (version >= 6) {
    writer.int32(message.committedLeaderEpoch)
  }
  if (version >= 8) {
    writer.compactNullableString(message.committedMetadata)
  } else {
    writer.nullableString(message.committedMetadata)
  }
  if (version >= 8) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('OffsetCommitRequestTopicPartition', 'unknownTaggedFields', version)
  }
}

function encodeOffsetCommitRequestTopicPartitionArray(
  writer: Writer,
  items: readonly OffsetCommitRequestTopicPartition[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeOffsetCommitRequestTopicPartition(writer, items[index]!, version)
}
export interface OffsetCommitResponse {
  throttleTimeMs: number
  topics: OffsetCommitResponseTopic[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface OffsetCommitResponseTopic {
  name: string
  topicId: Uuid
  partitions: OffsetCommitResponseTopicPartition[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface OffsetCommitResponseTopicPartition {
  partitionIndex: number
  errorCode: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function offsetCommitResponse(
  init: Partial<OffsetCommitResponse> = {},
): OffsetCommitResponse {
  return {
    throttleTimeMs: init.throttleTimeMs ?? 0,
    topics: init.topics ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function offsetCommitResponseTopic(
  init: Partial<OffsetCommitResponseTopic> = {},
): OffsetCommitResponseTopic {
  return {
    name: init.name ?? '',
    topicId: init.topicId ?? ZERO_UUID,
    partitions: init.partitions ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function offsetCommitResponseTopicPartition(
  init: Partial<OffsetCommitResponseTopicPartition> = {},
): OffsetCommitResponseTopicPartition {
  return {
    partitionIndex: init.partitionIndex ?? 0,
    errorCode: init.errorCode ?? 0,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeOffsetCommitResponse(reader: Reader, version: number): OffsetCommitResponse {
  const throttleTimeMs: number = version >= 3 ? reader.int32() : 0
  const topicsCount = version >= 8 ? reader.compactArray(3) : reader.array(6)
  const topics = decodeOffsetCommitResponseTopicArray(reader, version, topicsCount)
  const unknownTaggedFields = version >= 8 ? reader.unknownTags() : null
  return { throttleTimeMs, topics, unknownTaggedFields }
}

function decodeOffsetCommitResponseTopic(
  reader: Reader,
  version: number,
): OffsetCommitResponseTopic {
  const name: string = version >= 10 ? '' : version >= 8 ? reader.compactString() : reader.string()
  const topicId: Uuid = version >= 10 ? reader.uuid() : ZERO_UUID
  const partitionsCount = version >= 8 ? reader.compactArray(7) : reader.array(6)
  const partitions = decodeOffsetCommitResponseTopicPartitionArray(reader, version, partitionsCount)
  const unknownTaggedFields = version >= 8 ? reader.unknownTags() : null
  return { name, topicId, partitions, unknownTaggedFields }
}

function decodeOffsetCommitResponseTopicArray(
  reader: Reader,
  version: number,
  count: number,
): OffsetCommitResponseTopic[] {
  reader.structs(count)
  const items = new Array<OffsetCommitResponseTopic>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeOffsetCommitResponseTopic(reader, version)
  return items
}

function decodeOffsetCommitResponseTopicPartition(
  reader: Reader,
  version: number,
): OffsetCommitResponseTopicPartition {
  const partitionIndex = reader.int32()
  const errorCode = reader.int16()
  const unknownTaggedFields = version >= 8 ? reader.unknownTags() : null
  return { partitionIndex, errorCode, unknownTaggedFields }
}

function decodeOffsetCommitResponseTopicPartitionArray(
  reader: Reader,
  version: number,
  count: number,
): OffsetCommitResponseTopicPartition[] {
  reader.structs(count)
  const items = new Array<OffsetCommitResponseTopicPartition>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeOffsetCommitResponseTopicPartition(reader, version)
  return items
}

function encodeOffsetCommitResponse(
  writer: Writer,
  message: OffsetCommitResponse,
  version: number,
): void {
  if (version >= 3) {
    writer.int32(message.throttleTimeMs)
  }
  if (version >= 8) {
    writer.compactArray(message.topics.length)
    encodeOffsetCommitResponseTopicArray(writer, message.topics, version)
  } else {
    writer.array(message.topics.length)
    encodeOffsetCommitResponseTopicArray(writer, message.topics, version)
  }
  if (version >= 8) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('OffsetCommitResponse', 'unknownTaggedFields', version)
  }
}

function encodeOffsetCommitResponseTopic(
  writer: Writer,
  message: OffsetCommitResponseTopic,
  version: number,
): void {
  if (version < 10) {
    if (version >= 8) {
      writer.compactString(message.name)
    } else {
      writer.string(message.name)
    }
  }
  if (version >= 10) {
    writer.uuid(message.topicId)
  }
  if (version >= 8) {
    writer.compactArray(message.partitions.length)
    encodeOffsetCommitResponseTopicPartitionArray(writer, message.partitions, version)
  } else {
    writer.array(message.partitions.length)
    encodeOffsetCommitResponseTopicPartitionArray(writer, message.partitions, version)
  }
  if (version >= 8) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('OffsetCommitResponseTopic', 'unknownTaggedFields', version)
  }
}

function encodeOffsetCommitResponseTopicArray(
  writer: Writer,
  items: readonly OffsetCommitResponseTopic[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeOffsetCommitResponseTopic(writer, items[index]!, version)
}

function encodeOffsetCommitResponseTopicPartition(
  writer: Writer,
  message: OffsetCommitResponseTopicPartition,
  version: number,
): void {
  writer.int32(message.partitionIndex)
  writer.int16(message.errorCode)
  if (version >= 8) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('OffsetCommitResponseTopicPartition', 'unknownTaggedFields', version)
  }
}

function encodeOffsetCommitResponseTopicPartitionArray(
  writer: Writer,
  items: readonly OffsetCommitResponseTopicPartition[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeOffsetCommitResponseTopicPartition(writer, items[index]!, version)
}

export const offsetCommitApi: Api<OffsetCommitRequest, OffsetCommitResponse> = {
  key: 8,
  name: 'OffsetCommit',
  versionMin: 2,
  versionMax: 10,
  versionMaxStable: 10,
  flexibleSince: 8,
  listeners: ['broker'],
  request: {
    decode(reader, version) {
      if (!(version >= 2 && version <= 10))
        throwVersionUndecodable('OffsetCommitRequest', version, '2-10')
      return decodeOffsetCommitRequest(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 2 && version <= 10))
        throwVersionUnencodable('OffsetCommitRequest', version, '2-10')
      encodeOffsetCommitRequest(writer, message, version)
    },
  },
  response: {
    decode(reader, version) {
      if (!(version >= 2 && version <= 10))
        throwVersionUndecodable('OffsetCommitResponse', version, '2-10')
      return decodeOffsetCommitResponse(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 2 && version <= 10))
        throwVersionUnencodable('OffsetCommitResponse', version, '2-10')
      encodeOffsetCommitResponse(writer, message, version)
    },
  },
  requestHeaderVersion: (version) => (version >= 8 ? 2 : 1),
  responseHeaderVersion: (version) => (version >= 8 ? 1 : 0),
}
