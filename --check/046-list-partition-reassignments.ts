import type { Api } from '../api.ts'
import { readInt32s, writeInt32s } from '../codec/arrays.ts'
import { throwVersionUndecodable, throwVersionUnencodable } from '../codec/errors.ts'
import type { Reader } from '../codec/reader.ts'
import type { UnknownTaggedField } from '../codec/tagged-field.ts'
import type { Writer } from '../codec/writer.ts'

export interface ListPartitionReassignmentsRequest {
  timeoutMs: number
  topics: ListPartitionReassignmentsRequestTopic[] | null
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface ListPartitionReassignmentsRequestTopic {
  name: string
  partitionIndexes: number[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function listPartitionReassignmentsRequest(
  init: Partial<ListPartitionReassignmentsRequest> = {},
): ListPartitionReassignmentsRequest {
  return {
    timeoutMs: init.timeoutMs ?? 60000,
    topics: init.topics ?? null,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function listPartitionReassignmentsRequestTopic(
  init: Partial<ListPartitionReassignmentsRequestTopic> = {},
): ListPartitionReassignmentsRequestTopic {
  return {
    name: init.name ?? '',
    partitionIndexes: init.partitionIndexes ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeListPartitionReassignmentsRequest(
  reader: Reader,
  version: number,
): ListPartitionReassignmentsRequest {
  const timeoutMs = reader.int32()
  const topicsCount = reader.compactNullableArray(3)
  const topics =
    topicsCount < 0
      ? null
      : decodeListPartitionReassignmentsRequestTopicArray(reader, version, topicsCount)
  const unknownTaggedFields = reader.unknownTags()
  return { timeoutMs, topics, unknownTaggedFields }
}

function decodeListPartitionReassignmentsRequestTopic(
  reader: Reader,
  _version: number,
): ListPartitionReassignmentsRequestTopic {
  const name = reader.compactString()
  const partitionIndexesCount = reader.compactArray(4)
  const partitionIndexes = readInt32s(reader, partitionIndexesCount)
  const unknownTaggedFields = reader.unknownTags()
  return { name, partitionIndexes, unknownTaggedFields }
}

function decodeListPartitionReassignmentsRequestTopicArray(
  reader: Reader,
  version: number,
  count: number,
): ListPartitionReassignmentsRequestTopic[] {
  reader.structs(count)
  const items = new Array<ListPartitionReassignmentsRequestTopic>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeListPartitionReassignmentsRequestTopic(reader, version)
  return items
}

function encodeListPartitionReassignmentsRequest(
  writer: Writer,
  message: ListPartitionReassignmentsRequest,
  version: number,
): void {
  writer.int32(message.timeoutMs)
  if (message.topics === null) writer.compactArray(-1)
  else {
    writer.compactArray(message.topics.length)
    encodeListPartitionReassignmentsRequestTopicArray(writer, message.topics, version)
  }
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeListPartitionReassignmentsRequestTopic(
  writer: Writer,
  message: ListPartitionReassignmentsRequestTopic,
  _version: number,
): void {
  writer.compactString(message.name)
  writer.compactArray(message.partitionIndexes.length)
  writeInt32s(writer, message.partitionIndexes)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeListPartitionReassignmentsRequestTopicArray(
  writer: Writer,
  items: readonly ListPartitionReassignmentsRequestTopic[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeListPartitionReassignmentsRequestTopic(writer, items[index]!, version)
}
export interface ListPartitionReassignmentsResponse {
  throttleTimeMs: number
  errorCode: number
  errorMessage: string | null
  topics: ListPartitionReassignmentsResponseTopic[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface ListPartitionReassignmentsResponseTopic {
  name: string
  partitions: ListPartitionReassignmentsResponseTopicPartition[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface ListPartitionReassignmentsResponseTopicPartition {
  partitionIndex: number
  replicas: number[]
  addingReplicas: number[]
  removingReplicas: number[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function listPartitionReassignmentsResponse(
  init: Partial<ListPartitionReassignmentsResponse> = {},
): ListPartitionReassignmentsResponse {
  return {
    throttleTimeMs: init.throttleTimeMs ?? 0,
    errorCode: init.errorCode ?? 0,
    errorMessage: init.errorMessage === undefined ? '' : init.errorMessage,
    topics: init.topics ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function listPartitionReassignmentsResponseTopic(
  init: Partial<ListPartitionReassignmentsResponseTopic> = {},
): ListPartitionReassignmentsResponseTopic {
  return {
    name: init.name ?? '',
    partitions: init.partitions ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function listPartitionReassignmentsResponseTopicPartition(
  init: Partial<ListPartitionReassignmentsResponseTopicPartition> = {},
): ListPartitionReassignmentsResponseTopicPartition {
  return {
    partitionIndex: init.partitionIndex ?? 0,
    replicas: init.replicas ?? [],
    addingReplicas: init.addingReplicas ?? [],
    removingReplicas: init.removingReplicas ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeListPartitionReassignmentsResponse(
  reader: Reader,
  version: number,
): ListPartitionReassignmentsResponse {
  const throttleTimeMs = reader.int32()
  const errorCode = reader.int16()
  const errorMessage = reader.compactNullableString()
  const topicsCount = reader.compactArray(3)
  const topics = decodeListPartitionReassignmentsResponseTopicArray(reader, version, topicsCount)
  const unknownTaggedFields = reader.unknownTags()
  return { throttleTimeMs, errorCode, errorMessage, topics, unknownTaggedFields }
}

function decodeListPartitionReassignmentsResponseTopic(
  reader: Reader,
  version: number,
): ListPartitionReassignmentsResponseTopic {
  const name = reader.compactString()
  const partitionsCount = reader.compactArray(8)
  const partitions = decodeListPartitionReassignmentsResponseTopicPartitionArray(
    reader,
    version,
    partitionsCount,
  )
  const unknownTaggedFields = reader.unknownTags()
  return { name, partitions, unknownTaggedFields }
}

function decodeListPartitionReassignmentsResponseTopicArray(
  reader: Reader,
  version: number,
  count: number,
): ListPartitionReassignmentsResponseTopic[] {
  reader.structs(count)
  const items = new Array<ListPartitionReassignmentsResponseTopic>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeListPartitionReassignmentsResponseTopic(reader, version)
  return items
}

function decodeListPartitionReassignmentsResponseTopicPartition(
  reader: Reader,
  _version: number,
): ListPartitionReassignmentsResponseTopicPartition {
  const partitionIndex = reader.int32()
  const replicasCount = reader.compactArray(4)
  const replicas = readInt32s(reader, replicasCount)
  const addingReplicasCount = reader.compactArray(4)
  const addingReplicas = readInt32s(reader, addingReplicasCount)
  const removingReplicasCount = reader.compactArray(4)
  const removingReplicas = readInt32s(reader, removingReplicasCount)
  const unknownTaggedFields = reader.unknownTags()
  return { partitionIndex, replicas, addingReplicas, removingReplicas, unknownTaggedFields }
}

function decodeListPartitionReassignmentsResponseTopicPartitionArray(
  reader: Reader,
  version: number,
  count: number,
): ListPartitionReassignmentsResponseTopicPartition[] {
  reader.structs(count)
  const items = new Array<ListPartitionReassignmentsResponseTopicPartition>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeListPartitionReassignmentsResponseTopicPartition(reader, version)
  return items
}

function encodeListPartitionReassignmentsResponse(
  writer: Writer,
  message: ListPartitionReassignmentsResponse,
  version: number,
): void {
  writer.int32(message.throttleTimeMs)
  writer.int16(message.errorCode)
  writer.compactNullableString(message.errorMessage)
  writer.compactArray(message.topics.length)
  encodeListPartitionReassignmentsResponseTopicArray(writer, message.topics, version)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeListPartitionReassignmentsResponseTopic(
  writer: Writer,
  message: ListPartitionReassignmentsResponseTopic,
  version: number,
): void {
  writer.compactString(message.name)
  writer.compactArray(message.partitions.length)
  encodeListPartitionReassignmentsResponseTopicPartitionArray(writer, message.partitions, version)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeListPartitionReassignmentsResponseTopicArray(
  writer: Writer,
  items: readonly ListPartitionReassignmentsResponseTopic[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeListPartitionReassignmentsResponseTopic(writer, items[index]!, version)
}

function encodeListPartitionReassignmentsResponseTopicPartition(
  writer: Writer,
  message: ListPartitionReassignmentsResponseTopicPartition,
  _version: number,
): void {
  writer.int32(message.partitionIndex)
  writer.compactArray(message.replicas.length)
  writeInt32s(writer, message.replicas)
  writer.compactArray(message.addingReplicas.length)
  writeInt32s(writer, message.addingReplicas)
  writer.compactArray(message.removingReplicas.length)
  writeInt32s(writer, message.removingReplicas)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeListPartitionReassignmentsResponseTopicPartitionArray(
  writer: Writer,
  items: readonly ListPartitionReassignmentsResponseTopicPartition[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeListPartitionReassignmentsResponseTopicPartition(writer, items[index]!, version)
}

export const listPartitionReassignmentsApi: Api<
  ListPartitionReassignmentsRequest,
  ListPartitionReassignmentsResponse
> = {
  key: 46,
  name: 'ListPartitionReassignments',
  versionMin: 0,
  versionMax: 0,
  versionMaxStable: 0,
  flexibleSince: 0,
  listeners: ['broker', 'controller'],
  request: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUndecodable('ListPartitionReassignmentsRequest', version, '0')
      return decodeListPartitionReassignmentsRequest(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUnencodable('ListPartitionReassignmentsRequest', version, '0')
      encodeListPartitionReassignmentsRequest(writer, message, version)
    },
  },
  response: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUndecodable('ListPartitionReassignmentsResponse', version, '0')
      return decodeListPartitionReassignmentsResponse(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUnencodable('ListPartitionReassignmentsResponse', version, '0')
      encodeListPartitionReassignmentsResponse(writer, message, version)
    },
  },
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1,
}
