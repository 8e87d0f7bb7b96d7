import type { Api } from '../api.ts'
import { throwVersionUndecodable, throwVersionUnencodable } from '../codec/errors.ts'
import type { Reader } from '../codec/reader.ts'
import type { Writer } from '../codec/writer.ts'

export interface OffsetDeleteRequest {
  groupId: string
  topics: OffsetDeleteRequestTopic[]
}

export interface OffsetDeleteRequestTopic {
  name: string
  partitions: OffsetDeleteRequestTopicPartition[]
}

export interface OffsetDeleteRequestTopicPartition {
  partitionIndex: number
}

export function offsetDeleteRequest(init: Partial<OffsetDeleteRequest> = {}): OffsetDeleteRequest {
  return { groupId: init.groupId ?? '', topics: init.topics ?? [] }
}

export function offsetDeleteRequestTopic(
  init: Partial<OffsetDeleteRequestTopic> = {},
): OffsetDeleteRequestTopic {
  return { name: init.name ?? '', partitions: init.partitions ?? [] }
}

export function offsetDeleteRequestTopicPartition(
  init: Partial<OffsetDeleteRequestTopicPartition> = {},
): OffsetDeleteRequestTopicPartition {
  return { partitionIndex: init.partitionIndex ?? 0 }
}

function decodeOffsetDeleteRequest(reader: Reader, version: number): OffsetDeleteRequest {
  const groupId = reader.string()
  const topicsCount = reader.array(6)
  const topics = decodeOffsetDeleteRequestTopicArray(reader, version, topicsCount)

  return { groupId, topics }
}

function decodeOffsetDeleteRequestTopic(reader: Reader, version: number): OffsetDeleteRequestTopic {
  const name = reader.string()
  const partitionsCount = reader.array(4)
  const partitions = decodeOffsetDeleteRequestTopicPartitionArray(reader, version, partitionsCount)

  return { name, partitions }
}

function decodeOffsetDeleteRequestTopicArray(
  reader: Reader,
  version: number,
  count: number,
): OffsetDeleteRequestTopic[] {
  reader.structs(count)
  const items = new Array<OffsetDeleteRequestTopic>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeOffsetDeleteRequestTopic(reader, version)
  return items
}

function decodeOffsetDeleteRequestTopicPartition(
  reader: Reader,
  _version: number,
): OffsetDeleteRequestTopicPartition {
  const partitionIndex = reader.int32()

  return { partitionIndex }
}

function decodeOffsetDeleteRequestTopicPartitionArray(
  reader: Reader,
  version: number,
  count: number,
): OffsetDeleteRequestTopicPartition[] {
  reader.structs(count)
  const items = new Array<OffsetDeleteRequestTopicPartition>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeOffsetDeleteRequestTopicPartition(reader, version)
  return items
}

function encodeOffsetDeleteRequest(
  writer: Writer,
  message: OffsetDeleteRequest,
  version: number,
): void {
  writer.string(message.groupId)
  writer.array(message.topics.length)
  encodeOffsetDeleteRequestTopicArray(writer, message.topics, version)
}

function encodeOffsetDeleteRequestTopic(
  writer: Writer,
  message: OffsetDeleteRequestTopic,
  version: number,
): void {
  writer.string(message.name)
  writer.array(message.partitions.length)
  encodeOffsetDeleteRequestTopicPartitionArray(writer, message.partitions, version)
}

function encodeOffsetDeleteRequestTopicArray(
  writer: Writer,
  items: readonly OffsetDeleteRequestTopic[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeOffsetDeleteRequestTopic(writer, items[index]!, version)
}

function encodeOffsetDeleteRequestTopicPartition(
  writer: Writer,
  message: OffsetDeleteRequestTopicPartition,
  _version: number,
): void {
  writer.int32(message.partitionIndex)
}

function encodeOffsetDeleteRequestTopicPartitionArray(
  writer: Writer,
  items: readonly OffsetDeleteRequestTopicPartition[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeOffsetDeleteRequestTopicPartition(writer, items[index]!, version)
}
export interface OffsetDeleteResponse {
  errorCode: number
  throttleTimeMs: number
  topics: OffsetDeleteResponseTopic[]
}

export interface OffsetDeleteResponseTopic {
  name: string
  partitions: OffsetDeleteResponseTopicPartition[]
}

export interface OffsetDeleteResponseTopicPartition {
  partitionIndex: number
  errorCode: number
}

export function offsetDeleteResponse(
  init: Partial<OffsetDeleteResponse> = {},
): OffsetDeleteResponse {
  return {
    errorCode: init.errorCode ?? 0,
    throttleTimeMs: init.throttleTimeMs ?? 0,
    topics: init.topics ?? [],
  }
}

export function offsetDeleteResponseTopic(
  init: Partial<OffsetDeleteResponseTopic> = {},
): OffsetDeleteResponseTopic {
  return { name: init.name ?? '', partitions: init.partitions ?? [] }
}

export function offsetDeleteResponseTopicPartition(
  init: Partial<OffsetDeleteResponseTopicPartition> = {},
): OffsetDeleteResponseTopicPartition {
  return { partitionIndex: init.partitionIndex ?? 0, errorCode: init.errorCode ?? 0 }
}

function decodeOffsetDeleteResponse(reader: Reader, version: number): OffsetDeleteResponse {
  const errorCode = reader.int16()
  const throttleTimeMs = reader.int32()
  const topicsCount = reader.array(6)
  const topics = decodeOffsetDeleteResponseTopicArray(reader, version, topicsCount)

  return { errorCode, throttleTimeMs, topics }
}

function decodeOffsetDeleteResponseTopic(
  reader: Reader,
  version: number,
): OffsetDeleteResponseTopic {
  const name = reader.string()
  const partitionsCount = reader.array(6)
  const partitions = decodeOffsetDeleteResponseTopicPartitionArray(reader, version, partitionsCount)

  return { name, partitions }
}

function decodeOffsetDeleteResponseTopicArray(
  reader: Reader,
  version: number,
  count: number,
): OffsetDeleteResponseTopic[] {
  reader.structs(count)
  const items = new Array<OffsetDeleteResponseTopic>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeOffsetDeleteResponseTopic(reader, version)
  return items
}

function decodeOffsetDeleteResponseTopicPartition(
  reader: Reader,
  _version: number,
): OffsetDeleteResponseTopicPartition {
  const partitionIndex = reader.int32()
  const errorCode = reader.int16()

  return { partitionIndex, errorCode }
}

function decodeOffsetDeleteResponseTopicPartitionArray(
  reader: Reader,
  version: number,
  count: number,
): OffsetDeleteResponseTopicPartition[] {
  reader.structs(count)
  const items = new Array<OffsetDeleteResponseTopicPartition>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeOffsetDeleteResponseTopicPartition(reader, version)
  return items
}

function encodeOffsetDeleteResponse(
  writer: Writer,
  message: OffsetDeleteResponse,
  version: number,
): void {
  writer.int16(message.errorCode)
  writer.int32(message.throttleTimeMs)
  writer.array(message.topics.length)
  encodeOffsetDeleteResponseTopicArray(writer, message.topics, version)
}

function encodeOffsetDeleteResponseTopic(
  writer: Writer,
  message: OffsetDeleteResponseTopic,
  version: number,
): void {
  writer.string(message.name)
  writer.array(message.partitions.length)
  encodeOffsetDeleteResponseTopicPartitionArray(writer, message.partitions, version)
}

function encodeOffsetDeleteResponseTopicArray(
  writer: Writer,
  items: readonly OffsetDeleteResponseTopic[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeOffsetDeleteResponseTopic(writer, items[index]!, version)
}

function encodeOffsetDeleteResponseTopicPartition(
  writer: Writer,
  message: OffsetDeleteResponseTopicPartition,
  _version: number,
): void {
  writer.int32(message.partitionIndex)
  writer.int16(message.errorCode)
}

function encodeOffsetDeleteResponseTopicPartitionArray(
  writer: Writer,
  items: readonly OffsetDeleteResponseTopicPartition[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeOffsetDeleteResponseTopicPartition(writer, items[index]!, version)
}

export const offsetDeleteApi: Api<OffsetDeleteRequest, OffsetDeleteResponse> = {
  key: 47,
  name: 'OffsetDelete',
  versionMin: 0,
  versionMax: 0,
  versionMaxStable: 0,
  flexibleSince: null,
  listeners: ['broker'],
  request: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUndecodable('OffsetDeleteRequest', version, '0')
      return decodeOffsetDeleteRequest(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUnencodable('OffsetDeleteRequest', version, '0')
      encodeOffsetDeleteRequest(writer, message, version)
    },
  },
  response: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUndecodable('OffsetDeleteResponse', version, '0')
      return decodeOffsetDeleteResponse(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUnencodable('OffsetDeleteResponse', version, '0')
      encodeOffsetDeleteResponse(writer, message, version)
    },
  },
  requestHeaderVersion: () => 1,
  responseHeaderVersion: () => 0,
}
