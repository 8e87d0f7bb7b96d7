import type { Api } from '../api.ts'
import { readInt32s, writeInt32s } from '../codec/arrays.ts'
import {
  throwFieldAbsent,
  throwVersionUndecodable,
  throwVersionUnencodable,
} from '../codec/errors.ts'
import type { Reader } from '../codec/reader.ts'
import type { UnknownTaggedField } from '../codec/tagged-field.ts'
import type { Writer } from '../codec/writer.ts'

export interface CreatePartitionsRequest {
  topics: CreatePartitionsRequestTopic[]
  timeoutMs: number
  validateOnly: boolean
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface CreatePartitionsRequestTopic {
  name: string
  count: number
  assignments: CreatePartitionsRequestTopicAssignment[] | null
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface CreatePartitionsRequestTopicAssignment {
  brokerIds: number[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function createPartitionsRequest(
  init: Partial<CreatePartitionsRequest> = {},
): CreatePartitionsRequest {
  return {
    topics: init.topics ?? [],
    timeoutMs: init.timeoutMs ?? 0,
    validateOnly: init.validateOnly ?? false,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function createPartitionsRequestTopic(
  init: Partial<CreatePartitionsRequestTopic> = {},
): CreatePartitionsRequestTopic {
  return {
    name: init.name ?? '',
    count: init.count ?? 0,
    assignments: init.assignments === undefined ? [] : init.assignments,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function createPartitionsRequestTopicAssignment(
  init: Partial<CreatePartitionsRequestTopicAssignment> = {},
): CreatePartitionsRequestTopicAssignment {
  return { brokerIds: init.brokerIds ?? [], unknownTaggedFields: init.unknownTaggedFields ?? null }
}

function decodeCreatePartitionsRequest(reader: Reader, version: number): CreatePartitionsRequest {
  const topicsCount = version >= 2 ? reader.compactArray(7) : reader.array(10)
  const topics = decodeCreatePartitionsRequestTopicArray(reader, version, topicsCount)
  const timeoutMs = reader.int32()
  const validateOnly = reader.bool()
  const unknownTaggedFields = version >= 2 ? reader.unknownTags() : null
  return { topics, timeoutMs, validateOnly, unknownTaggedFields }
}

function decodeCreatePartitionsRequestTopic(
  reader: Reader,
  version: number,
): CreatePartitionsRequestTopic {
  const name: string = version >= 2 ? reader.compactString() : reader.string()
  const countValue = reader.int32()
  const assignmentsCount = version >= 2 ? reader.compactNullableArray(2) : reader.nullableArray(4)
  const assignments =
    assignmentsCount < 0
      ? null
      : decodeCreatePartitionsRequestTopicAssignmentArray(reader, version, assignmentsCount)
  const unknownTaggedFields = version >= 2 ? reader.unknownTags() : null
  return { name, count: countValue, assignments, unknownTaggedFields }
}

function decodeCreatePartitionsRequestTopicArray(
  reader: Reader,
  version: number,
  count: number,
): CreatePartitionsRequestTopic[] {
  reader.structs(count)
  const items = new Array<CreatePartitionsRequestTopic>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeCreatePartitionsRequestTopic(reader, version)
  return items
}

function decodeCreatePartitionsRequestTopicAssignment(
  reader: Reader,
  version: number,
): CreatePartitionsRequestTopicAssignment {
  const brokerIdsCount = version >= 2 ? reader.compactArray(4) : reader.array(4)
  const brokerIds = readInt32s(reader, brokerIdsCount)
  const unknownTaggedFields = version >= 2 ? reader.unknownTags() : null
  return { brokerIds, unknownTaggedFields }
}

function decodeCreatePartitionsRequestTopicAssignmentArray(
  reader: Reader,
  version: number,
  count: number,
): CreatePartitionsRequestTopicAssignment[] {
  reader.structs(count)
  const items = new Array<CreatePartitionsRequestTopicAssignment>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeCreatePartitionsRequestTopicAssignment(reader, version)
  return items
}

function encodeCreatePartitionsRequest(
  writer: Writer,
  message: CreatePartitionsRequest,
  version: number,
): void {
  if (version >= 2) {
    writer.compactArray(message.topics.length)
    encodeCreatePartitionsRequestTopicArray(writer, message.topics, version)
  } else {
    writer.array(message.topics.length)
    encodeCreatePartitionsRequestTopicArray(writer, message.topics, version)
  }
  writer.int32(message.timeoutMs)
  writer.bool(message.validateOnly)
  if (version >= 2) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('CreatePartitionsRequest', 'unknownTaggedFields', version)
  }
}

function encodeCreatePartitionsRequestTopic(
  writer: Writer,
  message: CreatePartitionsRequestTopic,
  version: number,
): void {
  if (version >= 2) {
    writer.compactString(message.name)
  } else {
    writer.string(message.name)
  }
  writer.int32(message.count)
  if (version >= 2) {
    if (message.assignments === null) writer.compactArray(-1)
    else {
      writer.compactArray(message.assignments.length)
      encodeCreatePartitionsRequestTopicAssignmentArray(writer, message.assignments, version)
    }
  } else {
    if (message.assignments === null) writer.array(-1)
    else {
      writer.array(message.assignments.length)
      encodeCreatePartitionsRequestTopicAssignmentArray(writer, message.assignments, version)
    }
  }
  if (version >= 2) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('CreatePartitionsRequestTopic', 'unknownTaggedFields', version)
  }
}

function encodeCreatePartitionsRequestTopicArray(
  writer: Writer,
  items: readonly CreatePartitionsRequestTopic[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeCreatePartitionsRequestTopic(writer, items[index]!, version)
}

function encodeCreatePartitionsRequestTopicAssignment(
  writer: Writer,
  message: CreatePartitionsRequestTopicAssignment,
  version: number,
): void {
  if (version >= 2) {
    writer.compactArray(message.brokerIds.length)
    writeInt32s(writer, message.brokerIds)
  } else {
    writer.array(message.brokerIds.length)
    writeInt32s(writer, message.brokerIds)
  }
  if (version >= 2) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('CreatePartitionsRequestTopicAssignment', 'unknownTaggedFields', version)
  }
}

function encodeCreatePartitionsRequestTopicAssignmentArray(
  writer: Writer,
  items: readonly CreatePartitionsRequestTopicAssignment[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeCreatePartitionsRequestTopicAssignment(writer, items[index]!, version)
}
export interface CreatePartitionsResponse {
  throttleTimeMs: number
  results: CreatePartitionsResponseResult[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface CreatePartitionsResponseResult {
  name: string
  errorCode: number
  errorMessage: string | null
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function createPartitionsResponse(
  init: Partial<CreatePartitionsResponse> = {},
): CreatePartitionsResponse {
  return {
    throttleTimeMs: init.throttleTimeMs ?? 0,
    results: init.results ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function createPartitionsResponseResult(
  init: Partial<CreatePartitionsResponseResult> = {},
): CreatePartitionsResponseResult {
  return {
    name: init.name ?? '',
    errorCode: init.errorCode ?? 0,
    errorMessage: init.errorMessage ?? null,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeCreatePartitionsResponse(reader: Reader, version: number): CreatePartitionsResponse {
  const throttleTimeMs = reader.int32()
  const resultsCount = version >= 2 ? reader.compactArray(5) : reader.array(6)
  const results = decodeCreatePartitionsResponseResultArray(reader, version, resultsCount)
  const unknownTaggedFields = version >= 2 ? reader.unknownTags() : null
  return { throttleTimeMs, results, unknownTaggedFields }
}

function decodeCreatePartitionsResponseResult(
  reader: Reader,
  version: number,
): CreatePartitionsResponseResult {
  const name: string = version >= 2 ? reader.compactString() : reader.string()
  const errorCode = reader.int16()
  const errorMessage: string | null =
    version >= 2 ? reader.compactNullableString() : reader.nullableString()
  const unknownTaggedFields = version >= 2 ? reader.unknownTags() : null
  return { name, errorCode, errorMessage, unknownTaggedFields }
}

function decodeCreatePartitionsResponseResultArray(
  reader: Reader,
  version: number,
  count: number,
): CreatePartitionsResponseResult[] {
  reader.structs(count)
  const items = new Array<CreatePartitionsResponseResult>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeCreatePartitionsResponseResult(reader, version)
  return items
}

function encodeCreatePartitionsResponse(
  writer: Writer,
  message: CreatePartitionsResponse,
  version: number,
): void {
  writer.int32(message.throttleTimeMs)
  if (version >= 2) {
    writer.compactArray(message.results.length)
    encodeCreatePartitionsResponseResultArray(writer, message.results, version)
  } else {
    writer.array(message.results.length)
    encodeCreatePartitionsResponseResultArray(writer, message.results, version)
  }
  if (version >= 2) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('CreatePartitionsResponse', 'unknownTaggedFields', version)
  }
}

function encodeCreatePartitionsResponseResult(
  writer: Writer,
  message: CreatePartitionsResponseResult,
  version: number,
): void {
  if (version >= 2) {
    writer.compactString(message.name)
  } else {
    writer.string(message.name)
  }
  writer.int16(message.errorCode)
  if (version >= 2) {
    writer.compactNullableString(message.errorMessage)
  } else {
    writer.nullableString(message.errorMessage)
  }
  if (version >= 2) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('CreatePartitionsResponseResult', 'unknownTaggedFields', version)
  }
}

function encodeCreatePartitionsResponseResultArray(
  writer: Writer,
  items: readonly CreatePartitionsResponseResult[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeCreatePartitionsResponseResult(writer, items[index]!, version)
}

export const createPartitionsApi: Api<CreatePartitionsRequest, CreatePartitionsResponse> = {
  key: 37,
  name: 'CreatePartitions',
  versionMin: 0,
  versionMax: 3,
  versionMaxStable: 3,
  flexibleSince: 2,
  listeners: ['broker', 'controller'],
  request: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 3))
        throwVersionUndecodable('CreatePartitionsRequest', version, '0-3')
      return decodeCreatePartitionsRequest(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 3))
        throwVersionUnencodable('CreatePartitionsRequest', version, '0-3')
      encodeCreatePartitionsRequest(writer, message, version)
    },
  },
  response: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 3))
        throwVersionUndecodable('CreatePartitionsResponse', version, '0-3')
      return decodeCreatePartitionsResponse(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 3))
        throwVersionUnencodable('CreatePartitionsResponse', version, '0-3')
      encodeCreatePartitionsResponse(writer, message, version)
    },
  },
  requestHeaderVersion: (version) => (version >= 2 ? 2 : 1),
  responseHeaderVersion: (version) => (version >= 2 ? 1 : 0),
}
