import type { Api } from '../api.ts'
import {
  throwFieldAbsent,
  throwVersionUndecodable,
  throwVersionUnencodable,
} from '../codec/errors.ts'
import type { Reader } from '../codec/reader.ts'
import type { UnknownTaggedField } from '../codec/tagged-field.ts'
import type { Writer } from '../codec/writer.ts'

export interface DeleteRecordsRequest {
  topics: DeleteRecordsRequestTopic[]
  timeoutMs: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface DeleteRecordsRequestTopic {
  name: string
  partitions: DeleteRecordsRequestTopicPartition[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface DeleteRecordsRequestTopicPartition {
  partitionIndex: number
  offset: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function deleteRecordsRequest(
  init: Partial<DeleteRecordsRequest> = {},
): DeleteRecordsRequest {
  return {
    topics: init.topics ?? [],
    timeoutMs: init.timeoutMs ?? 0,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function deleteRecordsRequestTopic(
  init: Partial<DeleteRecordsRequestTopic> = {},
): DeleteRecordsRequestTopic {
  return {
    name: init.name ?? '',
    partitions: init.partitions ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function deleteRecordsRequestTopicPartition(
  init: Partial<DeleteRecordsRequestTopicPartition> = {},
): DeleteRecordsRequestTopicPartition {
  return {
    partitionIndex: init.partitionIndex ?? 0,
    offset: init.offset ?? 0,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeDeleteRecordsRequest(reader: Reader, version: number): DeleteRecordsRequest {
  const topicsCount = version >= 2 ? reader.compactArray(3) : reader.array(6)
  const topics = decodeDeleteRecordsRequestTopicArray(reader, version, topicsCount)
  const timeoutMs = reader.int32()
  const unknownTaggedFields = version >= 2 ? reader.unknownTags() : null
  return { topics, timeoutMs, unknownTaggedFields }
}

function decodeDeleteRecordsRequestTopic(
  reader: Reader,
  version: number,
): DeleteRecordsRequestTopic {
  const name: string = version >= 2 ? reader.compactString() : reader.string()
  const partitionsCount = version >= 2 ? reader.compactArray(13) : reader.array(12)
  const partitions = decodeDeleteRecordsRequestTopicPartitionArray(reader, version, partitionsCount)
  const unknownTaggedFields = version >= 2 ? reader.unknownTags() : null
  return { name, partitions, unknownTaggedFields }
}

function decodeDeleteRecordsRequestTopicArray(
  reader: Reader,
  version: number,
  count: number,
): DeleteRecordsRequestTopic[] {
  reader.structs(count)
  const items = new Array<DeleteRecordsRequestTopic>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeDeleteRecordsRequestTopic(reader, version)
  return items
}

function decodeDeleteRecordsRequestTopicPartition(
  reader: Reader,
  version: number,
): DeleteRecordsRequestTopicPartition {
  const partitionIndex = reader.int32()
  const offset = reader.int64()
  const unknownTaggedFields = version >= 2 ? reader.unknownTags() : null
  return { partitionIndex, offset, unknownTaggedFields }
}

function decodeDeleteRecordsRequestTopicPartitionArray(
  reader: Reader,
  version: number,
  count: number,
): DeleteRecordsRequestTopicPartition[] {
  reader.structs(count)
  const items = new Array<DeleteRecordsRequestTopicPartition>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeDeleteRecordsRequestTopicPartition(reader, version)
  return items
}

function encodeDeleteRecordsRequest(
  writer: Writer,
  message: DeleteRecordsRequest,
  version: number,
): void {
  if (version >= 2) {
    writer.compactArray(message.topics.length)
    encodeDeleteRecordsRequestTopicArray(writer, message.topics, version)
  } else {
    writer.array(message.topics.length)
    encodeDeleteRecordsRequestTopicArray(writer, message.topics, version)
  }
  writer.int32(message.timeoutMs)
  if (version >= 2) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('DeleteRecordsRequest', 'unknownTaggedFields', version)
  }
}

function encodeDeleteRecordsRequestTopic(
  writer: Writer,
  message: DeleteRecordsRequestTopic,
  version: number,
): void {
  if (version >= 2) {
    writer.compactString(message.name)
  } else {
    writer.string(message.name)
  }
  if (version >= 2) {
    writer.compactArray(message.partitions.length)
    encodeDeleteRecordsRequestTopicPartitionArray(writer, message.partitions, version)
  } else {
    writer.array(message.partitions.length)
    encodeDeleteRecordsRequestTopicPartitionArray(writer, message.partitions, version)
  }
  if (version >= 2) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('DeleteRecordsRequestTopic', 'unknownTaggedFields', version)
  }
}

function encodeDeleteRecordsRequestTopicArray(
  writer: Writer,
  items: readonly DeleteRecordsRequestTopic[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeDeleteRecordsRequestTopic(writer, items[index]!, version)
}

function encodeDeleteRecordsRequestTopicPartition(
  writer: Writer,
  message: DeleteRecordsRequestTopicPartition,
  version: number,
): void {
  writer.int32(message.partitionIndex)
  writer.int64(message.offset)
  if (version >= 2) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('DeleteRecordsRequestTopicPartition', 'unknownTaggedFields', version)
  }
}

function encodeDeleteRecordsRequestTopicPartitionArray(
  writer: Writer,
  items: readonly DeleteRecordsRequestTopicPartition[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeDeleteRecordsRequestTopicPartition(writer, items[index]!, version)
}
export interface DeleteRecordsResponse {
  throttleTimeMs: number
  topics: DeleteRecordsResponseTopic[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface DeleteRecordsResponseTopic {
  name: string
  partitions: DeleteRecordsResponseTopicPartition[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface DeleteRecordsResponseTopicPartition {
  partitionIndex: number
  lowWatermark: number
  errorCode: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function deleteRecordsResponse(
  init: Partial<DeleteRecordsResponse> = {},
): DeleteRecordsResponse {
  return {
    throttleTimeMs: init.throttleTimeMs ?? 0,
    topics: init.topics ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function deleteRecordsResponseTopic(
  init: Partial<DeleteRecordsResponseTopic> = {},
): DeleteRecordsResponseTopic {
  return {
    name: init.name ?? '',
    partitions: init.partitions ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function deleteRecordsResponseTopicPartition(
  init: Partial<DeleteRecordsResponseTopicPartition> = {},
): DeleteRecordsResponseTopicPartition {
  return {
    partitionIndex: init.partitionIndex ?? 0,
    lowWatermark: init.lowWatermark ?? 0,
    errorCode: init.errorCode ?? 0,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeDeleteRecordsResponse(reader: Reader, version: number): DeleteRecordsResponse {
  const throttleTimeMs = reader.int32()
  const topicsCount = version >= 2 ? reader.compactArray(3) : reader.array(6)
  const topics = decodeDeleteRecordsResponseTopicArray(reader, version, topicsCount)
  const unknownTaggedFields = version >= 2 ? reader.unknownTags() : null
  return { throttleTimeMs, topics, unknownTaggedFields }
}

function decodeDeleteRecordsResponseTopic(
  reader: Reader,
  version: number,
): DeleteRecordsResponseTopic {
  const name: string = version >= 2 ? reader.compactString() : reader.string()
  const partitionsCount = version >= 2 ? reader.compactArray(15) : reader.array(14)
  const partitions = decodeDeleteRecordsResponseTopicPartitionArray(
    reader,
    version,
    partitionsCount,
  )
  const unknownTaggedFields = version >= 2 ? reader.unknownTags() : null
  return { name, partitions, unknownTaggedFields }
}

function decodeDeleteRecordsResponseTopicArray(
  reader: Reader,
  version: number,
  count: number,
): DeleteRecordsResponseTopic[] {
  reader.structs(count)
  const items = new Array<DeleteRecordsResponseTopic>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeDeleteRecordsResponseTopic(reader, version)
  return items
}

function decodeDeleteRecordsResponseTopicPartition(
  reader: Reader,
  version: number,
): DeleteRecordsResponseTopicPartition {
  const partitionIndex = reader.int32()
  const lowWatermark = reader.int64()
  const errorCode = reader.int16()
  const unknownTaggedFields = version >= 2 ? reader.unknownTags() : null
  return { partitionIndex, lowWatermark, errorCode, unknownTaggedFields }
}

function decodeDeleteRecordsResponseTopicPartitionArray(
  reader: Reader,
  version: number,
  count: number,
): DeleteRecordsResponseTopicPartition[] {
  reader.structs(count)
  const items = new Array<DeleteRecordsResponseTopicPartition>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeDeleteRecordsResponseTopicPartition(reader, version)
  return items
}

function encodeDeleteRecordsResponse(
  writer: Writer,
  message: DeleteRecordsResponse,
  version: number,
): void {
  writer.int32(message.throttleTimeMs)
  if (version >= 2) {
    writer.compactArray(message.topics.length)
    encodeDeleteRecordsResponseTopicArray(writer, message.topics, version)
  } else {
    writer.array(message.topics.length)
    encodeDeleteRecordsResponseTopicArray(writer, message.topics, version)
  }
  if (version >= 2) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('DeleteRecordsResponse', 'unknownTaggedFields', version)
  }
}

function encodeDeleteRecordsResponseTopic(
  writer: Writer,
  message: DeleteRecordsResponseTopic,
  version: number,
): void {
  if (version >= 2) {
    writer.compactString(message.name)
  } else {
    writer.string(message.name)
  }
  if (version >= 2) {
    writer.compactArray(message.partitions.length)
    encodeDeleteRecordsResponseTopicPartitionArray(writer, message.partitions, version)
  } else {
    writer.array(message.partitions.length)
    encodeDeleteRecordsResponseTopicPartitionArray(writer, message.partitions, version)
  }
  if (version >= 2) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('DeleteRecordsResponseTopic', 'unknownTaggedFields', version)
  }
}

function encodeDeleteRecordsResponseTopicArray(
  writer: Writer,
  items: readonly DeleteRecordsResponseTopic[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeDeleteRecordsResponseTopic(writer, items[index]!, version)
}

function encodeDeleteRecordsResponseTopicPartition(
  writer: Writer,
  message: DeleteRecordsResponseTopicPartition,
  version: number,
): void {
  writer.int32(message.partitionIndex)
  writer.int64(message.lowWatermark)
  writer.int16(message.errorCode)
  if (version >= 2) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('DeleteRecordsResponseTopicPartition', 'unknownTaggedFields', version)
  }
}

function encodeDeleteRecordsResponseTopicPartitionArray(
  writer: Writer,
  items: readonly DeleteRecordsResponseTopicPartition[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeDeleteRecordsResponseTopicPartition(writer, items[index]!, version)
}

export const deleteRecordsApi: Api<DeleteRecordsRequest, DeleteRecordsResponse> = {
  key: 21,
  name: 'DeleteRecords',
  versionMin: 0,
  versionMax: 2,
  versionMaxStable: 2,
  flexibleSince: 2,
  listeners: ['broker'],
  request: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 2))
        throwVersionUndecodable('DeleteRecordsRequest', version, '0-2')
      return decodeDeleteRecordsRequest(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 2))
        throwVersionUnencodable('DeleteRecordsRequest', version, '0-2')
      encodeDeleteRecordsRequest(writer, message, version)
    },
  },
  response: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 2))
        throwVersionUndecodable('DeleteRecordsResponse', version, '0-2')
      return decodeDeleteRecordsResponse(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 2))
        throwVersionUnencodable('DeleteRecordsResponse', version, '0-2')
      encodeDeleteRecordsResponse(writer, message, version)
    },
  },
  requestHeaderVersion: (version) => (version >= 2 ? 2 : 1),
  responseHeaderVersion: (version) => (version >= 2 ? 1 : 0),
}
