import type { Api } from '../api.ts'
import {
  throwFieldAbsent,
  throwVersionUndecodable,
  throwVersionUnencodable,
} from '../codec/errors.ts'
import type { Reader } from '../codec/reader.ts'
import type { UnknownTaggedField } from '../codec/tagged-field.ts'
import type { Writer } from '../codec/writer.ts'

export interface OffsetForLeaderEpochRequest {
  replicaId: number
  topics: OffsetForLeaderEpochRequestTopic[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface OffsetForLeaderEpochRequestTopic {
  topic: string
  partitions: OffsetForLeaderEpochRequestTopicPartition[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface OffsetForLeaderEpochRequestTopicPartition {
  partition: number
  currentLeaderEpoch: number
  leaderEpoch: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function offsetForLeaderEpochRequest(
  init: Partial<OffsetForLeaderEpochRequest> = {},
): OffsetForLeaderEpochRequest {
  return {
    replicaId: init.replicaId ?? -2,
    topics: init.topics ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function offsetForLeaderEpochRequestTopic(
  init: Partial<OffsetForLeaderEpochRequestTopic> = {},
): OffsetForLeaderEpochRequestTopic {
  return {
    topic: init.topic ?? '',
    partitions: init.partitions ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function offsetForLeaderEpochRequestTopicPartition(
  init: Partial<OffsetForLeaderEpochRequestTopicPartition> = {},
): OffsetForLeaderEpochRequestTopicPartition {
  return {
    partition: init.partition ?? 0,
    currentLeaderEpoch: init.currentLeaderEpoch ?? -1,
    leaderEpoch: init.leaderEpoch ?? 0,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeOffsetForLeaderEpochRequest(
  reader: Reader,
  version: number,
): OffsetForLeaderEpochRequest {
  const replicaId: number = version >= 3 ? reader.int32() : -2
  const topicsCount = version >= 4 ? reader.compactArray(3) : reader.array(6)
  const topics = decodeOffsetForLeaderEpochRequestTopicArray(reader, version, topicsCount)
  const unknownTaggedFields = version >= 4 ? reader.unknownTags() : null
  return { replicaId, topics, unknownTaggedFields }
}

function decodeOffsetForLeaderEpochRequestTopic(
  reader: Reader,
  version: number,
): OffsetForLeaderEpochRequestTopic {
  const topic: string = version >= 4 ? reader.compactString() : reader.string()
  const partitionsCount = version >= 4 ? reader.compactArray(13) : reader.array(12)
  const partitions = decodeOffsetForLeaderEpochRequestTopicPartitionArray(
    reader,
    version,
    partitionsCount,
  )
  const unknownTaggedFields = version >= 4 ? reader.unknownTags() : null
  return { topic, partitions, unknownTaggedFields }
}

function decodeOffsetForLeaderEpochRequestTopicArray(
  reader: Reader,
  version: number,
  count: number,
): OffsetForLeaderEpochRequestTopic[] {
  reader.structs(count)
  const items = new Array<OffsetForLeaderEpochRequestTopic>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeOffsetForLeaderEpochRequestTopic(reader, version)
  return items
}

function decodeOffsetForLeaderEpochRequestTopicPartition(
  reader: Reader,
  version: number,
): OffsetForLeaderEpochRequestTopicPartition {
  const partition = reader.int32()
  const currentLeaderEpoch = reader.int32()
  const leaderEpoch = reader.int32()
  const unknownTaggedFields = version >= 4 ? reader.unknownTags() : null
  return { partition, currentLeaderEpoch, leaderEpoch, unknownTaggedFields }
}

function decodeOffsetForLeaderEpochRequestTopicPartitionArray(
  reader: Reader,
  version: number,
  count: number,
): OffsetForLeaderEpochRequestTopicPartition[] {
  reader.structs(count)
  const items = new Array<OffsetForLeaderEpochRequestTopicPartition>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeOffsetForLeaderEpochRequestTopicPartition(reader, version)
  return items
}

function encodeOffsetForLeaderEpochRequest(
  writer: Writer,
  message: OffsetForLeaderEpochRequest,
  version: number,
): void {
  if (version >= 3) {
    writer.int32(message.replicaId)
  }
  if (version >= 4) {
    writer.compactArray(message.topics.length)
    encodeOffsetForLeaderEpochRequestTopicArray(writer, message.topics, version)
  } else {
    writer.array(message.topics.length)
    encodeOffsetForLeaderEpochRequestTopicArray(writer, message.topics, version)
  }
  if (version >= 4) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('OffsetForLeaderEpochRequest', 'unknownTaggedFields', version)
  }
}

function encodeOffsetForLeaderEpochRequestTopic(
  writer: Writer,
  message: OffsetForLeaderEpochRequestTopic,
  version: number,
): void {
  if (version >= 4) {
    writer.compactString(message.topic)
  } else {
    writer.string(message.topic)
  }
  if (version >= 4) {
    writer.compactArray(message.partitions.length)
    encodeOffsetForLeaderEpochRequestTopicPartitionArray(writer, message.partitions, version)
  } else {
    writer.array(message.partitions.length)
    encodeOffsetForLeaderEpochRequestTopicPartitionArray(writer, message.partitions, version)
  }
  if (version >= 4) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('OffsetForLeaderEpochRequestTopic', 'unknownTaggedFields', version)
  }
}

function encodeOffsetForLeaderEpochRequestTopicArray(
  writer: Writer,
  items: readonly OffsetForLeaderEpochRequestTopic[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeOffsetForLeaderEpochRequestTopic(writer, items[index]!, version)
}

function encodeOffsetForLeaderEpochRequestTopicPartition(
  writer: Writer,
  message: OffsetForLeaderEpochRequestTopicPartition,
  version: number,
): void {
  writer.int32(message.partition)
  writer.int32(message.currentLeaderEpoch)
  writer.int32(message.leaderEpoch)
  if (version >= 4) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('OffsetForLeaderEpochRequestTopicPartition', 'unknownTaggedFields', version)
  }
}

function encodeOffsetForLeaderEpochRequestTopicPartitionArray(
  writer: Writer,
  items: readonly OffsetForLeaderEpochRequestTopicPartition[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeOffsetForLeaderEpochRequestTopicPartition(writer, items[index]!, version)
}
export interface OffsetForLeaderEpochResponse {
  throttleTimeMs: number
  topics: OffsetForLeaderEpochResponseTopic[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface OffsetForLeaderEpochResponseTopic {
  topic: string
  partitions: OffsetForLeaderEpochResponseTopicPartition[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface OffsetForLeaderEpochResponseTopicPartition {
  errorCode: number
  partition: number
  leaderEpoch: number
  endOffset: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function offsetForLeaderEpochResponse(
  init: Partial<OffsetForLeaderEpochResponse> = {},
): OffsetForLeaderEpochResponse {
  return {
    throttleTimeMs: init.throttleTimeMs ?? 0,
    topics: init.topics ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function offsetForLeaderEpochResponseTopic(
  init: Partial<OffsetForLeaderEpochResponseTopic> = {},
): OffsetForLeaderEpochResponseTopic {
  return {
    topic: init.topic ?? '',
    partitions: init.partitions ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function offsetForLeaderEpochResponseTopicPartition(
  init: Partial<OffsetForLeaderEpochResponseTopicPartition> = {},
): OffsetForLeaderEpochResponseTopicPartition {
  return {
    errorCode: init.errorCode ?? 0,
    partition: init.partition ?? 0,
    leaderEpoch: init.leaderEpoch ?? -1,
    endOffset: init.endOffset ?? -1,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeOffsetForLeaderEpochResponse(
  reader: Reader,
  version: number,
): OffsetForLeaderEpochResponse {
  const throttleTimeMs = reader.int32()
  const topicsCount = version >= 4 ? reader.compactArray(3) : reader.array(6)
  const topics = decodeOffsetForLeaderEpochResponseTopicArray(reader, version, topicsCount)
  const unknownTaggedFields = version >= 4 ? reader.unknownTags() : null
  return { throttleTimeMs, topics, unknownTaggedFields }
}

function decodeOffsetForLeaderEpochResponseTopic(
  reader: Reader,
  version: number,
): OffsetForLeaderEpochResponseTopic {
  const topic: string = version >= 4 ? reader.compactString() : reader.string()
  const partitionsCount = version >= 4 ? reader.compactArray(19) : reader.array(18)
  const partitions = decodeOffsetForLeaderEpochResponseTopicPartitionArray(
    reader,
    version,
    partitionsCount,
  )
  const unknownTaggedFields = version >= 4 ? reader.unknownTags() : null
  return { topic, partitions, unknownTaggedFields }
}

function decodeOffsetForLeaderEpochResponseTopicArray(
  reader: Reader,
  version: number,
  count: number,
): OffsetForLeaderEpochResponseTopic[] {
  reader.structs(count)
  const items = new Array<OffsetForLeaderEpochResponseTopic>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeOffsetForLeaderEpochResponseTopic(reader, version)
  return items
}

function decodeOffsetForLeaderEpochResponseTopicPartition(
  reader: Reader,
  version: number,
): OffsetForLeaderEpochResponseTopicPartition {
  const errorCode = reader.int16()
  const partition = reader.int32()
  const leaderEpoch = reader.int32()
  const endOffset = reader.int64()
  const unknownTaggedFields = version >= 4 ? reader.unknownTags() : null
  return { errorCode, partition, leaderEpoch, endOffset, unknownTaggedFields }
}

function decodeOffsetForLeaderEpochResponseTopicPartitionArray(
  reader: Reader,
  version: number,
  count: number,
): OffsetForLeaderEpochResponseTopicPartition[] {
  reader.structs(count)
  const items = new Array<OffsetForLeaderEpochResponseTopicPartition>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeOffsetForLeaderEpochResponseTopicPartition(reader, version)
  return items
}

function encodeOffsetForLeaderEpochResponse(
  writer: Writer,
  message: OffsetForLeaderEpochResponse,
  version: number,
): void {
  writer.int32(message.throttleTimeMs)
  if (version >= 4) {
    writer.compactArray(message.topics.length)
    encodeOffsetForLeaderEpochResponseTopicArray(writer, message.topics, version)
  } else {
    writer.array(message.topics.length)
    encodeOffsetForLeaderEpochResponseTopicArray(writer, message.topics, version)
  }
  if (version >= 4) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('OffsetForLeaderEpochResponse', 'unknownTaggedFields', version)
  }
}

function encodeOffsetForLeaderEpochResponseTopic(
  writer: Writer,
  message: OffsetForLeaderEpochResponseTopic,
  version: number,
): void {
  if (version >= 4) {
    writer.compactString(message.topic)
  } else {
    writer.string(message.topic)
  }
  if (version >= 4) {
    writer.compactArray(message.partitions.length)
    encodeOffsetForLeaderEpochResponseTopicPartitionArray(writer, message.partitions, version)
  } else {
    writer.array(message.partitions.length)
    encodeOffsetForLeaderEpochResponseTopicPartitionArray(writer, message.partitions, version)
  }
  if (version >= 4) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('OffsetForLeaderEpochResponseTopic', 'unknownTaggedFields', version)
  }
}

function encodeOffsetForLeaderEpochResponseTopicArray(
  writer: Writer,
  items: readonly OffsetForLeaderEpochResponseTopic[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeOffsetForLeaderEpochResponseTopic(writer, items[index]!, version)
}

function encodeOffsetForLeaderEpochResponseTopicPartition(
  writer: Writer,
  message: OffsetForLeaderEpochResponseTopicPartition,
  version: number,
): void {
  writer.int16(message.errorCode)
  writer.int32(message.partition)
  writer.int32(message.leaderEpoch)
  writer.int64(message.endOffset)
  if (version >= 4) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('OffsetForLeaderEpochResponseTopicPartition', 'unknownTaggedFields', version)
  }
}

function encodeOffsetForLeaderEpochResponseTopicPartitionArray(
  writer: Writer,
  items: readonly OffsetForLeaderEpochResponseTopicPartition[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeOffsetForLeaderEpochResponseTopicPartition(writer, items[index]!, version)
}

export const offsetForLeaderEpochApi: Api<
  OffsetForLeaderEpochRequest,
  OffsetForLeaderEpochResponse
> = {
  key: 23,
  name: 'OffsetForLeaderEpoch',
  versionMin: 2,
  versionMax: 4,
  versionMaxStable: 4,
  flexibleSince: 4,
  listeners: ['broker'],
  request: {
    decode(reader, version) {
      if (!(version >= 2 && version <= 4))
        throwVersionUndecodable('OffsetForLeaderEpochRequest', version, '2-4')
      return decodeOffsetForLeaderEpochRequest(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 2 && version <= 4))
        throwVersionUnencodable('OffsetForLeaderEpochRequest', version, '2-4')
      encodeOffsetForLeaderEpochRequest(writer, message, version)
    },
  },
  response: {
    decode(reader, version) {
      if (!(version >= 2 && version <= 4))
        throwVersionUndecodable('OffsetForLeaderEpochResponse', version, '2-4')
      return decodeOffsetForLeaderEpochResponse(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 2 && version <= 4))
        throwVersionUnencodable('OffsetForLeaderEpochResponse', version, '2-4')
      encodeOffsetForLeaderEpochResponse(writer, message, version)
    },
  },
  requestHeaderVersion: (version) => (version >= 4 ? 2 : 1),
  responseHeaderVersion: (version) => (version >= 4 ? 1 : 0),
}
