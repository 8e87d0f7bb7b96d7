import { ZERO_UUID } from '@samsa/base'
import type { Uuid } from '@samsa/base'
import type { Api } from '../api.ts'
import { throwVersionUndecodable, throwVersionUnencodable } from '../codec/errors.ts'
import type { Reader } from '../codec/reader.ts'
import type { UnknownTaggedField } from '../codec/tagged-field.ts'
import type { Writer } from '../codec/writer.ts'

export interface DeleteShareGroupOffsetsRequest {
  groupId: string
  topics: DeleteShareGroupOffsetsRequestTopic[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface DeleteShareGroupOffsetsRequestTopic {
  topicName: string
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function deleteShareGroupOffsetsRequest(
  init: Partial<DeleteShareGroupOffsetsRequest> = {},
): DeleteShareGroupOffsetsRequest {
  return {
    groupId: init.groupId ?? '',
    topics: init.topics ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function deleteShareGroupOffsetsRequestTopic(
  init: Partial<DeleteShareGroupOffsetsRequestTopic> = {},
): DeleteShareGroupOffsetsRequestTopic {
  return { topicName: init.topicName ?? '', unknownTaggedFields: init.unknownTaggedFields ?? null }
}

function decodeDeleteShareGroupOffsetsRequest(
  reader: Reader,
  version: number,
): DeleteShareGroupOffsetsRequest {
  const groupId = reader.compactString()
  const topicsCount = reader.compactArray(2)
  const topics = decodeDeleteShareGroupOffsetsRequestTopicArray(reader, version, topicsCount)
  const unknownTaggedFields = reader.unknownTags()
  return { groupId, topics, unknownTaggedFields }
}

function decodeDeleteShareGroupOffsetsRequestTopic(
  reader: Reader,
  _version: number,
): DeleteShareGroupOffsetsRequestTopic {
  const topicName = reader.compactString()
  const unknownTaggedFields = reader.unknownTags()
  return { topicName, unknownTaggedFields }
}

function decodeDeleteShareGroupOffsetsRequestTopicArray(
  reader: Reader,
  version: number,
  count: number,
): DeleteShareGroupOffsetsRequestTopic[] {
  reader.structs(count)
  const items = new Array<DeleteShareGroupOffsetsRequestTopic>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeDeleteShareGroupOffsetsRequestTopic(reader, version)
  return items
}

function encodeDeleteShareGroupOffsetsRequest(
  writer: Writer,
  message: DeleteShareGroupOffsetsRequest,
  version: number,
): void {
  writer.compactString(message.groupId)
  writer.compactArray(message.topics.length)
  encodeDeleteShareGroupOffsetsRequestTopicArray(writer, message.topics, version)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeDeleteShareGroupOffsetsRequestTopic(
  writer: Writer,
  message: DeleteShareGroupOffsetsRequestTopic,
  _version: number,
): void {
  writer.compactString(message.topicName)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeDeleteShareGroupOffsetsRequestTopicArray(
  writer: Writer,
  items: readonly DeleteShareGroupOffsetsRequestTopic[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeDeleteShareGroupOffsetsRequestTopic(writer, items[index]!, version)
}
export interface DeleteShareGroupOffsetsResponse {
  throttleTimeMs: number
  errorCode: number
  errorMessage: string | null
  responses: DeleteShareGroupOffsetsResponseTopic[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface DeleteShareGroupOffsetsResponseTopic {
  topicName: string
  topicId: Uuid
  errorCode: number
  errorMessage: string | null
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function deleteShareGroupOffsetsResponse(
  init: Partial<DeleteShareGroupOffsetsResponse> = {},
): DeleteShareGroupOffsetsResponse {
  return {
    throttleTimeMs: init.throttleTimeMs ?? 0,
    errorCode: init.errorCode ?? 0,
    errorMessage: init.errorMessage ?? null,
    responses: init.responses ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function deleteShareGroupOffsetsResponseTopic(
  init: Partial<DeleteShareGroupOffsetsResponseTopic> = {},
): DeleteShareGroupOffsetsResponseTopic {
  return {
    topicName: init.topicName ?? '',
    topicId: init.topicId ?? ZERO_UUID,
    errorCode: init.errorCode ?? 0,
    errorMessage: init.errorMessage ?? null,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeDeleteShareGroupOffsetsResponse(
  reader: Reader,
  version: number,
): DeleteShareGroupOffsetsResponse {
  const throttleTimeMs = reader.int32()
  const errorCode = reader.int16()
  const errorMessage = reader.compactNullableString()
  const responsesCount = reader.compactArray(21)
  const responses = decodeDeleteShareGroupOffsetsResponseTopicArray(reader, version, responsesCount)
  const unknownTaggedFields = reader.unknownTags()
  return { throttleTimeMs, errorCode, errorMessage, responses, unknownTaggedFields }
}

function decodeDeleteShareGroupOffsetsResponseTopic(
  reader: Reader,
  _version: number,
): DeleteShareGroupOffsetsResponseTopic {
  const topicName = reader.compactString()
  const topicId = reader.uuid()
  const errorCode = reader.int16()
  const errorMessage = reader.compactNullableString()
  const unknownTaggedFields = reader.unknownTags()
  return { topicName, topicId, errorCode, errorMessage, unknownTaggedFields }
}

function decodeDeleteShareGroupOffsetsResponseTopicArray(
  reader: Reader,
  version: number,
  count: number,
): DeleteShareGroupOffsetsResponseTopic[] {
  reader.structs(count)
  const items = new Array<DeleteShareGroupOffsetsResponseTopic>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeDeleteShareGroupOffsetsResponseTopic(reader, version)
  return items
}

function encodeDeleteShareGroupOffsetsResponse(
  writer: Writer,
  message: DeleteShareGroupOffsetsResponse,
  version: number,
): void {
  writer.int32(message.throttleTimeMs)
  writer.int16(message.errorCode)
  writer.compactNullableString(message.errorMessage)
  writer.compactArray(message.responses.length)
  encodeDeleteShareGroupOffsetsResponseTopicArray(writer, message.responses, version)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeDeleteShareGroupOffsetsResponseTopic(
  writer: Writer,
  message: DeleteShareGroupOffsetsResponseTopic,
  _version: number,
): void {
  writer.compactString(message.topicName)
  writer.uuid(message.topicId)
  writer.int16(message.errorCode)
  writer.compactNullableString(message.errorMessage)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeDeleteShareGroupOffsetsResponseTopicArray(
  writer: Writer,
  items: readonly DeleteShareGroupOffsetsResponseTopic[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeDeleteShareGroupOffsetsResponseTopic(writer, items[index]!, version)
}

export const deleteShareGroupOffsetsApi: Api<
  DeleteShareGroupOffsetsRequest,
  DeleteShareGroupOffsetsResponse
> = {
  key: 92,
  name: 'DeleteShareGroupOffsets',
  versionMin: 0,
  versionMax: 0,
  versionMaxStable: 0,
  flexibleSince: 0,
  listeners: ['broker'],
  request: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUndecodable('DeleteShareGroupOffsetsRequest', version, '0')
      return decodeDeleteShareGroupOffsetsRequest(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUnencodable('DeleteShareGroupOffsetsRequest', version, '0')
      encodeDeleteShareGroupOffsetsRequest(writer, message, version)
    },
  },
  response: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUndecodable('DeleteShareGroupOffsetsResponse', version, '0')
      return decodeDeleteShareGroupOffsetsResponse(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUnencodable('DeleteShareGroupOffsetsResponse', version, '0')
      encodeDeleteShareGroupOffsetsResponse(writer, message, version)
    },
  },
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1,
}
