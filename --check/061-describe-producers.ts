import type { Api } from '../api.ts'
import { readInt32s, writeInt32s } from '../codec/arrays.ts'
import { throwVersionUndecodable, throwVersionUnencodable } from '../codec/errors.ts'
import type { Reader } from '../codec/reader.ts'
import type { UnknownTaggedField } from '../codec/tagged-field.ts'
import type { Writer } from '../codec/writer.ts'

export interface DescribeProducersRequest {
  topics: DescribeProducersRequestTopic[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface DescribeProducersRequestTopic {
  name: string
  partitionIndexes: number[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function describeProducersRequest(
  init: Partial<DescribeProducersRequest> = {},
): DescribeProducersRequest {
  return { topics: init.topics ?? [], unknownTaggedFields: init.unknownTaggedFields ?? null }
}

export function describeProducersRequestTopic(
  init: Partial<DescribeProducersRequestTopic> = {},
): DescribeProducersRequestTopic {
  return {
    name: init.name ?? '',
    partitionIndexes: init.partitionIndexes ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeDescribeProducersRequest(reader: Reader, version: number): DescribeProducersRequest {
  const topicsCount = reader.compactArray(3)
  const topics = decodeDescribeProducersRequestTopicArray(reader, version, topicsCount)
  const unknownTaggedFields = reader.unknownTags()
  return { topics, unknownTaggedFields }
}

function decodeDescribeProducersRequestTopic(
  reader: Reader,
  _version: number,
): DescribeProducersRequestTopic {
  const name = reader.compactString()
  const partitionIndexesCount = reader.compactArray(4)
  const partitionIndexes = readInt32s(reader, partitionIndexesCount)
  const unknownTaggedFields = reader.unknownTags()
  return { name, partitionIndexes, unknownTaggedFields }
}

function decodeDescribeProducersRequestTopicArray(
  reader: Reader,
  version: number,
  count: number,
): DescribeProducersRequestTopic[] {
  reader.structs(count)
  const items = new Array<DescribeProducersRequestTopic>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeDescribeProducersRequestTopic(reader, version)
  return items
}

function encodeDescribeProducersRequest(
  writer: Writer,
  message: DescribeProducersRequest,
  version: number,
): void {
  writer.compactArray(message.topics.length)
  encodeDescribeProducersRequestTopicArray(writer, message.topics, version)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeDescribeProducersRequestTopic(
  writer: Writer,
  message: DescribeProducersRequestTopic,
  _version: number,
): void {
  writer.compactString(message.name)
  writer.compactArray(message.partitionIndexes.length)
  writeInt32s(writer, message.partitionIndexes)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeDescribeProducersRequestTopicArray(
  writer: Writer,
  items: readonly DescribeProducersRequestTopic[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeDescribeProducersRequestTopic(writer, items[index]!, version)
}
export interface DescribeProducersResponse {
  throttleTimeMs: number
  topics: DescribeProducersResponseTopic[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface DescribeProducersResponseTopic {
  name: string
  partitions: DescribeProducersResponseTopicPartition[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface DescribeProducersResponseTopicPartition {
  partitionIndex: number
  errorCode: number
  errorMessage: string | null
  activeProducers: DescribeProducersResponseTopicPartitionActiveProducer[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface DescribeProducersResponseTopicPartitionActiveProducer {
  producerId: number
  producerEpoch: number
  lastSequence: number
  lastTimestamp: bigint
  coordinatorEpoch: number
  currentTxnStartOffset: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function describeProducersResponse(
  init: Partial<DescribeProducersResponse> = {},
): DescribeProducersResponse {
  return {
    throttleTimeMs: init.throttleTimeMs ?? 0,
    topics: init.topics ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function describeProducersResponseTopic(
  init: Partial<DescribeProducersResponseTopic> = {},
): DescribeProducersResponseTopic {
  return {
    name: init.name ?? '',
    partitions: init.partitions ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function describeProducersResponseTopicPartition(
  init: Partial<DescribeProducersResponseTopicPartition> = {},
): DescribeProducersResponseTopicPartition {
  return {
    partitionIndex: init.partitionIndex ?? 0,
    errorCode: init.errorCode ?? 0,
    errorMessage: init.errorMessage ?? null,
    activeProducers: init.activeProducers ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function describeProducersResponseTopicPartitionActiveProducer(
  init: Partial<DescribeProducersResponseTopicPartitionActiveProducer> = {},
): DescribeProducersResponseTopicPartitionActiveProducer {
  return {
    producerId: init.producerId ?? 0,
    producerEpoch: init.producerEpoch ?? 0,
    lastSequence: init.lastSequence ?? -1,
    lastTimestamp: init.lastTimestamp ?? -1n,
    coordinatorEpoch: init.coordinatorEpoch ?? 0,
    currentTxnStartOffset: init.currentTxnStartOffset ?? -1,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeDescribeProducersResponse(
  reader: Reader,
  version: number,
): DescribeProducersResponse {
  const throttleTimeMs = reader.int32()
  const topicsCount = reader.compactArray(3)
  const topics = decodeDescribeProducersResponseTopicArray(reader, version, topicsCount)
  const unknownTaggedFields = reader.unknownTags()
  return { throttleTimeMs, topics, unknownTaggedFields }
}

function decodeDescribeProducersResponseTopic(
  reader: Reader,
  version: number,
): DescribeProducersResponseTopic {
  const name = reader.compactString()
  const partitionsCount = reader.compactArray(9)
  const partitions = decodeDescribeProducersResponseTopicPartitionArray(
    reader,
    version,
    partitionsCount,
  )
  const unknownTaggedFields = reader.unknownTags()
  return { name, partitions, unknownTaggedFields }
}

function decodeDescribeProducersResponseTopicArray(
  reader: Reader,
  version: number,
  count: number,
): DescribeProducersResponseTopic[] {
  reader.structs(count)
  const items = new Array<DescribeProducersResponseTopic>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeDescribeProducersResponseTopic(reader, version)
  return items
}

function decodeDescribeProducersResponseTopicPartition(
  reader: Reader,
  version: number,
): DescribeProducersResponseTopicPartition {
  const partitionIndex = reader.int32()
  const errorCode = reader.int16()
  const errorMessage = reader.compactNullableString()
  const activeProducersCount = reader.compactArray(37)
  const activeProducers = decodeDescribeProducersResponseTopicPartitionActiveProducerArray(
    reader,
    version,
    activeProducersCount,
  )
  const unknownTaggedFields = reader.unknownTags()
  return { partitionIndex, errorCode, errorMessage, activeProducers, unknownTaggedFields }
}

function decodeDescribeProducersResponseTopicPartitionArray(
  reader: Reader,
  version: number,
  count: number,
): DescribeProducersResponseTopicPartition[] {
  reader.structs(count)
  const items = new Array<DescribeProducersResponseTopicPartition>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeDescribeProducersResponseTopicPartition(reader, version)
  return items
}

function decodeDescribeProducersResponseTopicPartitionActiveProducer(
  reader: Reader,
  _version: number,
): DescribeProducersResponseTopicPartitionActiveProducer {
  const producerId = reader.int64()
  const producerEpoch = reader.int32()
  const lastSequence = reader.int32()
  const lastTimestamp = reader.int64Wide()
  const coordinatorEpoch = reader.int32()
  const currentTxnStartOffset = reader.int64()
  const unknownTaggedFields = reader.unknownTags()
  return {
    producerId,
    producerEpoch,
    lastSequence,
    lastTimestamp,
    coordinatorEpoch,
    currentTxnStartOffset,
    unknownTaggedFields,
  }
}

function decodeDescribeProducersResponseTopicPartitionActiveProducerArray(
  reader: Reader,
  version: number,
  count: number,
): DescribeProducersResponseTopicPartitionActiveProducer[] {
  reader.structs(count)
  const items = new Array<DescribeProducersResponseTopicPartitionActiveProducer>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeDescribeProducersResponseTopicPartitionActiveProducer(reader, version)
  return items
}

function encodeDescribeProducersResponse(
  writer: Writer,
  message: DescribeProducersResponse,
  version: number,
): void {
  writer.int32(message.throttleTimeMs)
  writer.compactArray(message.topics.length)
  encodeDescribeProducersResponseTopicArray(writer, message.topics, version)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeDescribeProducersResponseTopic(
  writer: Writer,
  message: DescribeProducersResponseTopic,
  version: number,
): void {
  writer.compactString(message.name)
  writer.compactArray(message.partitions.length)
  encodeDescribeProducersResponseTopicPartitionArray(writer, message.partitions, version)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeDescribeProducersResponseTopicArray(
  writer: Writer,
  items: readonly DescribeProducersResponseTopic[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeDescribeProducersResponseTopic(writer, items[index]!, version)
}

function encodeDescribeProducersResponseTopicPartition(
  writer: Writer,
  message: DescribeProducersResponseTopicPartition,
  version: number,
): void {
  writer.int32(message.partitionIndex)
  writer.int16(message.errorCode)
  writer.compactNullableString(message.errorMessage)
  writer.compactArray(message.activeProducers.length)
  encodeDescribeProducersResponseTopicPartitionActiveProducerArray(
    writer,
    message.activeProducers,
    version,
  )
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeDescribeProducersResponseTopicPartitionArray(
  writer: Writer,
  items: readonly DescribeProducersResponseTopicPartition[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeDescribeProducersResponseTopicPartition(writer, items[index]!, version)
}

function encodeDescribeProducersResponseTopicPartitionActiveProducer(
  writer: Writer,
  message: DescribeProducersResponseTopicPartitionActiveProducer,
  _version: number,
): void {
  writer.int64(message.producerId)
  writer.int32(message.producerEpoch)
  writer.int32(message.lastSequence)
  writer.int64Wide(message.lastTimestamp)
  writer.int32(message.coordinatorEpoch)
  writer.int64(message.currentTxnStartOffset)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeDescribeProducersResponseTopicPartitionActiveProducerArray(
  writer: Writer,
  items: readonly DescribeProducersResponseTopicPartitionActiveProducer[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeDescribeProducersResponseTopicPartitionActiveProducer(writer, items[index]!, version)
}

export const describeProducersApi: Api<DescribeProducersRequest, DescribeProducersResponse> = {
  key: 61,
  name: 'DescribeProducers',
  versionMin: 0,
  versionMax: 0,
  versionMaxStable: 0,
  flexibleSince: 0,
  listeners: ['broker'],
  request: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUndecodable('DescribeProducersRequest', version, '0')
      return decodeDescribeProducersRequest(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUnencodable('DescribeProducersRequest', version, '0')
      encodeDescribeProducersRequest(writer, message, version)
    },
  },
  response: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUndecodable('DescribeProducersResponse', version, '0')
      return decodeDescribeProducersResponse(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUnencodable('DescribeProducersResponse', version, '0')
      encodeDescribeProducersResponse(writer, message, version)
    },
  },
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1,
}
