import type { Api } from '../api.ts'
import {
  throwFieldAbsent,
  throwVersionUndecodable,
  throwVersionUnencodable,
} from '../codec/errors.ts'
import type { Reader } from '../codec/reader.ts'
import type { UnknownTaggedField } from '../codec/tagged-field.ts'
import type { Writer } from '../codec/writer.ts'

export interface ListOffsetsRequest {
  replicaId: number
  isolationLevel: number
  topics: ListOffsetsRequestTopic[]
  timeoutMs: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface ListOffsetsRequestTopic {
  name: string
  partitions: ListOffsetsRequestTopicPartition[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface ListOffsetsRequestTopicPartition {
  partitionIndex: number
  currentLeaderEpoch: number
  timestamp: bigint
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function listOffsetsRequest(init: Partial<ListOffsetsRequest> = {}): ListOffsetsRequest {
  return {
    replicaId: init.replicaId ?? 0,
    isolationLevel: init.isolationLevel ?? 0,
    topics: init.topics ?? [],
    timeoutMs: init.timeoutMs ?? 0,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function listOffsetsRequestTopic(
  init: Partial<ListOffsetsRequestTopic> = {},
): ListOffsetsRequestTopic {
  return {
    name: init.name ?? '',
    partitions: init.partitions ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function listOffsetsRequestTopicPartition(
  init: Partial<ListOffsetsRequestTopicPartition> = {},
): ListOffsetsRequestTopicPartition {
  return {
    partitionIndex: init.partitionIndex ?? 0,
    currentLeaderEpoch: init.currentLeaderEpoch ?? -1,
    timestamp: init.timestamp ?? 0n,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeListOffsetsRequest(reader: Reader, version: number): ListOffsetsRequest {
  const replicaId = reader.int32()
  const isolationLevel: number = version >= 2 ? reader.int8() : 0
  const topicsCount = version >= 6 ? reader.compactArray(3) : reader.array(6)
  const topics = decodeListOffsetsRequestTopicArray(reader, version, topicsCount)
  const timeoutMs: number = version >= 10 ? reader.int32() : 0
  const unknownTaggedFields = version >= 6 ? reader.unknownTags() : null
  return { replicaId, isolationLevel, topics, timeoutMs, unknownTaggedFields }
}

function decodeListOffsetsRequestTopic(reader: Reader, version: number): ListOffsetsRequestTopic {
  const name: string = version >= 6 ? reader.compactString() : reader.string()
  const partitionsCount = version >= 6 ? reader.compactArray(17) : reader.array(12)
  const partitions = decodeListOffsetsRequestTopicPartitionArray(reader, version, partitionsCount)
  const unknownTaggedFields = version >= 6 ? reader.unknownTags() : null
  return { name, partitions, unknownTaggedFields }
}

function decodeListOffsetsRequestTopicArray(
  reader: Reader,
  version: number,
  count: number,
): ListOffsetsRequestTopic[] {
  reader.structs(count)
  const items = new Array<ListOffsetsRequestTopic>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeListOffsetsRequestTopic(reader, version)
  return items
}

function decodeListOffsetsRequestTopicPartition(
  reader: Reader,
  version: number,
): ListOffsetsRequestTopicPartition {
  const partitionIndex = reader.int32()
  const currentLeaderEpoch: number = version >= 4 ? reader.int32() : -1
  const timestamp = reader.int64Wide()
  const unknownTaggedFields = version >= 6 ? reader.unknownTags() : null
  return { partitionIndex, currentLeaderEpoch, timestamp, unknownTaggedFields }
}

function decodeListOffsetsRequestTopicPartitionArray(
  reader: Reader,
  version: number,
  count: number,
): ListOffsetsRequestTopicPartition[] {
  reader.structs(count)
  const items = new Array<ListOffsetsRequestTopicPartition>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeListOffsetsRequestTopicPartition(reader, version)
  return items
}

function encodeListOffsetsRequest(
  writer: Writer,
  message: ListOffsetsRequest,
  version: number,
): void {
  writer.int32(message.replicaId)
  if (version >= 2) {
    writer.int8(message.isolationLevel)
  } else {
    if (message.isolationLevel !== 0)
      throwFieldAbsent('ListOffsetsRequest', 'isolationLevel', version)
  }
  if (version >= 6) {
    writer.compactArray(message.topics.length)
    encodeListOffsetsRequestTopicArray(writer, message.topics, version)
  } else {
    writer.array(message.topics.length)
    encodeListOffsetsRequestTopicArray(writer, message.topics, version)
  }
  if (version >= 10) {
    writer.int32(message.timeoutMs)
  }
  if (version >= 6) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('ListOffsetsRequest', 'unknownTaggedFields', version)
  }
}

function encodeListOffsetsRequestTopic(
  writer: Writer,
  message: ListOffsetsRequestTopic,
  version: number,
): void {
  if (version >= 6) {
    writer.compactString(message.name)
  } else {
    writer.string(message.name)
  }
  if (version >= 6) {
    writer.compactArray(message.partitions.length)
    encodeListOffsetsRequestTopicPartitionArray(writer, message.partitions, version)
  } else {
    writer.array(message.partitions.length)
    encodeListOffsetsRequestTopicPartitionArray(writer, message.partitions, version)
  }
  if (version >= 6) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('ListOffsetsRequestTopic', 'unknownTaggedFields', version)
  }
}

function encodeListOffsetsRequestTopicArray(
  writer: Writer,
  items: readonly ListOffsetsRequestTopic[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeListOffsetsRequestTopic(writer, items[index]!, version)
}

function encodeListOffsetsRequestTopicPartition(
  writer: Writer,
  message: ListOffsetsRequestTopicPartition,
  version: number,
): void {
  writer.int32(message.partitionIndex)
  if (version >= 4) {
    writer.int32(message.currentLeaderEpoch)
  }
  writer.int64Wide(message.timestamp)
  if (version >= 6) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('ListOffsetsRequestTopicPartition', 'unknownTaggedFields', version)
  }
}

function encodeListOffsetsRequestTopicPartitionArray(
  writer: Writer,
  items: readonly ListOffsetsRequestTopicPartition[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeListOffsetsRequestTopicPartition(writer, items[index]!, version)
}
export interface ListOffsetsResponse {
  throttleTimeMs: number
  topics: ListOffsetsResponseTopic[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface ListOffsetsResponseTopic {
  name: string
  partitions: ListOffsetsResponseTopicPartition[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface ListOffsetsResponseTopicPartition {
  partitionIndex: number
  errorCode: number
  timestamp: bigint
  offset: number
  leaderEpoch: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function listOffsetsResponse(init: Partial<ListOffsetsResponse> = {}): ListOffsetsResponse {
  return {
    throttleTimeMs: init.throttleTimeMs ?? 0,
    topics: init.topics ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function listOffsetsResponseTopic(
  init: Partial<ListOffsetsResponseTopic> = {},
): ListOffsetsResponseTopic {
  return {
    name: init.name ?? '',
    partitions: init.partitions ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function listOffsetsResponseTopicPartition(
  init: Partial<ListOffsetsResponseTopicPartition> = {},
): ListOffsetsResponseTopicPartition {
  return {
    partitionIndex: init.partitionIndex ?? 0,
    errorCode: init.errorCode ?? 0,
    timestamp: init.timestamp ?? -1n,
    offset: init.offset ?? -1,
    leaderEpoch: init.leaderEpoch ?? -1,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeListOffsetsResponse(reader: Reader, version: number): ListOffsetsResponse {
  const throttleTimeMs: number = version >= 2 ? reader.int32() : 0
  const topicsCount = version >= 6 ? reader.compactArray(3) : reader.array(6)
  const topics = decodeListOffsetsResponseTopicArray(reader, version, topicsCount)
  const unknownTaggedFields = version >= 6 ? reader.unknownTags() : null
  return { throttleTimeMs, topics, unknownTaggedFields }
}

function decodeListOffsetsResponseTopic(reader: Reader, version: number): ListOffsetsResponseTopic {
  const name: string = version >= 6 ? reader.compactString() : reader.string()
  const partitionsCount = version >= 6 ? reader.compactArray(27) : reader.array(22)
  const partitions = decodeListOffsetsResponseTopicPartitionArray(reader, version, partitionsCount)
  const unknownTaggedFields = version >= 6 ? reader.unknownTags() : null
  return { name, partitions, unknownTaggedFields }
}

function decodeListOffsetsResponseTopicArray(
  reader: Reader,
  version: number,
  count: number,
): ListOffsetsResponseTopic[] {
  reader.structs(count)
  const items = new Array<ListOffsetsResponseTopic>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeListOffsetsResponseTopic(reader, version)
  return items
}

function decodeListOffsetsResponseTopicPartition(
  reader: Reader,
  version: number,
): ListOffsetsResponseTopicPartition {
  const partitionIndex = reader.int32()
  const errorCode = reader.int16()
  const timestamp = reader.int64Wide()
  const offset = reader.int64()
  const leaderEpoch: number = version >= 4 ? reader.int32() : -1
  const unknownTaggedFields = version >= 6 ? reader.unknownTags() : null
  return { partitionIndex, errorCode, timestamp, offset, leaderEpoch, unknownTaggedFields }
}

function decodeListOffsetsResponseTopicPartitionArray(
  reader: Reader,
  version: number,
  count: number,
): ListOffsetsResponseTopicPartition[] {
  reader.structs(count)
  const items = new Array<ListOffsetsResponseTopicPartition>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeListOffsetsResponseTopicPartition(reader, version)
  return items
}

function encodeListOffsetsResponse(
  writer: Writer,
  message: ListOffsetsResponse,
  version: number,
): void {
  if (version >= 2) {
    writer.int32(message.throttleTimeMs)
  }
  if (version >= 6) {
    writer.compactArray(message.topics.length)
    encodeListOffsetsResponseTopicArray(writer, message.topics, version)
  } else {
    writer.array(message.topics.length)
    encodeListOffsetsResponseTopicArray(writer, message.topics, version)
  }
  if (version >= 6) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('ListOffsetsResponse', 'unknownTaggedFields', version)
  }
}

function encodeListOffsetsResponseTopic(
  writer: Writer,
  message: ListOffsetsResponseTopic,
  version: number,
): void {
  if (version >= 6) {
    writer.compactString(message.name)
  } else {
    writer.string(message.name)
  }
  if (version >= 6) {
    writer.compactArray(message.partitions.length)
    encodeListOffsetsResponseTopicPartitionArray(writer, message.partitions, version)
  } else {
    writer.array(message.partitions.length)
    encodeListOffsetsResponseTopicPartitionArray(writer, message.partitions, version)
  }
  if (version >= 6) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('ListOffsetsResponseTopic', 'unknownTaggedFields', version)
  }
}

function encodeListOffsetsResponseTopicArray(
  writer: Writer,
  items: readonly ListOffsetsResponseTopic[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeListOffsetsResponseTopic(writer, items[index]!, version)
}

function encodeListOffsetsResponseTopicPartition(
  writer: Writer,
  message: ListOffsetsResponseTopicPartition,
  version: number,
): void {
  writer.int32(message.partitionIndex)
  writer.int16(message.errorCode)
  writer.int64Wide(message.timestamp)
  writer.int64(message.offset)
  if (version >= 4) {
    writer.int32(message.leaderEpoch)
  } else {
    if (message.leaderEpoch !== -1)
      throwFieldAbsent('ListOffsetsResponseTopicPartition', 'leaderEpoch', version)
  }
  if (version >= 6) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('ListOffsetsResponseTopicPartition', 'unknownTaggedFields', version)
  }
}

function encodeListOffsetsResponseTopicPartitionArray(
  writer: Writer,
  items: readonly ListOffsetsResponseTopicPartition[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeListOffsetsResponseTopicPartition(writer, items[index]!, version)
}

export const listOffsetsApi: Api<ListOffsetsRequest, ListOffsetsResponse> = {
  key: 2,
  name: 'ListOffsets',
  versionMin: 1,
  versionMax: 11,
  versionMaxStable: 11,
  flexibleSince: 6,
  listeners: ['broker'],
  request: {
    decode(reader, version) {
      if (!(version >= 1 && version <= 11))
        throwVersionUndecodable('ListOffsetsRequest', version, '1-11')
      return decodeListOffsetsRequest(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 1 && version <= 11))
        throwVersionUnencodable('ListOffsetsRequest', version, '1-11')
      encodeListOffsetsRequest(writer, message, version)
    },
  },
  response: {
    decode(reader, version) {
      if (!(version >= 1 && version <= 11))
        throwVersionUndecodable('ListOffsetsResponse', version, '1-11')
      return decodeListOffsetsResponse(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 1 && version <= 11))
        throwVersionUnencodable('ListOffsetsResponse', version, '1-11')
      encodeListOffsetsResponse(writer, message, version)
    },
  },
  requestHeaderVersion: (version) => (version >= 6 ? 2 : 1),
  responseHeaderVersion: (version) => (version >= 6 ? 1 : 0),
}
