import { ZERO_UUID } from '@samsa/base'
import type { Uuid } from '@samsa/base'
import type { Api } from '../api.ts'
import { throwVersionUndecodable, throwVersionUnencodable } from '../codec/errors.ts'
import type { Reader } from '../codec/reader.ts'
import type { UnknownTaggedField } from '../codec/tagged-field.ts'
import type { Writer } from '../codec/writer.ts'

export interface DeleteShareGroupStateRequest {
  groupId: string
  topics: DeleteShareGroupStateRequestTopic[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface DeleteShareGroupStateRequestTopic {
  topicId: Uuid
  partitions: DeleteShareGroupStateRequestTopicPartition[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface DeleteShareGroupStateRequestTopicPartition {
  partition: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function deleteShareGroupStateRequest(
  init: Partial<DeleteShareGroupStateRequest> = {},
): DeleteShareGroupStateRequest {
  return {
    groupId: init.groupId ?? '',
    topics: init.topics ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function deleteShareGroupStateRequestTopic(
  init: Partial<DeleteShareGroupStateRequestTopic> = {},
): DeleteShareGroupStateRequestTopic {
  return {
    topicId: init.topicId ?? ZERO_UUID,
    partitions: init.partitions ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function deleteShareGroupStateRequestTopicPartition(
  init: Partial<DeleteShareGroupStateRequestTopicPartition> = {},
): DeleteShareGroupStateRequestTopicPartition {
  return { partition: init.partition ?? 0, unknownTaggedFields: init.unknownTaggedFields ?? null }
}

function decodeDeleteShareGroupStateRequest(
  reader: Reader,
  version: number,
): DeleteShareGroupStateRequest {
  const groupId = reader.compactString()
  const topicsCount = reader.compactArray(18)
  const topics = decodeDeleteShareGroupStateRequestTopicArray(reader, version, topicsCount)
  const unknownTaggedFields = reader.unknownTags()
  return { groupId, topics, unknownTaggedFields }
}

function decodeDeleteShareGroupStateRequestTopic(
  reader: Reader,
  version: number,
): DeleteShareGroupStateRequestTopic {
  const topicId = reader.uuid()
  const partitionsCount = reader.compactArray(5)
  const partitions = decodeDeleteShareGroupStateRequestTopicPartitionArray(
    reader,
    version,
    partitionsCount,
  )
  const unknownTaggedFields = reader.unknownTags()
  return { topicId, partitions, unknownTaggedFields }
}

function decodeDeleteShareGroupStateRequestTopicArray(
  reader: Reader,
  version: number,
  count: number,
): DeleteShareGroupStateRequestTopic[] {
  reader.structs(count)
  const items = new Array<DeleteShareGroupStateRequestTopic>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeDeleteShareGroupStateRequestTopic(reader, version)
  return items
}

function decodeDeleteShareGroupStateRequestTopicPartition(
  reader: Reader,
  _version: number,
): DeleteShareGroupStateRequestTopicPartition {
  const partition = reader.int32()
  const unknownTaggedFields = reader.unknownTags()
  return { partition, unknownTaggedFields }
}

function decodeDeleteShareGroupStateRequestTopicPartitionArray(
  reader: Reader,
  version: number,
  count: number,
): DeleteShareGroupStateRequestTopicPartition[] {
  reader.structs(count)
  const items = new Array<DeleteShareGroupStateRequestTopicPartition>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeDeleteShareGroupStateRequestTopicPartition(reader, version)
  return items
}

function encodeDeleteShareGroupStateRequest(
  writer: Writer,
  message: DeleteShareGroupStateRequest,
  version: number,
): void {
  writer.compactString(message.groupId)
  writer.compactArray(message.topics.length)
  encodeDeleteShareGroupStateRequestTopicArray(writer, message.topics, version)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeDeleteShareGroupStateRequestTopic(
  writer: Writer,
  message: DeleteShareGroupStateRequestTopic,
  version: number,
): void {
  writer.uuid(message.topicId)
  writer.compactArray(message.partitions.length)
  encodeDeleteShareGroupStateRequestTopicPartitionArray(writer, message.partitions, version)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeDeleteShareGroupStateRequestTopicArray(
  writer: Writer,
  items: readonly DeleteShareGroupStateRequestTopic[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeDeleteShareGroupStateRequestTopic(writer, items[index]!, version)
}

function encodeDeleteShareGroupStateRequestTopicPartition(
  writer: Writer,
  message: DeleteShareGroupStateRequestTopicPartition,
  _version: number,
): void {
  writer.int32(message.partition)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeDeleteShareGroupStateRequestTopicPartitionArray(
  writer: Writer,
  items: readonly DeleteShareGroupStateRequestTopicPartition[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeDeleteShareGroupStateRequestTopicPartition(writer, items[index]!, version)
}
export interface DeleteShareGroupStateResponse {
  results: DeleteShareGroupStateResponseResult[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface DeleteShareGroupStateResponseResult {
  topicId: Uuid
  partitions: DeleteShareGroupStateResponseResultPartition[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface DeleteShareGroupStateResponseResultPartition {
  partition: number
  errorCode: number
  errorMessage: string | null
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function deleteShareGroupStateResponse(
  init: Partial<DeleteShareGroupStateResponse> = {},
): DeleteShareGroupStateResponse {
  return { results: init.results ?? [], unknownTaggedFields: init.unknownTaggedFields ?? null }
}

export function deleteShareGroupStateResponseResult(
  init: Partial<DeleteShareGroupStateResponseResult> = {},
): DeleteShareGroupStateResponseResult {
  return {
    topicId: init.topicId ?? ZERO_UUID,
    partitions: init.partitions ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function deleteShareGroupStateResponseResultPartition(
  init: Partial<DeleteShareGroupStateResponseResultPartition> = {},
): DeleteShareGroupStateResponseResultPartition {
  return {
    partition: init.partition ?? 0,
    errorCode: init.errorCode ?? 0,
    errorMessage: init.errorMessage ?? null,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeDeleteShareGroupStateResponse(
  reader: Reader,
  version: number,
): DeleteShareGroupStateResponse {
  const resultsCount = reader.compactArray(18)
  const results = decodeDeleteShareGroupStateResponseResultArray(reader, version, resultsCount)
  const unknownTaggedFields = reader.unknownTags()
  return { results, unknownTaggedFields }
}

function decodeDeleteShareGroupStateResponseResult(
  reader: Reader,
  version: number,
): DeleteShareGroupStateResponseResult {
  const topicId = reader.uuid()
  const partitionsCount = reader.compactArray(8)
  const partitions = decodeDeleteShareGroupStateResponseResultPartitionArray(
    reader,
    version,
    partitionsCount,
  )
  const unknownTaggedFields = reader.unknownTags()
  return { topicId, partitions, unknownTaggedFields }
}

function decodeDeleteShareGroupStateResponseResultArray(
  reader: Reader,
  version: number,
  count: number,
): DeleteShareGroupStateResponseResult[] {
  reader.structs(count)
  const items = new Array<DeleteShareGroupStateResponseResult>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeDeleteShareGroupStateResponseResult(reader, version)
  return items
}

function decodeDeleteShareGroupStateResponseResultPartition(
  reader: Reader,
  _version: number,
): DeleteShareGroupStateResponseResultPartition {
  const partition = reader.int32()
  const errorCode = reader.int16()
  const errorMessage = reader.compactNullableString()
  const unknownTaggedFields = reader.unknownTags()
  return { partition, errorCode, errorMessage, unknownTaggedFields }
}

function decodeDeleteShareGroupStateResponseResultPartitionArray(
  reader: Reader,
  version: number,
  count: number,
): DeleteShareGroupStateResponseResultPartition[] {
  reader.structs(count)
  const items = new Array<DeleteShareGroupStateResponseResultPartition>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeDeleteShareGroupStateResponseResultPartition(reader, version)
  return items
}

function encodeDeleteShareGroupStateResponse(
  writer: Writer,
  message: DeleteShareGroupStateResponse,
  version: number,
): void {
  writer.compactArray(message.results.length)
  encodeDeleteShareGroupStateResponseResultArray(writer, message.results, version)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeDeleteShareGroupStateResponseResult(
  writer: Writer,
  message: DeleteShareGroupStateResponseResult,
  version: number,
): void {
  writer.uuid(message.topicId)
  writer.compactArray(message.partitions.length)
  encodeDeleteShareGroupStateResponseResultPartitionArray(writer, message.partitions, version)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeDeleteShareGroupStateResponseResultArray(
  writer: Writer,
  items: readonly DeleteShareGroupStateResponseResult[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeDeleteShareGroupStateResponseResult(writer, items[index]!, version)
}

function encodeDeleteShareGroupStateResponseResultPartition(
  writer: Writer,
  message: DeleteShareGroupStateResponseResultPartition,
  _version: number,
): void {
  writer.int32(message.partition)
  writer.int16(message.errorCode)
  writer.compactNullableString(message.errorMessage)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeDeleteShareGroupStateResponseResultPartitionArray(
  writer: Writer,
  items: readonly DeleteShareGroupStateResponseResultPartition[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeDeleteShareGroupStateResponseResultPartition(writer, items[index]!, version)
}

export const deleteShareGroupStateApi: Api<
  DeleteShareGroupStateRequest,
  DeleteShareGroupStateResponse
> = {
  key: 86,
  name: 'DeleteShareGroupState',
  versionMin: 0,
  versionMax: 0,
  versionMaxStable: 0,
  flexibleSince: 0,
  listeners: ['broker'],
  request: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUndecodable('DeleteShareGroupStateRequest', version, '0')
      return decodeDeleteShareGroupStateRequest(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUnencodable('DeleteShareGroupStateRequest', version, '0')
      encodeDeleteShareGroupStateRequest(writer, message, version)
    },
  },
  response: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUndecodable('DeleteShareGroupStateResponse', version, '0')
      return decodeDeleteShareGroupStateResponse(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUnencodable('DeleteShareGroupStateResponse', version, '0')
      encodeDeleteShareGroupStateResponse(writer, message, version)
    },
  },
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1,
}
