import { ZERO_UUID } from '@samsa/base'
import type { Uuid } from '@samsa/base'
import type { Api } from '../api.ts'
import { throwVersionUndecodable, throwVersionUnencodable } from '../codec/errors.ts'
import type { Reader } from '../codec/reader.ts'
import type { UnknownTaggedField } from '../codec/tagged-field.ts'
import type { Writer } from '../codec/writer.ts'

export interface ReadShareGroupStateRequest {
  groupId: string
  topics: ReadShareGroupStateRequestTopic[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface ReadShareGroupStateRequestTopic {
  topicId: Uuid
  partitions: ReadShareGroupStateRequestTopicPartition[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface ReadShareGroupStateRequestTopicPartition {
  partition: number
  leaderEpoch: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function readShareGroupStateRequest(
  init: Partial<ReadShareGroupStateRequest> = {},
): ReadShareGroupStateRequest {
  return {
    groupId: init.groupId ?? '',
    topics: init.topics ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function readShareGroupStateRequestTopic(
  init: Partial<ReadShareGroupStateRequestTopic> = {},
): ReadShareGroupStateRequestTopic {
  return {
    topicId: init.topicId ?? ZERO_UUID,
    partitions: init.partitions ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function readShareGroupStateRequestTopicPartition(
  init: Partial<ReadShareGroupStateRequestTopicPartition> = {},
): ReadShareGroupStateRequestTopicPartition {
  return {
    partition: init.partition ?? 0,
    leaderEpoch: init.leaderEpoch ?? 0,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeReadShareGroupStateRequest(
  reader: Reader,
  version: number,
): ReadShareGroupStateRequest {
  const groupId = reader.compactString()
  const topicsCount = reader.compactArray(18)
  const topics = decodeReadShareGroupStateRequestTopicArray(reader, version, topicsCount)
  const unknownTaggedFields = reader.unknownTags()
  return { groupId, topics, unknownTaggedFields }
}

function decodeReadShareGroupStateRequestTopic(
  reader: Reader,
  version: number,
): ReadShareGroupStateRequestTopic {
  const topicId = reader.uuid()
  const partitionsCount = reader.compactArray(9)
  const partitions = decodeReadShareGroupStateRequestTopicPartitionArray(
    reader,
    version,
    partitionsCount,
  )
  const unknownTaggedFields = reader.unknownTags()
  return { topicId, partitions, unknownTaggedFields }
}

function decodeReadShareGroupStateRequestTopicArray(
  reader: Reader,
  version: number,
  count: number,
): ReadShareGroupStateRequestTopic[] {
  reader.structs(count)
  const items = new Array<ReadShareGroupStateRequestTopic>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeReadShareGroupStateRequestTopic(reader, version)
  return items
}

function decodeReadShareGroupStateRequestTopicPartition(
  reader: Reader,
  _version: number,
): ReadShareGroupStateRequestTopicPartition {
  const partition = reader.int32()
  const leaderEpoch = reader.int32()
  const unknownTaggedFields = reader.unknownTags()
  return { partition, leaderEpoch, unknownTaggedFields }
}

function decodeReadShareGroupStateRequestTopicPartitionArray(
  reader: Reader,
  version: number,
  count: number,
): ReadShareGroupStateRequestTopicPartition[] {
  reader.structs(count)
  const items = new Array<ReadShareGroupStateRequestTopicPartition>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeReadShareGroupStateRequestTopicPartition(reader, version)
  return items
}

function encodeReadShareGroupStateRequest(
  writer: Writer,
  message: ReadShareGroupStateRequest,
  version: number,
): void {
  writer.compactString(message.groupId)
  writer.compactArray(message.topics.length)
  encodeReadShareGroupStateRequestTopicArray(writer, message.topics, version)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeReadShareGroupStateRequestTopic(
  writer: Writer,
  message: ReadShareGroupStateRequestTopic,
  version: number,
): void {
  writer.uuid(message.topicId)
  writer.compactArray(message.partitions.length)
  encodeReadShareGroupStateRequestTopicPartitionArray(writer, message.partitions, version)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeReadShareGroupStateRequestTopicArray(
  writer: Writer,
  items: readonly ReadShareGroupStateRequestTopic[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeReadShareGroupStateRequestTopic(writer, items[index]!, version)
}

function encodeReadShareGroupStateRequestTopicPartition(
  writer: Writer,
  message: ReadShareGroupStateRequestTopicPartition,
  _version: number,
): void {
  writer.int32(message.partition)
  writer.int32(message.leaderEpoch)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeReadShareGroupStateRequestTopicPartitionArray(
  writer: Writer,
  items: readonly ReadShareGroupStateRequestTopicPartition[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeReadShareGroupStateRequestTopicPartition(writer, items[index]!, version)
}
export interface ReadShareGroupStateResponse {
  results: ReadShareGroupStateResponseResult[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface ReadShareGroupStateResponseResult {
  topicId: Uuid
  partitions: ReadShareGroupStateResponseResultPartition[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface ReadShareGroupStateResponseResultPartition {
  partition: number
  errorCode: number
  errorMessage: string | null
  stateEpoch: number
  startOffset: number
  stateBatches: ReadShareGroupStateResponseResultPartitionStateBatch[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface ReadShareGroupStateResponseResultPartitionStateBatch {
  firstOffset: number
  lastOffset: number
  deliveryState: number
  deliveryCount: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function readShareGroupStateResponse(
  init: Partial<ReadShareGroupStateResponse> = {},
): ReadShareGroupStateResponse {
  return { results: init.results ?? [], unknownTaggedFields: init.unknownTaggedFields ?? null }
}

export function readShareGroupStateResponseResult(
  init: Partial<ReadShareGroupStateResponseResult> = {},
): ReadShareGroupStateResponseResult {
  return {
    topicId: init.topicId ?? ZERO_UUID,
    partitions: init.partitions ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function readShareGroupStateResponseResultPartition(
  init: Partial<ReadShareGroupStateResponseResultPartition> = {},
): ReadShareGroupStateResponseResultPartition {
  return {
    partition: init.partition ?? 0,
    errorCode: init.errorCode ?? 0,
    errorMessage: init.errorMessage ?? null,
    stateEpoch: init.stateEpoch ?? 0,
    startOffset: init.startOffset ?? 0,
    stateBatches: init.stateBatches ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function readShareGroupStateResponseResultPartitionStateBatch(
  init: Partial<ReadShareGroupStateResponseResultPartitionStateBatch> = {},
): ReadShareGroupStateResponseResultPartitionStateBatch {
  return {
    firstOffset: init.firstOffset ?? 0,
    lastOffset: init.lastOffset ?? 0,
    deliveryState: init.deliveryState ?? 0,
    deliveryCount: init.deliveryCount ?? 0,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeReadShareGroupStateResponse(
  reader: Reader,
  version: number,
): ReadShareGroupStateResponse {
  const resultsCount = reader.compactArray(18)
  const results = decodeReadShareGroupStateResponseResultArray(reader, version, resultsCount)
  const unknownTaggedFields = reader.unknownTags()
  return { results, unknownTaggedFields }
}

function decodeReadShareGroupStateResponseResult(
  reader: Reader,
  version: number,
): ReadShareGroupStateResponseResult {
  const topicId = reader.uuid()
  const partitionsCount = reader.compactArray(21)
  const partitions = decodeReadShareGroupStateResponseResultPartitionArray(
    reader,
    version,
    partitionsCount,
  )
  const unknownTaggedFields = reader.unknownTags()
  return { topicId, partitions, unknownTaggedFields }
}

function decodeReadShareGroupStateResponseResultArray(
  reader: Reader,
  version: number,
  count: number,
): ReadShareGroupStateResponseResult[] {
  reader.structs(count)
  const items = new Array<ReadShareGroupStateResponseResult>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeReadShareGroupStateResponseResult(reader, version)
  return items
}

function decodeReadShareGroupStateResponseResultPartition(
  reader: Reader,
  version: number,
): ReadShareGroupStateResponseResultPartition {
  const partition = reader.int32()
  const errorCode = reader.int16()
  const errorMessage = reader.compactNullableString()
  const stateEpoch = reader.int32()
  const startOffset = reader.int64()
  const stateBatchesCount = reader.compactArray(20)
  const stateBatches = decodeReadShareGroupStateResponseResultPartitionStateBatchArray(
    reader,
    version,
    stateBatchesCount,
  )
  const unknownTaggedFields = reader.unknownTags()
  return {
    partition,
    errorCode,
    errorMessage,
    stateEpoch,
    startOffset,
    stateBatches,
    unknownTaggedFields,
  }
}

function decodeReadShareGroupStateResponseResultPartitionArray(
  reader: Reader,
  version: number,
  count: number,
): ReadShareGroupStateResponseResultPartition[] {
  reader.structs(count)
  const items = new Array<ReadShareGroupStateResponseResultPartition>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeReadShareGroupStateResponseResultPartition(reader, version)
  return items
}

function decodeReadShareGroupStateResponseResultPartitionStateBatch(
  reader: Reader,
  _version: number,
): ReadShareGroupStateResponseResultPartitionStateBatch {
  const firstOffset = reader.int64()
  const lastOffset = reader.int64()
  const deliveryState = reader.int8()
  const deliveryCount = reader.int16()
  const unknownTaggedFields = reader.unknownTags()
  return { firstOffset, lastOffset, deliveryState, deliveryCount, unknownTaggedFields }
}

function decodeReadShareGroupStateResponseResultPartitionStateBatchArray(
  reader: Reader,
  version: number,
  count: number,
): ReadShareGroupStateResponseResultPartitionStateBatch[] {
  reader.structs(count)
  const items = new Array<ReadShareGroupStateResponseResultPartitionStateBatch>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeReadShareGroupStateResponseResultPartitionStateBatch(reader, version)
  return items
}

function encodeReadShareGroupStateResponse(
  writer: Writer,
  message: ReadShareGroupStateResponse,
  version: number,
): void {
  writer.compactArray(message.results.length)
  encodeReadShareGroupStateResponseResultArray(writer, message.results, version)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeReadShareGroupStateResponseResult(
  writer: Writer,
  message: ReadShareGroupStateResponseResult,
  version: number,
): void {
  writer.uuid(message.topicId)
  writer.compactArray(message.partitions.length)
  encodeReadShareGroupStateResponseResultPartitionArray(writer, message.partitions, version)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeReadShareGroupStateResponseResultArray(
  writer: Writer,
  items: readonly ReadShareGroupStateResponseResult[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeReadShareGroupStateResponseResult(writer, items[index]!, version)
}

function encodeReadShareGroupStateResponseResultPartition(
  writer: Writer,
  message: ReadShareGroupStateResponseResultPartition,
  version: number,
): void {
  writer.int32(message.partition)
  writer.int16(message.errorCode)
  writer.compactNullableString(message.errorMessage)
  writer.int32(message.stateEpoch)
  writer.int64(message.startOffset)
  writer.compactArray(message.stateBatches.length)
  encodeReadShareGroupStateResponseResultPartitionStateBatchArray(
    writer,
    message.stateBatches,
    version,
  )
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeReadShareGroupStateResponseResultPartitionArray(
  writer: Writer,
  items: readonly ReadShareGroupStateResponseResultPartition[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeReadShareGroupStateResponseResultPartition(writer, items[index]!, version)
}

function encodeReadShareGroupStateResponseResultPartitionStateBatch(
  writer: Writer,
  message: ReadShareGroupStateResponseResultPartitionStateBatch,
  _version: number,
): void {
  writer.int64(message.firstOffset)
  writer.int64(message.lastOffset)
  writer.int8(message.deliveryState)
  writer.int16(message.deliveryCount)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeReadShareGroupStateResponseResultPartitionStateBatchArray(
  writer: Writer,
  items: readonly ReadShareGroupStateResponseResultPartitionStateBatch[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeReadShareGroupStateResponseResultPartitionStateBatch(writer, items[index]!, version)
}

export const readShareGroupStateApi: Api<ReadShareGroupStateRequest, ReadShareGroupStateResponse> =
  {
    key: 84,
    name: 'ReadShareGroupState',
    versionMin: 0,
    versionMax: 0,
    versionMaxStable: 0,
    flexibleSince: 0,
    listeners: ['broker'],
    request: {
      decode(reader, version) {
        if (!(version >= 0 && version <= 0))
          throwVersionUndecodable('ReadShareGroupStateRequest', version, '0')
        return decodeReadShareGroupStateRequest(reader, version)
      },
      encode(writer, message, version) {
        if (!(version >= 0 && version <= 0))
          throwVersionUnencodable('ReadShareGroupStateRequest', version, '0')
        encodeReadShareGroupStateRequest(writer, message, version)
      },
    },
    response: {
      decode(reader, version) {
        if (!(version >= 0 && version <= 0))
          throwVersionUndecodable('ReadShareGroupStateResponse', version, '0')
        return decodeReadShareGroupStateResponse(reader, version)
      },
      encode(writer, message, version) {
        if (!(version >= 0 && version <= 0))
          throwVersionUnencodable('ReadShareGroupStateResponse', version, '0')
        encodeReadShareGroupStateResponse(writer, message, version)
      },
    },
    requestHeaderVersion: () => 2,
    responseHeaderVersion: () => 1,
  }
