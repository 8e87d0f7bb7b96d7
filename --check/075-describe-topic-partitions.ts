import { ZERO_UUID } from '@samsa/base'
import type { Uuid } from '@samsa/base'
import type { Api } from '../api.ts'
import { readInt32s, writeInt32s } from '../codec/arrays.ts'
import { throwVersionUndecodable, throwVersionUnencodable } from '../codec/errors.ts'
import type { Reader } from '../codec/reader.ts'
import type { UnknownTaggedField } from '../codec/tagged-field.ts'
import type { Writer } from '../codec/writer.ts'

export interface DescribeTopicPartitionsRequest {
  topics: DescribeTopicPartitionsRequestTopic[]
  responsePartitionLimit: number
  cursor: DescribeTopicPartitionsRequestCursor | null
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface DescribeTopicPartitionsRequestCursor {
  topicName: string
  partitionIndex: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface DescribeTopicPartitionsRequestTopic {
  name: string
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function describeTopicPartitionsRequest(
  init: Partial<DescribeTopicPartitionsRequest> = {},
): DescribeTopicPartitionsRequest {
  return {
    topics: init.topics ?? [],
    responsePartitionLimit: init.responsePartitionLimit ?? 2000,
    cursor: init.cursor ?? null,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function describeTopicPartitionsRequestCursor(
  init: Partial<DescribeTopicPartitionsRequestCursor> = {},
): DescribeTopicPartitionsRequestCursor {
  return {
    topicName: init.topicName ?? '',
    partitionIndex: init.partitionIndex ?? 0,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function describeTopicPartitionsRequestTopic(
  init: Partial<DescribeTopicPartitionsRequestTopic> = {},
): DescribeTopicPartitionsRequestTopic {
  return { name: init.name ?? '', unknownTaggedFields: init.unknownTaggedFields ?? null }
}

function decodeDescribeTopicPartitionsRequest(
  reader: Reader,
  version: number,
): DescribeTopicPartitionsRequest {
  const topicsCount = reader.compactArray(2)
  const topics = decodeDescribeTopicPartitionsRequestTopicArray(reader, version, topicsCount)
  const responsePartitionLimit = reader.int32()
  const cursor =
    reader.int8() < 0 ? null : decodeDescribeTopicPartitionsRequestCursor(reader, version)
  const unknownTaggedFields = reader.unknownTags()
  return { topics, responsePartitionLimit, cursor, unknownTaggedFields }
}

function decodeDescribeTopicPartitionsRequestCursor(
  reader: Reader,
  _version: number,
): DescribeTopicPartitionsRequestCursor {
  const topicName = reader.compactString()
  const partitionIndex = reader.int32()
  const unknownTaggedFields = reader.unknownTags()
  return { topicName, partitionIndex, unknownTaggedFields }
}

function decodeDescribeTopicPartitionsRequestTopic(
  reader: Reader,
  _version: number,
): DescribeTopicPartitionsRequestTopic {
  const name = reader.compactString()
  const unknownTaggedFields = reader.unknownTags()
  return { name, unknownTaggedFields }
}

function decodeDescribeTopicPartitionsRequestTopicArray(
  reader: Reader,
  version: number,
  count: number,
): DescribeTopicPartitionsRequestTopic[] {
  reader.structs(count)
  const items = new Array<DescribeTopicPartitionsRequestTopic>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeDescribeTopicPartitionsRequestTopic(reader, version)
  return items
}

function encodeDescribeTopicPartitionsRequest(
  writer: Writer,
  message: DescribeTopicPartitionsRequest,
  version: number,
): void {
  writer.compactArray(message.topics.length)
  encodeDescribeTopicPartitionsRequestTopicArray(writer, message.topics, version)
  writer.int32(message.responsePartitionLimit)
  if (message.cursor === null) writer.int8(-1)
  else {
    writer.int8(1)
    encodeDescribeTopicPartitionsRequestCursor(writer, message.cursor, version)
  }
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeDescribeTopicPartitionsRequestCursor(
  writer: Writer,
  message: DescribeTopicPartitionsRequestCursor,
  _version: number,
): void {
  writer.compactString(message.topicName)
  writer.int32(message.partitionIndex)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeDescribeTopicPartitionsRequestTopic(
  writer: Writer,
  message: DescribeTopicPartitionsRequestTopic,
  _version: number,
): void {
  writer.compactString(message.name)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeDescribeTopicPartitionsRequestTopicArray(
  writer: Writer,
  items: readonly DescribeTopicPartitionsRequestTopic[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeDescribeTopicPartitionsRequestTopic(writer, items[index]!, version)
}
export interface DescribeTopicPartitionsResponse {
  throttleTimeMs: number
  topics: DescribeTopicPartitionsResponseTopic[]
  nextCursor: DescribeTopicPartitionsResponseNextCursor | null
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface DescribeTopicPartitionsResponseNextCursor {
  topicName: string
  partitionIndex: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface DescribeTopicPartitionsResponseTopic {
  errorCode: number
  name: string | null
  topicId: Uuid
  isInternal: boolean
  partitions: DescribeTopicPartitionsResponseTopicPartition[]
  topicAuthorizedOperations: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface DescribeTopicPartitionsResponseTopicPartition {
  errorCode: number
  partitionIndex: number
  leaderId: number
  leaderEpoch: number
  replicaNodes: number[]
  isrNodes: number[]
  eligibleLeaderReplicas: number[] | null
  lastKnownElr: number[] | null
  offlineReplicas: number[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function describeTopicPartitionsResponse(
  init: Partial<DescribeTopicPartitionsResponse> = {},
): DescribeTopicPartitionsResponse {
  return {
    throttleTimeMs: init.throttleTimeMs ?? 0,
    topics: init.topics ?? [],
    nextCursor: init.nextCursor ?? null,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function describeTopicPartitionsResponseNextCursor(
  init: Partial<DescribeTopicPartitionsResponseNextCursor> = {},
): DescribeTopicPartitionsResponseNextCursor {
  return {
    topicName: init.topicName ?? '',
    partitionIndex: init.partitionIndex ?? 0,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function describeTopicPartitionsResponseTopic(
  init: Partial<DescribeTopicPartitionsResponseTopic> = {},
): DescribeTopicPartitionsResponseTopic {
  return {
    errorCode: init.errorCode ?? 0,
    name: init.name === undefined ? '' : init.name,
    topicId: init.topicId ?? ZERO_UUID,
    isInternal: init.isInternal ?? false,
    partitions: init.partitions ?? [],
    topicAuthorizedOperations: init.topicAuthorizedOperations ?? -2147483648,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function describeTopicPartitionsResponseTopicPartition(
  init: Partial<DescribeTopicPartitionsResponseTopicPartition> = {},
): DescribeTopicPartitionsResponseTopicPartition {
  return {
    errorCode: init.errorCode ?? 0,
    partitionIndex: init.partitionIndex ?? 0,
    leaderId: init.leaderId ?? 0,
    leaderEpoch: init.leaderEpoch ?? -1,
    replicaNodes: init.replicaNodes ?? [],
    isrNodes: init.isrNodes ?? [],
    eligibleLeaderReplicas: init.eligibleLeaderReplicas ?? null,
    lastKnownElr: init.lastKnownElr ?? null,
    offlineReplicas: init.offlineReplicas ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeDescribeTopicPartitionsResponse(
  reader: Reader,
  version: number,
): DescribeTopicPartitionsResponse {
  const throttleTimeMs = reader.int32()
  const topicsCount = reader.compactArray(26)
  const topics = decodeDescribeTopicPartitionsResponseTopicArray(reader, version, topicsCount)
  const nextCursor =
    reader.int8() < 0 ? null : decodeDescribeTopicPartitionsResponseNextCursor(reader, version)
  const unknownTaggedFields = reader.unknownTags()
  return { throttleTimeMs, topics, nextCursor, unknownTaggedFields }
}

function decodeDescribeTopicPartitionsResponseNextCursor(
  reader: Reader,
  _version: number,
): DescribeTopicPartitionsResponseNextCursor {
  const topicName = reader.compactString()
  const partitionIndex = reader.int32()
  const unknownTaggedFields = reader.unknownTags()
  return { topicName, partitionIndex, unknownTaggedFields }
}

function decodeDescribeTopicPartitionsResponseTopic(
  reader: Reader,
  version: number,
): DescribeTopicPartitionsResponseTopic {
  const errorCode = reader.int16()
  const name = reader.compactNullableString()
  const topicId = reader.uuid()
  const isInternal = reader.bool()
  const partitionsCount = reader.compactArray(20)
  const partitions = decodeDescribeTopicPartitionsResponseTopicPartitionArray(
    reader,
    version,
    partitionsCount,
  )
  const topicAuthorizedOperations = reader.int32()
  const unknownTaggedFields = reader.unknownTags()
  return {
    errorCode,
    name,
    topicId,
    isInternal,
    partitions,
    topicAuthorizedOperations,
    unknownTaggedFields,
  }
}

function decodeDescribeTopicPartitionsResponseTopicArray(
  reader: Reader,
  version: number,
  count: number,
): DescribeTopicPartitionsResponseTopic[] {
  reader.structs(count)
  const items = new Array<DescribeTopicPartitionsResponseTopic>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeDescribeTopicPartitionsResponseTopic(reader, version)
  return items
}

function decodeDescribeTopicPartitionsResponseTopicPartition(
  reader: Reader,
  _version: number,
): DescribeTopicPartitionsResponseTopicPartition {
  const errorCode = reader.int16()
  const partitionIndex = reader.int32()
  const leaderId = reader.int32()
  const leaderEpoch = reader.int32()
  const replicaNodesCount = reader.compactArray(4)
  const replicaNodes = readInt32s(reader, replicaNodesCount)
  const isrNodesCount = reader.compactArray(4)
  const isrNodes = readInt32s(reader, isrNodesCount)
  const eligibleLeaderReplicasCount = reader.compactNullableArray(4)
  const eligibleLeaderReplicas =
    eligibleLeaderReplicasCount < 0 ? null : readInt32s(reader, eligibleLeaderReplicasCount)
  const lastKnownElrCount = reader.compactNullableArray(4)
  const lastKnownElr = lastKnownElrCount < 0 ? null : readInt32s(reader, lastKnownElrCount)
  const offlineReplicasCount = reader.compactArray(4)
  const offlineReplicas = readInt32s(reader, offlineReplicasCount)
  const unknownTaggedFields = reader.unknownTags()
  return {
    errorCode,
    partitionIndex,
    leaderId,
    leaderEpoch,
    replicaNodes,
    isrNodes,
    eligibleLeaderReplicas,
    lastKnownElr,
    offlineReplicas,
    unknownTaggedFields,
  }
}

function decodeDescribeTopicPartitionsResponseTopicPartitionArray(
  reader: Reader,
  version: number,
  count: number,
): DescribeTopicPartitionsResponseTopicPartition[] {
  reader.structs(count)
  const items = new Array<DescribeTopicPartitionsResponseTopicPartition>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeDescribeTopicPartitionsResponseTopicPartition(reader, version)
  return items
}

function encodeDescribeTopicPartitionsResponse(
  writer: Writer,
  message: DescribeTopicPartitionsResponse,
  version: number,
): void {
  writer.int32(message.throttleTimeMs)
  writer.compactArray(message.topics.length)
  encodeDescribeTopicPartitionsResponseTopicArray(writer, message.topics, version)
  if (message.nextCursor === null) writer.int8(-1)
  else {
    writer.int8(1)
    encodeDescribeTopicPartitionsResponseNextCursor(writer, message.nextCursor, version)
  }
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeDescribeTopicPartitionsResponseNextCursor(
  writer: Writer,
  message: DescribeTopicPartitionsResponseNextCursor,
  _version: number,
): void {
  writer.compactString(message.topicName)
  writer.int32(message.partitionIndex)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeDescribeTopicPartitionsResponseTopic(
  writer: Writer,
  message: DescribeTopicPartitionsResponseTopic,
  version: number,
): void {
  writer.int16(message.errorCode)
  writer.compactNullableString(message.name)
  writer.uuid(message.topicId)
  writer.bool(message.isInternal)
  writer.compactArray(message.partitions.length)
  encodeDescribeTopicPartitionsResponseTopicPartitionArray(writer, message.partitions, version)
  writer.int32(message.topicAuthorizedOperations)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeDescribeTopicPartitionsResponseTopicArray(
  writer: Writer,
  items: readonly DescribeTopicPartitionsResponseTopic[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeDescribeTopicPartitionsResponseTopic(writer, items[index]!, version)
}

function encodeDescribeTopicPartitionsResponseTopicPartition(
  writer: Writer,
  message: DescribeTopicPartitionsResponseTopicPartition,
  _version: number,
): void {
  writer.int16(message.errorCode)
  writer.int32(message.partitionIndex)
  writer.int32(message.leaderId)
  writer.int32(message.leaderEpoch)
  writer.compactArray(message.replicaNodes.length)
  writeInt32s(writer, message.replicaNodes)
  writer.compactArray(message.isrNodes.length)
  writeInt32s(writer, message.isrNodes)
  if (message.eligibleLeaderReplicas === null) writer.compactArray(-1)
  else {
    writer.compactArray(message.eligibleLeaderReplicas.length)
    writeInt32s(writer, message.eligibleLeaderReplicas)
  }
  if (message.lastKnownElr === null) writer.compactArray(-1)
  else {
    writer.compactArray(message.lastKnownElr.length)
    writeInt32s(writer, message.lastKnownElr)
  }
  writer.compactArray(message.offlineReplicas.length)
  writeInt32s(writer, message.offlineReplicas)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeDescribeTopicPartitionsResponseTopicPartitionArray(
  writer: Writer,
  items: readonly DescribeTopicPartitionsResponseTopicPartition[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeDescribeTopicPartitionsResponseTopicPartition(writer, items[index]!, version)
}

export const describeTopicPartitionsApi: Api<
  DescribeTopicPartitionsRequest,
  DescribeTopicPartitionsResponse
> = {
  key: 75,
  name: 'DescribeTopicPartitions',
  versionMin: 0,
  versionMax: 0,
  versionMaxStable: 0,
  flexibleSince: 0,
  listeners: ['broker'],
  request: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUndecodable('DescribeTopicPartitionsRequest', version, '0')
      return decodeDescribeTopicPartitionsRequest(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUnencodable('DescribeTopicPartitionsRequest', version, '0')
      encodeDescribeTopicPartitionsRequest(writer, message, version)
    },
  },
  response: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUndecodable('DescribeTopicPartitionsResponse', version, '0')
      return decodeDescribeTopicPartitionsResponse(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUnencodable('DescribeTopicPartitionsResponse', version, '0')
      encodeDescribeTopicPartitionsResponse(writer, message, version)
    },
  },
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1,
}
