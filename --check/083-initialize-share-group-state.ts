import { ZERO_UUID } from '@samsa/base'
import type { Uuid } from '@samsa/base'
import type { Api } from '../api.ts'
import { throwVersionUndecodable, throwVersionUnencodable } from '../codec/errors.ts'
import type { Reader } from '../codec/reader.ts'
import type { UnknownTaggedField } from '../codec/tagged-field.ts'
import type { Writer } from '../codec/writer.ts'

export interface InitializeShareGroupStateRequest {
  groupId: string
  topics: InitializeShareGroupStateRequestTopic[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface InitializeShareGroupStateRequestTopic {
  topicId: Uuid
  partitions: InitializeShareGroupStateRequestTopicPartition[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface InitializeShareGroupStateRequestTopicPartition {
  partition: number
  stateEpoch: number
  startOffset: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function initializeShareGroupStateRequest(
  init: Partial<InitializeShareGroupStateRequest> = {},
): InitializeShareGroupStateRequest {
  return {
    groupId: init.groupId ?? '',
    topics: init.topics ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function initializeShareGroupStateRequestTopic(
  init: Partial<InitializeShareGroupStateRequestTopic> = {},
): InitializeShareGroupStateRequestTopic {
  return {
    topicId: init.topicId ?? ZERO_UUID,
    partitions: init.partitions ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function initializeShareGroupStateRequestTopicPartition(
  init: Partial<InitializeShareGroupStateRequestTopicPartition> = {},
): InitializeShareGroupStateRequestTopicPartition {
  return {
    partition: init.partition ?? 0,
    stateEpoch: init.stateEpoch ?? 0,
    startOffset: init.startOffset ?? 0,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeInitializeShareGroupStateRequest(
  reader: Reader,
  version: number,
): InitializeShareGroupStateRequest {
  const groupId = reader.compactString()
  const topicsCount = reader.compactArray(18)
  const topics = decodeInitializeShareGroupStateRequestTopicArray(reader, version, topicsCount)
  const unknownTaggedFields = reader.unknownTags()
  return { groupId, topics, unknownTaggedFields }
}

function decodeInitializeShareGroupStateRequestTopic(
  reader: Reader,
  version: number,
): InitializeShareGroupStateRequestTopic {
  const topicId = reader.uuid()
  const partitionsCount = reader.compactArray(17)
  const partitions = decodeInitializeShareGroupStateRequestTopicPartitionArray(
    reader,
    version,
    partitionsCount,
  )
  const unknownTaggedFields = reader.unknownTags()
  return { topicId, partitions, unknownTaggedFields }
}

function decodeInitializeShareGroupStateRequestTopicArray(
  reader: Reader,
  version: number,
  count: number,
): InitializeShareGroupStateRequestTopic[] {
  reader.structs(count)
  const items = new Array<InitializeShareGroupStateRequestTopic>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeInitializeShareGroupStateRequestTopic(reader, version)
  return items
}

function decodeInitializeShareGroupStateRequestTopicPartition(
  reader: Reader,
  _version: number,
): InitializeShareGroupStateRequestTopicPartition {
  const partition = reader.int32()
  const stateEpoch = reader.int32()
  const startOffset = reader.int64()
  const unknownTaggedFields = reader.unknownTags()
  return { partition, stateEpoch, startOffset, unknownTaggedFields }
}

function decodeInitializeShareGroupStateRequestTopicPartitionArray(
  reader: Reader,
  version: number,
  count: number,
): InitializeShareGroupStateRequestTopicPartition[] {
  reader.structs(count)
  const items = new Array<InitializeShareGroupStateRequestTopicPartition>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeInitializeShareGroupStateRequestTopicPartition(reader, version)
  return items
}

function encodeInitializeShareGroupStateRequest(
  writer: Writer,
  message: InitializeShareGroupStateRequest,
  version: number,
): void {
  writer.compactString(message.groupId)
  writer.compactArray(message.topics.length)
  encodeInitializeShareGroupStateRequestTopicArray(writer, message.topics, version)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeInitializeShareGroupStateRequestTopic(
  writer: Writer,
  message: InitializeShareGroupStateRequestTopic,
  version: number,
): void {
  writer.uuid(message.topicId)
  writer.compactArray(message.partitions.length)
  encodeInitializeShareGroupStateRequestTopicPartitionArray(writer, message.partitions, version)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeInitializeShareGroupStateRequestTopicArray(
  writer: Writer,
  items: readonly InitializeShareGroupStateRequestTopic[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeInitializeShareGroupStateRequestTopic(writer, items[index]!, version)
}

function encodeInitializeShareGroupStateRequestTopicPartition(
  writer: Writer,
  message: InitializeShareGroupStateRequestTopicPartition,
  _version: number,
): void {
  writer.int32(message.partition)
  writer.int32(message.stateEpoch)
  writer.int64(message.startOffset)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeInitializeShareGroupStateRequestTopicPartitionArray(
  writer: Writer,
  items: readonly InitializeShareGroupStateRequestTopicPartition[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeInitializeShareGroupStateRequestTopicPartition(writer, items[index]!, version)
}
export interface InitializeShareGroupStateResponse {
  results: InitializeShareGroupStateResponseResult[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface InitializeShareGroupStateResponseResult {
  topicId: Uuid
  partitions: InitializeShareGroupStateResponseResultPartition[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface InitializeShareGroupStateResponseResultPartition {
  partition: number
  errorCode: number
  errorMessage: string | null
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function initializeShareGroupStateResponse(
  init: Partial<InitializeShareGroupStateResponse> = {},
): InitializeShareGroupStateResponse {
  return { results: init.results ?? [], unknownTaggedFields: init.unknownTaggedFields ?? null }
}

export function initializeShareGroupStateResponseResult(
  init: Partial<InitializeShareGroupStateResponseResult> = {},
): InitializeShareGroupStateResponseResult {
  return {
    topicId: init.topicId ?? ZERO_UUID,
    partitions: init.partitions ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function initializeShareGroupStateResponseResultPartition(
  init: Partial<InitializeShareGroupStateResponseResultPartition> = {},
): InitializeShareGroupStateResponseResultPartition {
  return {
    partition: init.partition ?? 0,
    errorCode: init.errorCode ?? 0,
    errorMessage: init.errorMessage ?? null,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeInitializeShareGroupStateResponse(
  reader: Reader,
  version: number,
): InitializeShareGroupStateResponse {
  const resultsCount = reader.compactArray(18)
  const results = decodeInitializeShareGroupStateResponseResultArray(reader, version, resultsCount)
  const unknownTaggedFields = reader.unknownTags()
  return { results, unknownTaggedFields }
}

function decodeInitializeShareGroupStateResponseResult(
  reader: Reader,
  version: number,
): InitializeShareGroupStateResponseResult {
  const topicId = reader.uuid()
  const partitionsCount = reader.compactArray(8)
  const partitions = decodeInitializeShareGroupStateResponseResultPartitionArray(
    reader,
    version,
    partitionsCount,
  )
  const unknownTaggedFields = reader.unknownTags()
  return { topicId, partitions, unknownTaggedFields }
}

function decodeInitializeShareGroupStateResponseResultArray(
  reader: Reader,
  version: number,
  count: number,
): InitializeShareGroupStateResponseResult[] {
  reader.structs(count)
  const items = new Array<InitializeShareGroupStateResponseResult>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeInitializeShareGroupStateResponseResult(reader, version)
  return items
}

function decodeInitializeShareGroupStateResponseResultPartition(
  reader: Reader,
  _version: number,
): InitializeShareGroupStateResponseResultPartition {
  const partition = reader.int32()
  const errorCode = reader.int16()
  const errorMessage = reader.compactNullableString()
  const unknownTaggedFields = reader.unknownTags()
  return { partition, errorCode, errorMessage, unknownTaggedFields }
}

function decodeInitializeShareGroupStateResponseResultPartitionArray(
  reader: Reader,
  version: number,
  count: number,
): InitializeShareGroupStateResponseResultPartition[] {
  reader.structs(count)
  const items = new Array<InitializeShareGroupStateResponseResultPartition>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeInitializeShareGroupStateResponseResultPartition(reader, version)
  return items
}

function encodeInitializeShareGroupStateResponse(
  writer: Writer,
  message: InitializeShareGroupStateResponse,
  version: number,
): void {
  writer.compactArray(message.results.length)
  encodeInitializeShareGroupStateResponseResultArray(writer, message.results, version)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeInitializeShareGroupStateResponseResult(
  writer: Writer,
  message: InitializeShareGroupStateResponseResult,
  version: number,
): void {
  writer.uuid(message.topicId)
  writer.compactArray(message.partitions.length)
  encodeInitializeShareGroupStateResponseResultPartitionArray(writer, message.partitions, version)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeInitializeShareGroupStateResponseResultArray(
  writer: Writer,
  items: readonly InitializeShareGroupStateResponseResult[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeInitializeShareGroupStateResponseResult(writer, items[index]!, version)
}

function encodeInitializeShareGroupStateResponseResultPartition(
  writer: Writer,
  message: InitializeShareGroupStateResponseResultPartition,
  _version: number,
): void {
  writer.int32(message.partition)
  writer.int16(message.errorCode)
  writer.compactNullableString(message.errorMessage)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeInitializeShareGroupStateResponseResultPartitionArray(
  writer: Writer,
  items: readonly InitializeShareGroupStateResponseResultPartition[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeInitializeShareGroupStateResponseResultPartition(writer, items[index]!, version)
}

export const initializeShareGroupStateApi: Api<
  InitializeShareGroupStateRequest,
  InitializeShareGroupStateResponse
> = {
  key: 83,
  name: 'InitializeShareGroupState',
  versionMin: 0,
  versionMax: 0,
  versionMaxStable: 0,
  flexibleSince: 0,
  listeners: ['broker'],
  request: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUndecodable('InitializeShareGroupStateRequest', version, '0')
      return decodeInitializeShareGroupStateRequest(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUnencodable('InitializeShareGroupStateRequest', version, '0')
      encodeInitializeShareGroupStateRequest(writer, message, version)
    },
  },
  response: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUndecodable('InitializeShareGroupStateResponse', version, '0')
      return decodeInitializeShareGroupStateResponse(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUnencodable('InitializeShareGroupStateResponse', version, '0')
      encodeInitializeShareGroupStateResponse(writer, message, version)
    },
  },
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1,
}
