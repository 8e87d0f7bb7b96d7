import type { Api } from '../api.ts'
import { readInt32s, writeInt32s } from '../codec/arrays.ts'
import { throwVersionUndecodable, throwVersionUnencodable } from '../codec/errors.ts'
import type { Reader } from '../codec/reader.ts'
import type { UnknownTaggedField } from '../codec/tagged-field.ts'
import type { Writer } from '../codec/writer.ts'

export interface WriteTxnMarkersRequest {
  markers: WriteTxnMarkersRequestMarker[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface WriteTxnMarkersRequestMarker {
  producerId: number
  producerEpoch: number
  transactionResult: boolean
  topics: WriteTxnMarkersRequestMarkerTopic[]
  coordinatorEpoch: number
  transactionVersion: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface WriteTxnMarkersRequestMarkerTopic {
  name: string
  partitionIndexes: number[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function writeTxnMarkersRequest(
  init: Partial<WriteTxnMarkersRequest> = {},
): WriteTxnMarkersRequest {
  return { markers: init.markers ?? [], unknownTaggedFields: init.unknownTaggedFields ?? null }
}

export function writeTxnMarkersRequestMarker(
  init: Partial<WriteTxnMarkersRequestMarker> = {},
): WriteTxnMarkersRequestMarker {
  return {
    producerId: init.producerId ?? 0,
    producerEpoch: init.producerEpoch ?? 0,
    transactionResult: init.transactionResult ?? false,
    topics: init.topics ?? [],
    coordinatorEpoch: init.coordinatorEpoch ?? 0,
    transactionVersion: init.transactionVersion ?? 0,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function writeTxnMarkersRequestMarkerTopic(
  init: Partial<WriteTxnMarkersRequestMarkerTopic> = {},
): WriteTxnMarkersRequestMarkerTopic {
  return {
    name: init.name ?? '',
    partitionIndexes: init.partitionIndexes ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeWriteTxnMarkersRequest(reader: Reader, version: number): WriteTxnMarkersRequest {
  const markersCount = reader.compactArray(17)
  const markers = decodeWriteTxnMarkersRequestMarkerArray(reader, version, markersCount)
  const unknownTaggedFields = reader.unknownTags()
  return { markers, unknownTaggedFields }
}

function decodeWriteTxnMarkersRequestMarker(
  reader: Reader,
  version: number,
): WriteTxnMarkersRequestMarker {
  const producerId = reader.int64()
  const producerEpoch = reader.int16()
  const transactionResult = reader.bool()
  const topicsCount = reader.compactArray(3)
  const topics = decodeWriteTxnMarkersRequestMarkerTopicArray(reader, version, topicsCount)
  const coordinatorEpoch = reader.int32()
  const transactionVersion: number = version >= 2 ? reader.int8() : 0
  const unknownTaggedFields = reader.unknownTags()
  return {
    producerId,
    producerEpoch,
    transactionResult,
    topics,
    coordinatorEpoch,
    transactionVersion,
    unknownTaggedFields,
  }
}

function decodeWriteTxnMarkersRequestMarkerArray(
  reader: Reader,
  version: number,
  count: number,
): WriteTxnMarkersRequestMarker[] {
  reader.structs(count)
  const items = new Array<WriteTxnMarkersRequestMarker>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeWriteTxnMarkersRequestMarker(reader, version)
  return items
}

function decodeWriteTxnMarkersRequestMarkerTopic(
  reader: Reader,
  _version: number,
): WriteTxnMarkersRequestMarkerTopic {
  const name = reader.compactString()
  const partitionIndexesCount = reader.compactArray(4)
  const partitionIndexes = readInt32s(reader, partitionIndexesCount)
  const unknownTaggedFields = reader.unknownTags()
  return { name, partitionIndexes, unknownTaggedFields }
}

function decodeWriteTxnMarkersRequestMarkerTopicArray(
  reader: Reader,
  version: number,
  count: number,
): WriteTxnMarkersRequestMarkerTopic[] {
  reader.structs(count)
  const items = new Array<WriteTxnMarkersRequestMarkerTopic>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeWriteTxnMarkersRequestMarkerTopic(reader, version)
  return items
}

function encodeWriteTxnMarkersRequest(
  writer: Writer,
  message: WriteTxnMarkersRequest,
  version: number,
): void {
  writer.compactArray(message.markers.length)
  encodeWriteTxnMarkersRequestMarkerArray(writer, message.markers, version)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeWriteTxnMarkersRequestMarker(
  writer: Writer,
  message: WriteTxnMarkersRequestMarker,
  version: number,
): void {
  writer.int64(message.producerId)
  writer.int16(message.producerEpoch)
  writer.bool(message.transactionResult)
  writer.compactArray(message.topics.length)
  encodeWriteTxnMarkersRequestMarkerTopicArray(writer, message.topics, version)
  writer.int32(message.coordinatorEpoch)
  if (version >= 2) {
    writer.int8(message.transactionVersion)
  }
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeWriteTxnMarkersRequestMarkerArray(
  writer: Writer,
  items: readonly WriteTxnMarkersRequestMarker[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeWriteTxnMarkersRequestMarker(writer, items[index]!, version)
}

function encodeWriteTxnMarkersRequestMarkerTopic(
  writer: Writer,
  message: WriteTxnMarkersRequestMarkerTopic,
  _version: number,
): void {
  writer.compactString(message.name)
  writer.compactArray(message.partitionIndexes.length)
  writeInt32s(writer, message.partitionIndexes)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeWriteTxnMarkersRequestMarkerTopicArray(
  writer: Writer,
  items: readonly WriteTxnMarkersRequestMarkerTopic[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeWriteTxnMarkersRequestMarkerTopic(writer, items[index]!, version)
}
export interface WriteTxnMarkersResponse {
  markers: WriteTxnMarkersResponseMarker[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface WriteTxnMarkersResponseMarker {
  producerId: number
  topics: WriteTxnMarkersResponseMarkerTopic[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface WriteTxnMarkersResponseMarkerTopic {
  name: string
  partitions: WriteTxnMarkersResponseMarkerTopicPartition[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface WriteTxnMarkersResponseMarkerTopicPartition {
  partitionIndex: number
  errorCode: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function writeTxnMarkersResponse(
  init: Partial<WriteTxnMarkersResponse> = {},
): WriteTxnMarkersResponse {
  return { markers: init.markers ?? [], unknownTaggedFields: init.unknownTaggedFields ?? null }
}

export function writeTxnMarkersResponseMarker(
  init: Partial<WriteTxnMarkersResponseMarker> = {},
): WriteTxnMarkersResponseMarker {
  return {
    producerId: init.producerId ?? 0,
    topics: init.topics ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function writeTxnMarkersResponseMarkerTopic(
  init: Partial<WriteTxnMarkersResponseMarkerTopic> = {},
): WriteTxnMarkersResponseMarkerTopic {
  return {
    name: init.name ?? '',
    partitions: init.partitions ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function writeTxnMarkersResponseMarkerTopicPartition(
  init: Partial<WriteTxnMarkersResponseMarkerTopicPartition> = {},
): WriteTxnMarkersResponseMarkerTopicPartition {
  return {
    partitionIndex: init.partitionIndex ?? 0,
    errorCode: init.errorCode ?? 0,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeWriteTxnMarkersResponse(reader: Reader, version: number): WriteTxnMarkersResponse {
  const markersCount = reader.compactArray(10)
  const markers = decodeWriteTxnMarkersResponseMarkerArray(reader, version, markersCount)
  const unknownTaggedFields = reader.unknownTags()
  return { markers, unknownTaggedFields }
}

function decodeWriteTxnMarkersResponseMarker(
  reader: Reader,
  version: number,
): WriteTxnMarkersResponseMarker {
  const producerId = reader.int64()
  const topicsCount = reader.compactArray(3)
  const topics = decodeWriteTxnMarkersResponseMarkerTopicArray(reader, version, topicsCount)
  const unknownTaggedFields = reader.unknownTags()
  return { producerId, topics, unknownTaggedFields }
}

function decodeWriteTxnMarkersResponseMarkerArray(
  reader: Reader,
  version: number,
  count: number,
): WriteTxnMarkersResponseMarker[] {
  reader.structs(count)
  const items = new Array<WriteTxnMarkersResponseMarker>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeWriteTxnMarkersResponseMarker(reader, version)
  return items
}

function decodeWriteTxnMarkersResponseMarkerTopic(
  reader: Reader,
  version: number,
): WriteTxnMarkersResponseMarkerTopic {
  const name = reader.compactString()
  const partitionsCount = reader.compactArray(7)
  const partitions = decodeWriteTxnMarkersResponseMarkerTopicPartitionArray(
    reader,
    version,
    partitionsCount,
  )
  const unknownTaggedFields = reader.unknownTags()
  return { name, partitions, unknownTaggedFields }
}

function decodeWriteTxnMarkersResponseMarkerTopicArray(
  reader: Reader,
  version: number,
  count: number,
): WriteTxnMarkersResponseMarkerTopic[] {
  reader.structs(count)
  const items = new Array<WriteTxnMarkersResponseMarkerTopic>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeWriteTxnMarkersResponseMarkerTopic(reader, version)
  return items
}

function decodeWriteTxnMarkersResponseMarkerTopicPartition(
  reader: Reader,
  _version: number,
): WriteTxnMarkersResponseMarkerTopicPartition {
  const partitionIndex = reader.int32()
  const errorCode = reader.int16()
  const unknownTaggedFields = reader.unknownTags()
  return { partitionIndex, errorCode, unknownTaggedFields }
}

function decodeWriteTxnMarkersResponseMarkerTopicPartitionArray(
  reader: Reader,
  version: number,
  count: number,
): WriteTxnMarkersResponseMarkerTopicPartition[] {
  reader.structs(count)
  const items = new Array<WriteTxnMarkersResponseMarkerTopicPartition>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeWriteTxnMarkersResponseMarkerTopicPartition(reader, version)
  return items
}

function encodeWriteTxnMarkersResponse(
  writer: Writer,
  message: WriteTxnMarkersResponse,
  version: number,
): void {
  writer.compactArray(message.markers.length)
  encodeWriteTxnMarkersResponseMarkerArray(writer, message.markers, version)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeWriteTxnMarkersResponseMarker(
  writer: Writer,
  message: WriteTxnMarkersResponseMarker,
  version: number,
): void {
  writer.int64(message.producerId)
  writer.compactArray(message.topics.length)
  encodeWriteTxnMarkersResponseMarkerTopicArray(writer, message.topics, version)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeWriteTxnMarkersResponseMarkerArray(
  writer: Writer,
  items: readonly WriteTxnMarkersResponseMarker[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeWriteTxnMarkersResponseMarker(writer, items[index]!, version)
}

function encodeWriteTxnMarkersResponseMarkerTopic(
  writer: Writer,
  message: WriteTxnMarkersResponseMarkerTopic,
  version: number,
): void {
  writer.compactString(message.name)
  writer.compactArray(message.partitions.length)
  encodeWriteTxnMarkersResponseMarkerTopicPartitionArray(writer, message.partitions, version)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeWriteTxnMarkersResponseMarkerTopicArray(
  writer: Writer,
  items: readonly WriteTxnMarkersResponseMarkerTopic[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeWriteTxnMarkersResponseMarkerTopic(writer, items[index]!, version)
}

function encodeWriteTxnMarkersResponseMarkerTopicPartition(
  writer: Writer,
  message: WriteTxnMarkersResponseMarkerTopicPartition,
  _version: number,
): void {
  writer.int32(message.partitionIndex)
  writer.int16(message.errorCode)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeWriteTxnMarkersResponseMarkerTopicPartitionArray(
  writer: Writer,
  items: readonly WriteTxnMarkersResponseMarkerTopicPartition[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeWriteTxnMarkersResponseMarkerTopicPartition(writer, items[index]!, version)
}

export const writeTxnMarkersApi: Api<WriteTxnMarkersRequest, WriteTxnMarkersResponse> = {
  key: 27,
  name: 'WriteTxnMarkers',
  versionMin: 1,
  versionMax: 2,
  versionMaxStable: 2,
  flexibleSince: 1,
  listeners: ['broker'],
  request: {
    decode(reader, version) {
      if (!(version >= 1 && version <= 2))
        throwVersionUndecodable('WriteTxnMarkersRequest', version, '1-2')
      return decodeWriteTxnMarkersRequest(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 1 && version <= 2))
        throwVersionUnencodable('WriteTxnMarkersRequest', version, '1-2')
      encodeWriteTxnMarkersRequest(writer, message, version)
    },
  },
  response: {
    decode(reader, version) {
      if (!(version >= 1 && version <= 2))
        throwVersionUndecodable('WriteTxnMarkersResponse', version, '1-2')
      return decodeWriteTxnMarkersResponse(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 1 && version <= 2))
        throwVersionUnencodable('WriteTxnMarkersResponse', version, '1-2')
      encodeWriteTxnMarkersResponse(writer, message, version)
    },
  },
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1,
}
