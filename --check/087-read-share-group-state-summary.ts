import { ZERO_UUID } from '@samsa/base'
import type { Uuid } from '@samsa/base'
import type { Api } from '../api.ts'
import { throwVersionUndecodable, throwVersionUnencodable } from '../codec/errors.ts'
import type { Reader } from '../codec/reader.ts'
import type { UnknownTaggedField } from '../codec/tagged-field.ts'
import type { Writer } from '../codec/writer.ts'

export interface ReadShareGroupStateSummaryRequest {
  groupId: string
  topics: ReadShareGroupStateSummaryRequestTopic[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface ReadShareGroupStateSummaryRequestTopic {
  topicId: Uuid
  partitions: ReadShareGroupStateSummaryRequestTopicPartition[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface ReadShareGroupStateSummaryRequestTopicPartition {
  partition: number
  leaderEpoch: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function readShareGroupStateSummaryRequest(
  init: Partial<ReadShareGroupStateSummaryRequest> = {},
): ReadShareGroupStateSummaryRequest {
  return {
    groupId: init.groupId ?? '',
    topics: init.topics ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function readShareGroupStateSummaryRequestTopic(
  init: Partial<ReadShareGroupStateSummaryRequestTopic> = {},
): ReadShareGroupStateSummaryRequestTopic {
  return {
    topicId: init.topicId ?? ZERO_UUID,
    partitions: init.partitions ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function readShareGroupStateSummaryRequestTopicPartition(
  init: Partial<ReadShareGroupStateSummaryRequestTopicPartition> = {},
): ReadShareGroupStateSummaryRequestTopicPartition {
  return {
    partition: init.partition ?? 0,
    leaderEpoch: init.leaderEpoch ?? 0,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeReadShareGroupStateSummaryRequest(
  reader: Reader,
  version: number,
): ReadShareGroupStateSummaryRequest {
  const groupId = reader.compactString()
  const topicsCount = reader.compactArray(18)
  const topics = decodeReadShareGroupStateSummaryRequestTopicArray(reader, version, topicsCount)
  const unknownTaggedFields = reader.unknownTags()
  return { groupId, topics, unknownTaggedFields }
}

function decodeReadShareGroupStateSummaryRequestTopic(
  reader: Reader,
  version: number,
): ReadShareGroupStateSummaryRequestTopic {
  const topicId = reader.uuid()
  const partitionsCount = reader.compactArray(9)
  const partitions = decodeReadShareGroupStateSummaryRequestTopicPartitionArray(
    reader,
    version,
    partitionsCount,
  )
  const unknownTaggedFields = reader.unknownTags()
  return { topicId, partitions, unknownTaggedFields }
}

function decodeReadShareGroupStateSummaryRequestTopicArray(
  reader: Reader,
  version: number,
  count: number,
): ReadShareGroupStateSummaryRequestTopic[] {
  reader.structs(count)
  const items = new Array<ReadShareGroupStateSummaryRequestTopic>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeReadShareGroupStateSummaryRequestTopic(reader, version)
  return items
}

function decodeReadShareGroupStateSummaryRequestTopicPartition(
  reader: Reader,
  _version: number,
): ReadShareGroupStateSummaryRequestTopicPartition {
  const partition = reader.int32()
  const leaderEpoch = reader.int32()
  const unknownTaggedFields = reader.unknownTags()
  return { partition, leaderEpoch, unknownTaggedFields }
}

function decodeReadShareGroupStateSummaryRequestTopicPartitionArray(
  reader: Reader,
  version: number,
  count: number,
): ReadShareGroupStateSummaryRequestTopicPartition[] {
  reader.structs(count)
  const items = new Array<ReadShareGroupStateSummaryRequestTopicPartition>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeReadShareGroupStateSummaryRequestTopicPartition(reader, version)
  return items
}

function encodeReadShareGroupStateSummaryRequest(
  writer: Writer,
  message: ReadShareGroupStateSummaryRequest,
  version: number,
): void {
  writer.compactString(message.groupId)
  writer.compactArray(message.topics.length)
  encodeReadShareGroupStateSummaryRequestTopicArray(writer, message.topics, version)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeReadShareGroupStateSummaryRequestTopic(
  writer: Writer,
  message: ReadShareGroupStateSummaryRequestTopic,
  version: number,
): void {
  writer.uuid(message.topicId)
  writer.compactArray(message.partitions.length)
  encodeReadShareGroupStateSummaryRequestTopicPartitionArray(writer, message.partitions, version)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeReadShareGroupStateSummaryRequestTopicArray(
  writer: Writer,
  items: readonly ReadShareGroupStateSummaryRequestTopic[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeReadShareGroupStateSummaryRequestTopic(writer, items[index]!, version)
}

function encodeReadShareGroupStateSummaryRequestTopicPartition(
  writer: Writer,
  message: ReadShareGroupStateSummaryRequestTopicPartition,
  _version: number,
): void {
  writer.int32(message.partition)
  writer.int32(message.leaderEpoch)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeReadShareGroupStateSummaryRequestTopicPartitionArray(
  writer: Writer,
  items: readonly ReadShareGroupStateSummaryRequestTopicPartition[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeReadShareGroupStateSummaryRequestTopicPartition(writer, items[index]!, version)
}
export interface ReadShareGroupStateSummaryResponse {
  results: ReadShareGroupStateSummaryResponseResult[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface ReadShareGroupStateSummaryResponseResult {
  topicId: Uuid
  partitions: ReadShareGroupStateSummaryResponseResultPartition[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface ReadShareGroupStateSummaryResponseResultPartition {
  partition: number
  errorCode: number
  errorMessage: string | null
  stateEpoch: number
  leaderEpoch: number
  startOffset: number
  deliveryCompleteCount: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function readShareGroupStateSummaryResponse(
  init: Partial<ReadShareGroupStateSummaryResponse> = {},
): ReadShareGroupStateSummaryResponse {
  return { results: init.results ?? [], unknownTaggedFields: init.unknownTaggedFields ?? null }
}

export function readShareGroupStateSummaryResponseResult(
  init: Partial<ReadShareGroupStateSummaryResponseResult> = {},
): ReadShareGroupStateSummaryResponseResult {
  return {
    topicId: init.topicId ?? ZERO_UUID,
    partitions: init.partitions ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function readShareGroupStateSummaryResponseResultPartition(
  init: Partial<ReadShareGroupStateSummaryResponseResultPartition> = {},
): ReadShareGroupStateSummaryResponseResultPartition {
  return {
    partition: init.partition ?? 0,
    errorCode: init.errorCode ?? 0,
    errorMessage: init.errorMessage ?? null,
    stateEpoch: init.stateEpoch ?? 0,
    leaderEpoch: init.leaderEpoch ?? 0,
    startOffset: init.startOffset ?? 0,
    deliveryCompleteCount: init.deliveryCompleteCount ?? -1,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeReadShareGroupStateSummaryResponse(
  reader: Reader,
  version: number,
): ReadShareGroupStateSummaryResponse {
  const resultsCount = reader.compactArray(18)
  const results = decodeReadShareGroupStateSummaryResponseResultArray(reader, version, resultsCount)
  const unknownTaggedFields = reader.unknownTags()
  return { results, unknownTaggedFields }
}

function decodeReadShareGroupStateSummaryResponseResult(
  reader: Reader,
  version: number,
): ReadShareGroupStateSummaryResponseResult {
  const topicId = reader.uuid()
  const partitionsCount = reader.compactArray(24)
  const partitions = decodeReadShareGroupStateSummaryResponseResultPartitionArray(
    reader,
    version,
    partitionsCount,
  )
  const unknownTaggedFields = reader.unknownTags()
  return { topicId, partitions, unknownTaggedFields }
}

function decodeReadShareGroupStateSummaryResponseResultArray(
  reader: Reader,
  version: number,
  count: number,
): ReadShareGroupStateSummaryResponseResult[] {
  reader.structs(count)
  const items = new Array<ReadShareGroupStateSummaryResponseResult>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeReadShareGroupStateSummaryResponseResult(reader, version)
  return items
}

function decodeReadShareGroupStateSummaryResponseResultPartition(
  reader: Reader,
  version: number,
): ReadShareGroupStateSummaryResponseResultPartition {
  const partition = reader.int32()
  const errorCode = reader.int16()
  const errorMessage = reader.compactNullableString()
  const stateEpoch = reader.int32()
  const leaderEpoch = reader.int32()
  const startOffset = reader.int64()
  const deliveryCompleteCount: number = version >= 1 ? reader.int32() : -1
  const unknownTaggedFields = reader.unknownTags()
  return {
    partition,
    errorCode,
    errorMessage,
    stateEpoch,
    leaderEpoch,
    startOffset,
    deliveryCompleteCount,
    unknownTaggedFields,
  }
}

function decodeReadShareGroupStateSummaryResponseResultPartitionArray(
  reader: Reader,
  version: number,
  count: number,
): ReadShareGroupStateSummaryResponseResultPartition[] {
  reader.structs(count)
  const items = new Array<ReadShareGroupStateSummaryResponseResultPartition>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeReadShareGroupStateSummaryResponseResultPartition(reader, version)
  return items
}

function encodeReadShareGroupStateSummaryResponse(
  writer: Writer,
  message: ReadShareGroupStateSummaryResponse,
  version: number,
): void {
  writer.compactArray(message.results.length)
  encodeReadShareGroupStateSummaryResponseResultArray(writer, message.results, version)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeReadShareGroupStateSummaryResponseResult(
  writer: Writer,
  message: ReadShareGroupStateSummaryResponseResult,
  version: number,
): void {
  writer.uuid(message.topicId)
  writer.compactArray(message.partitions.length)
  encodeReadShareGroupStateSummaryResponseResultPartitionArray(writer, message.partitions, version)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeReadShareGroupStateSummaryResponseResultArray(
  writer: Writer,
  items: readonly ReadShareGroupStateSummaryResponseResult[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeReadShareGroupStateSummaryResponseResult(writer, items[index]!, version)
}

function encodeReadShareGroupStateSummaryResponseResultPartition(
  writer: Writer,
  message: ReadShareGroupStateSummaryResponseResultPartition,
  version: number,
): void {
  writer.int32(message.partition)
  writer.int16(message.errorCode)
  writer.compactNullableString(message.errorMessage)
  writer.int32(message.stateEpoch)
  writer.int32(message.leaderEpoch)
  writer.int64(message.startOffset)
  if (version >= 1) {
    writer.int32(message.deliveryCompleteCount)
  }
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeReadShareGroupStateSummaryResponseResultPartitionArray(
  writer: Writer,
  items: readonly ReadShareGroupStateSummaryResponseResultPartition[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeReadShareGroupStateSummaryResponseResultPartition(writer, items[index]!, version)
}

export const readShareGroupStateSummaryApi: Api<
  ReadShareGroupStateSummaryRequest,
  ReadShareGroupStateSummaryResponse
> = {
  key: 87,
  name: 'ReadShareGroupStateSummary',
  versionMin: 0,
  versionMax: 1,
  versionMaxStable: 1,
  flexibleSince: 0,
  listeners: ['broker'],
  request: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 1))
        throwVersionUndecodable('ReadShareGroupStateSummaryRequest', version, '0-1')
      return decodeReadShareGroupStateSummaryRequest(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 1))
        throwVersionUnencodable('ReadShareGroupStateSummaryRequest', version, '0-1')
      encodeReadShareGroupStateSummaryRequest(writer, message, version)
    },
  },
  response: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 1))
        throwVersionUndecodable('ReadShareGroupStateSummaryResponse', version, '0-1')
      return decodeReadShareGroupStateSummaryResponse(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 1))
        throwVersionUnencodable('ReadShareGroupStateSummaryResponse', version, '0-1')
      encodeReadShareGroupStateSummaryResponse(writer, message, version)
    },
  },
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1,
}
