import { ZERO_UUID } from '@samsa/base'
import type { Uuid } from '@samsa/base'
import type { Api } from '../api.ts'
import { throwVersionUndecodable, throwVersionUnencodable } from '../codec/errors.ts'
import type { Reader } from '../codec/reader.ts'
import type { UnknownTaggedField } from '../codec/tagged-field.ts'
import type { Writer } from '../codec/writer.ts'

export interface WriteShareGroupStateRequest {
  groupId: string
  topics: WriteShareGroupStateRequestTopic[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface WriteShareGroupStateRequestTopic {
  topicId: Uuid
  partitions: WriteShareGroupStateRequestTopicPartition[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface WriteShareGroupStateRequestTopicPartition {
  partition: number
  stateEpoch: number
  leaderEpoch: number
  startOffset: number
  deliveryCompleteCount: number
  stateBatches: WriteShareGroupStateRequestTopicPartitionStateBatch[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface WriteShareGroupStateRequestTopicPartitionStateBatch {
  firstOffset: number
  lastOffset: number
  deliveryState: number
  deliveryCount: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function writeShareGroupStateRequest(
  init: Partial<WriteShareGroupStateRequest> = {},
): WriteShareGroupStateRequest {
  return {
    groupId: init.groupId ?? '',
    topics: init.topics ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function writeShareGroupStateRequestTopic(
  init: Partial<WriteShareGroupStateRequestTopic> = {},
): WriteShareGroupStateRequestTopic {
  return {
    topicId: init.topicId ?? ZERO_UUID,
    partitions: init.partitions ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function writeShareGroupStateRequestTopicPartition(
  init: Partial<WriteShareGroupStateRequestTopicPartition> = {},
): WriteShareGroupStateRequestTopicPartition {
  return {
    partition: init.partition ?? 0,
    stateEpoch: init.stateEpoch ?? 0,
    leaderEpoch: init.leaderEpoch ?? 0,
    startOffset: init.startOffset ?? 0,
    deliveryCompleteCount: init.deliveryCompleteCount ?? -1,
    stateBatches: init.stateBatches ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function writeShareGroupStateRequestTopicPartitionStateBatch(
  init: Partial<WriteShareGroupStateRequestTopicPartitionStateBatch> = {},
): WriteShareGroupStateRequestTopicPartitionStateBatch {
  return {
    firstOffset: init.firstOffset ?? 0,
    lastOffset: init.lastOffset ?? 0,
    deliveryState: init.deliveryState ?? 0,
    deliveryCount: init.deliveryCount ?? 0,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeWriteShareGroupStateRequest(
  reader: Reader,
  version: number,
): WriteShareGroupStateRequest {
  const groupId = reader.compactString()
  const topicsCount = reader.compactArray(18)
  const topics = decodeWriteShareGroupStateRequestTopicArray(reader, version, topicsCount)
  const unknownTaggedFields = reader.unknownTags()
  return { groupId, topics, unknownTaggedFields }
}

function decodeWriteShareGroupStateRequestTopic(
  reader: Reader,
  version: number,
): WriteShareGroupStateRequestTopic {
  const topicId = reader.uuid()
  const partitionsCount = reader.compactArray(22)
  const partitions = decodeWriteShareGroupStateRequestTopicPartitionArray(
    reader,
    version,
    partitionsCount,
  )
  const unknownTaggedFields = reader.unknownTags()
  return { topicId, partitions, unknownTaggedFields }
}

function decodeWriteShareGroupStateRequestTopicArray(
  reader: Reader,
  version: number,
  count: number,
): WriteShareGroupStateRequestTopic[] {
  reader.structs(count)
  const items = new Array<WriteShareGroupStateRequestTopic>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeWriteShareGroupStateRequestTopic(reader, version)
  return items
}

function decodeWriteShareGroupStateRequestTopicPartition(
  reader: Reader,
  version: number,
): WriteShareGroupStateRequestTopicPartition {
  const partition = reader.int32()
  const stateEpoch = reader.int32()
  const leaderEpoch = reader.int32()
  const startOffset = reader.int64()
  const deliveryCompleteCount: number = version >= 1 ? reader.int32() : -1
  const stateBatchesCount = reader.compactArray(20)
  const stateBatches = decodeWriteShareGroupStateRequestTopicPartitionStateBatchArray(
    reader,
    version,
    stateBatchesCount,
  )
  const unknownTaggedFields = reader.unknownTags()
  return {
    partition,
    stateEpoch,
    leaderEpoch,
    startOffset,
    deliveryCompleteCount,
    stateBatches,
    unknownTaggedFields,
  }
}

function decodeWriteShareGroupStateRequestTopicPartitionArray(
  reader: Reader,
  version: number,
  count: number,
): WriteShareGroupStateRequestTopicPartition[] {
  reader.structs(count)
  const items = new Array<WriteShareGroupStateRequestTopicPartition>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeWriteShareGroupStateRequestTopicPartition(reader, version)
  return items
}

function decodeWriteShareGroupStateRequestTopicPartitionStateBatch(
  reader: Reader,
  _version: number,
): WriteShareGroupStateRequestTopicPartitionStateBatch {
  const firstOffset = reader.int64()
  const lastOffset = reader.int64()
  const deliveryState = reader.int8()
  const deliveryCount = reader.int16()
  const unknownTaggedFields = reader.unknownTags()
  return { firstOffset, lastOffset, deliveryState, deliveryCount, unknownTaggedFields }
}

function decodeWriteShareGroupStateRequestTopicPartitionStateBatchArray(
  reader: Reader,
  version: number,
  count: number,
): WriteShareGroupStateRequestTopicPartitionStateBatch[] {
  reader.structs(count)
  const items = new Array<WriteShareGroupStateRequestTopicPartitionStateBatch>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeWriteShareGroupStateRequestTopicPartitionStateBatch(reader, version)
  return items
}

function encodeWriteShareGroupStateRequest(
  writer: Writer,
  message: WriteShareGroupStateRequest,
  version: number,
): void {
  writer.compactString(message.groupId)
  writer.compactArray(message.topics.length)
  encodeWriteShareGroupStateRequestTopicArray(writer, message.topics, version)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeWriteShareGroupStateRequestTopic(
  writer: Writer,
  message: WriteShareGroupStateRequestTopic,
  version: number,
): void {
  writer.uuid(message.topicId)
  writer.compactArray(message.partitions.length)
  encodeWriteShareGroupStateRequestTopicPartitionArray(writer, message.partitions, version)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeWriteShareGroupStateRequestTopicArray(
  writer: Writer,
  items: readonly WriteShareGroupStateRequestTopic[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeWriteShareGroupStateRequestTopic(writer, items[index]!, version)
}

function encodeWriteShareGroupStateRequestTopicPartition(
  writer: Writer,
  message: WriteShareGroupStateRequestTopicPartition,
  version: number,
): void {
  writer.int32(message.partition)
  writer.int32(message.stateEpoch)
  writer.int32(message.leaderEpoch)
  writer.int64(message.startOffset)
  if (version >= 1) {
    writer.int32(message.deliveryCompleteCount)
  }
  writer.compactArray(message.stateBatches.length)
  encodeWriteShareGroupStateRequestTopicPartitionStateBatchArray(
    writer,
    message.stateBatches,
    version,
  )
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeWriteShareGroupStateRequestTopicPartitionArray(
  writer: Writer,
  items: readonly WriteShareGroupStateRequestTopicPartition[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeWriteShareGroupStateRequestTopicPartition(writer, items[index]!, version)
}

function encodeWriteShareGroupStateRequestTopicPartitionStateBatch(
  writer: Writer,
  message: WriteShareGroupStateRequestTopicPartitionStateBatch,
  _version: number,
): void {
  writer.int64(message.firstOffset)
  writer.int64(message.lastOffset)
  writer.int8(message.deliveryState)
  writer.int16(message.deliveryCount)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeWriteShareGroupStateRequestTopicPartitionStateBatchArray(
  writer: Writer,
  items: readonly WriteShareGroupStateRequestTopicPartitionStateBatch[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeWriteShareGroupStateRequestTopicPartitionStateBatch(writer, items[index]!, version)
}
export interface WriteShareGroupStateResponse {
  results: WriteShareGroupStateResponseResult[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface WriteShareGroupStateResponseResult {
  topicId: Uuid
  partitions: WriteShareGroupStateResponseResultPartition[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface WriteShareGroupStateResponseResultPartition {
  partition: number
  errorCode: number
  errorMessage: string | null
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function writeShareGroupStateResponse(
  init: Partial<WriteShareGroupStateResponse> = {},
): WriteShareGroupStateResponse {
  return { results: init.results ?? [], unknownTaggedFields: init.unknownTaggedFields ?? null }
}

export function writeShareGroupStateResponseResult(
  init: Partial<WriteShareGroupStateResponseResult> = {},
): WriteShareGroupStateResponseResult {
  return {
    topicId: init.topicId ?? ZERO_UUID,
    partitions: init.partitions ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function writeShareGroupStateResponseResultPartition(
  init: Partial<WriteShareGroupStateResponseResultPartition> = {},
): WriteShareGroupStateResponseResultPartition {
  return {
    partition: init.partition ?? 0,
    errorCode: init.errorCode ?? 0,
    errorMessage: init.errorMessage ?? null,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeWriteShareGroupStateResponse(
  reader: Reader,
  version: number,
): WriteShareGroupStateResponse {
  const resultsCount = reader.compactArray(18)
  const results = decodeWriteShareGroupStateResponseResultArray(reader, version, resultsCount)
  const unknownTaggedFields = reader.unknownTags()
  return { results, unknownTaggedFields }
}

function decodeWriteShareGroupStateResponseResult(
  reader: Reader,
  version: number,
): WriteShareGroupStateResponseResult {
  const topicId = reader.uuid()
  const partitionsCount = reader.compactArray(8)
  const partitions = decodeWriteShareGroupStateResponseResultPartitionArray(
    reader,
    version,
    partitionsCount,
  )
  const unknownTaggedFields = reader.unknownTags()
  return { topicId, partitions, unknownTaggedFields }
}

function decodeWriteShareGroupStateResponseResultArray(
  reader: Reader,
  version: number,
  count: number,
): WriteShareGroupStateResponseResult[] {
  reader.structs(count)
  const items = new Array<WriteShareGroupStateResponseResult>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeWriteShareGroupStateResponseResult(reader, version)
  return items
}

function decodeWriteShareGroupStateResponseResultPartition(
  reader: Reader,
  _version: number,
): WriteShareGroupStateResponseResultPartition {
  const partition = reader.int32()
  const errorCode = reader.int16()
  const errorMessage = reader.compactNullableString()
  const unknownTaggedFields = reader.unknownTags()
  return { partition, errorCode, errorMessage, unknownTaggedFields }
}

function decodeWriteShareGroupStateResponseResultPartitionArray(
  reader: Reader,
  version: number,
  count: number,
): WriteShareGroupStateResponseResultPartition[] {
  reader.structs(count)
  const items = new Array<WriteShareGroupStateResponseResultPartition>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeWriteShareGroupStateResponseResultPartition(reader, version)
  return items
}

function encodeWriteShareGroupStateResponse(
  writer: Writer,
  message: WriteShareGroupStateResponse,
  version: number,
): void {
  writer.compactArray(message.results.length)
  encodeWriteShareGroupStateResponseResultArray(writer, message.results, version)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeWriteShareGroupStateResponseResult(
  writer: Writer,
  message: WriteShareGroupStateResponseResult,
  version: number,
): void {
  writer.uuid(message.topicId)
  writer.compactArray(message.partitions.length)
  encodeWriteShareGroupStateResponseResultPartitionArray(writer, message.partitions, version)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeWriteShareGroupStateResponseResultArray(
  writer: Writer,
  items: readonly WriteShareGroupStateResponseResult[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeWriteShareGroupStateResponseResult(writer, items[index]!, version)
}

function encodeWriteShareGroupStateResponseResultPartition(
  writer: Writer,
  message: WriteShareGroupStateResponseResultPartition,
  _version: number,
): void {
  writer.int32(message.partition)
  writer.int16(message.errorCode)
  writer.compactNullableString(message.errorMessage)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeWriteShareGroupStateResponseResultPartitionArray(
  writer: Writer,
  items: readonly WriteShareGroupStateResponseResultPartition[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeWriteShareGroupStateResponseResultPartition(writer, items[index]!, version)
}

export const writeShareGroupStateApi: Api<
  WriteShareGroupStateRequest,
  WriteShareGroupStateResponse
> = {
  key: 85,
  name: 'WriteShareGroupState',
  versionMin: 0,
  versionMax: 1,
  versionMaxStable: 1,
  flexibleSince: 0,
  listeners: ['broker'],
  request: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 1))
        throwVersionUndecodable('WriteShareGroupStateRequest', version, '0-1')
      return decodeWriteShareGroupStateRequest(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 1))
        throwVersionUnencodable('WriteShareGroupStateRequest', version, '0-1')
      encodeWriteShareGroupStateRequest(writer, message, version)
    },
  },
  response: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 1))
        throwVersionUndecodable('WriteShareGroupStateResponse', version, '0-1')
      return decodeWriteShareGroupStateResponse(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 1))
        throwVersionUnencodable('WriteShareGroupStateResponse', version, '0-1')
      encodeWriteShareGroupStateResponse(writer, message, version)
    },
  },
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1,
}
