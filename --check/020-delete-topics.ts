import { ZERO_UUID } from '@samsa/base'
import type { Uuid } from '@samsa/base'
import type { Api } from '../api.ts'
import {
  readStrings,
  writeStrings,
  readCompactStrings,
  writeCompactStrings,
} from '../codec/arrays.ts'
import {
  throwFieldAbsent,
  throwFieldNull,
  throwVersionUndecodable,
  throwVersionUnencodable,
} from '../codec/errors.ts'
import type { Reader } from '../codec/reader.ts'
import type { UnknownTaggedField } from '../codec/tagged-field.ts'
import type { Writer } from '../codec/writer.ts'

export interface DeleteTopicsRequest {
  topics: DeleteTopicsRequestTopic[]
  topicNames: string[]
  timeoutMs: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface DeleteTopicsRequestTopic {
  name: string | null
  topicId: Uuid
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function deleteTopicsRequest(init: Partial<DeleteTopicsRequest> = {}): DeleteTopicsRequest {
  return {
    topics: init.topics ?? [],
    topicNames: init.topicNames ?? [],
    timeoutMs: init.timeoutMs ?? 0,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function deleteTopicsRequestTopic(
  init: Partial<DeleteTopicsRequestTopic> = {},
): DeleteTopicsRequestTopic {
  return {
    name: init.name ?? null,
    topicId: init.topicId ?? ZERO_UUID,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeDeleteTopicsRequest(reader: Reader, version: number): DeleteTopicsRequest {
  const topicsCount = version >= 6 ? reader.compactArray(18) : 0
  const topics = decodeDeleteTopicsRequestTopicArray(reader, version, topicsCount)
  const topicNamesCount = version >= 6 ? 0 : version >= 4 ? reader.compactArray(1) : reader.array(2)
  const topicNames =
    version >= 4
      ? readCompactStrings(reader, topicNamesCount)
      : readStrings(reader, topicNamesCount)
  const timeoutMs = reader.int32()
  const unknownTaggedFields = version >= 4 ? reader.unknownTags() : null
  return { topics, topicNames, timeoutMs, unknownTaggedFields }
}

function decodeDeleteTopicsRequestTopic(
  reader: Reader,
  _version: number,
): DeleteTopicsRequestTopic {
  const name = reader.compactNullableString()
  const topicId = reader.uuid()
  const unknownTaggedFields = reader.unknownTags()
  return { name, topicId, unknownTaggedFields }
}

function decodeDeleteTopicsRequestTopicArray(
  reader: Reader,
  version: number,
  count: number,
): DeleteTopicsRequestTopic[] {
  reader.structs(count)
  const items = new Array<DeleteTopicsRequestTopic>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeDeleteTopicsRequestTopic(reader, version)
  return items
}

function encodeDeleteTopicsRequest(
  writer: Writer,
  message: DeleteTopicsRequest,
  version: number,
): void {
  if (version >= 6) {
    writer.compactArray(message.topics.length)
    encodeDeleteTopicsRequestTopicArray(writer, message.topics, version)
  } else {
    if (message.topics.length !== 0) throwFieldAbsent('DeleteTopicsRequest', 'topics', version)
  }
  if (version < 6) {
    if (version >= 4) {
      writer.compactArray(message.topicNames.length)
      writeCompactStrings(writer, message.topicNames)
    } else {
      writer.array(message.topicNames.length)
      writeStrings(writer, message.topicNames)
    }
  }
  writer.int32(message.timeoutMs)
  if (version >= 4) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('DeleteTopicsRequest', 'unknownTaggedFields', version)
  }
}

function encodeDeleteTopicsRequestTopic(
  writer: Writer,
  message: DeleteTopicsRequestTopic,
  _version: number,
): void {
  writer.compactNullableString(message.name)
  writer.uuid(message.topicId)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeDeleteTopicsRequestTopicArray(
  writer: Writer,
  items: readonly DeleteTopicsRequestTopic[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeDeleteTopicsRequestTopic(writer, items[index]!, version)
}
export interface DeleteTopicsResponse {
  throttleTimeMs: number
  responses: DeleteTopicsResponseTopic[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface DeleteTopicsResponseTopic {
  name: string | null
  topicId: Uuid
  errorCode: number
  errorMessage: string | null
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function deleteTopicsResponse(
  init: Partial<DeleteTopicsResponse> = {},
): DeleteTopicsResponse {
  return {
    throttleTimeMs: init.throttleTimeMs ?? 0,
    responses: init.responses ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function deleteTopicsResponseTopic(
  init: Partial<DeleteTopicsResponseTopic> = {},
): DeleteTopicsResponseTopic {
  return {
    name: init.name === undefined ? '' : init.name,
    topicId: init.topicId ?? ZERO_UUID,
    errorCode: init.errorCode ?? 0,
    errorMessage: init.errorMessage ?? null,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeDeleteTopicsResponse(reader: Reader, version: number): DeleteTopicsResponse {
  const throttleTimeMs = reader.int32()
  const responsesCount = version >= 4 ? reader.compactArray(4) : reader.array(4)
  const responses = decodeDeleteTopicsResponseTopicArray(reader, version, responsesCount)
  const unknownTaggedFields = version >= 4 ? reader.unknownTags() : null
  return { throttleTimeMs, responses, unknownTaggedFields }
}

function decodeDeleteTopicsResponseTopic(
  reader: Reader,
  version: number,
): DeleteTopicsResponseTopic {
  const name: string | null =
    version >= 6
      ? reader.compactNullableString()
      : version >= 4
        ? reader.compactString()
        : reader.string()
  const topicId: Uuid = version >= 6 ? reader.uuid() : ZERO_UUID
  const errorCode = reader.int16()
  const errorMessage: string | null = version >= 5 ? reader.compactNullableString() : null
  const unknownTaggedFields = version >= 4 ? reader.unknownTags() : null
  return { name, topicId, errorCode, errorMessage, unknownTaggedFields }
}

function decodeDeleteTopicsResponseTopicArray(
  reader: Reader,
  version: number,
  count: number,
): DeleteTopicsResponseTopic[] {
  reader.structs(count)
  const items = new Array<DeleteTopicsResponseTopic>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeDeleteTopicsResponseTopic(reader, version)
  return items
}

function encodeDeleteTopicsResponse(
  writer: Writer,
  message: DeleteTopicsResponse,
  version: number,
): void {
  writer.int32(message.throttleTimeMs)
  if (version >= 4) {
    writer.compactArray(message.responses.length)
    encodeDeleteTopicsResponseTopicArray(writer, message.responses, version)
  } else {
    writer.array(message.responses.length)
    encodeDeleteTopicsResponseTopicArray(writer, message.responses, version)
  }
  if (version >= 4) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('DeleteTopicsResponse', 'unknownTaggedFields', version)
  }
}

function encodeDeleteTopicsResponseTopic(
  writer: Writer,
  message: DeleteTopicsResponseTopic,
  version: number,
): void {
  if (version >= 6) {
    writer.compactNullableString(message.name)
  } else {
    if (version >= 4) {
      if (message.name === null) throwFieldNull('DeleteTopicsResponseTopic', 'name', version)
      writer.compactString(message.name)
    } else {
      if (message.name === null) throwFieldNull('DeleteTopicsResponseTopic', 'name', version)
      writer.string(message.name)
    }
  }
  if (version >= 6) {
    writer.uuid(message.topicId)
  }
  writer.int16(message.errorCode)
  if (version >= 5) {
    writer.compactNullableString(message.errorMessage)
  }
  if (version >= 4) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('DeleteTopicsResponseTopic', 'unknownTaggedFields', version)
  }
}

function encodeDeleteTopicsResponseTopicArray(
  writer: Writer,
  items: readonly DeleteTopicsResponseTopic[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeDeleteTopicsResponseTopic(writer, items[index]!, version)
}

export const deleteTopicsApi: Api<DeleteTopicsRequest, DeleteTopicsResponse> = {
  key: 20,
  name: 'DeleteTopics',
  versionMin: 1,
  versionMax: 6,
  versionMaxStable: 6,
  flexibleSince: 4,
  listeners: ['broker', 'controller'],
  request: {
    decode(reader, version) {
      if (!(version >= 1 && version <= 6))
        throwVersionUndecodable('DeleteTopicsRequest', version, '1-6')
      return decodeDeleteTopicsRequest(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 1 && version <= 6))
        throwVersionUnencodable('DeleteTopicsRequest', version, '1-6')
      encodeDeleteTopicsRequest(writer, message, version)
    },
  },
  response: {
    decode(reader, version) {
      if (!(version >= 1 && version <= 6))
        throwVersionUndecodable('DeleteTopicsResponse', version, '1-6')
      return decodeDeleteTopicsResponse(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 1 && version <= 6))
        throwVersionUnencodable('DeleteTopicsResponse', version, '1-6')
      encodeDeleteTopicsResponse(writer, message, version)
    },
  },
  requestHeaderVersion: (version) => (version >= 4 ? 2 : 1),
  responseHeaderVersion: (version) => (version >= 4 ? 1 : 0),
}
