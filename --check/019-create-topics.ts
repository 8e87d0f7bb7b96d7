import { ZERO_UUID } from '@samsa/base'
import type { Uuid } from '@samsa/base'
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

export interface CreateTopicsRequest {
  topics: CreateTopicsRequestTopic[]
  timeoutMs: number
  validateOnly: boolean
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface CreateTopicsRequestTopic {
  name: string
  numPartitions: number
  replicationFactor: number
  assignments: CreateTopicsRequestTopicAssignment[]
  configs: CreateTopicsRequestTopicConfig[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface CreateTopicsRequestTopicConfig {
  name: string
  value: string | null
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface CreateTopicsRequestTopicAssignment {
  partitionIndex: number
  brokerIds: number[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function createTopicsRequest(init: Partial<CreateTopicsRequest> = {}): CreateTopicsRequest {
  return {
    topics: init.topics ?? [],
    timeoutMs: init.timeoutMs ?? 60000,
    validateOnly: init.validateOnly ?? false,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function createTopicsRequestTopic(
  init: Partial<CreateTopicsRequestTopic> = {},
): CreateTopicsRequestTopic {
  return {
    name: init.name ?? '',
    numPartitions: init.numPartitions ?? 0,
    replicationFactor: init.replicationFactor ?? 0,
    assignments: init.assignments ?? [],
    configs: init.configs ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function createTopicsRequestTopicConfig(
  init: Partial<CreateTopicsRequestTopicConfig> = {},
): CreateTopicsRequestTopicConfig {
  return {
    name: init.name ?? '',
    value: init.value === undefined ? '' : init.value,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function createTopicsRequestTopicAssignment(
  init: Partial<CreateTopicsRequestTopicAssignment> = {},
): CreateTopicsRequestTopicAssignment {
  return {
    partitionIndex: init.partitionIndex ?? 0,
    brokerIds: init.brokerIds ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeCreateTopicsRequest(reader: Reader, version: number): CreateTopicsRequest {
  const topicsCount = version >= 5 ? reader.compactArray(10) : reader.array(16)
  const topics = decodeCreateTopicsRequestTopicArray(reader, version, topicsCount)
  const timeoutMs = reader.int32()
  const validateOnly = reader.bool()
  const unknownTaggedFields = version >= 5 ? reader.unknownTags() : null
  return { topics, timeoutMs, validateOnly, unknownTaggedFields }
}

function decodeCreateTopicsRequestTopic(reader: Reader, version: number): CreateTopicsRequestTopic {
  const name: string = version >= 5 ? reader.compactString() : reader.string()
  const numPartitions = reader.int32()
  const replicationFactor = reader.int16()
  const assignmentsCount = version >= 5 ? reader.compactArray(6) : reader.array(8)
  const assignments = decodeCreateTopicsRequestTopicAssignmentArray(
    reader,
    version,
    assignmentsCount,
  )
  const configsCount = version >= 5 ? reader.compactArray(3) : reader.array(4)
  const configs = decodeCreateTopicsRequestTopicConfigArray(reader, version, configsCount)
  const unknownTaggedFields = version >= 5 ? reader.unknownTags() : null
  return { name, numPartitions, replicationFactor, assignments, configs, unknownTaggedFields }
}

function decodeCreateTopicsRequestTopicArray(
  reader: Reader,
  version: number,
  count: number,
): CreateTopicsRequestTopic[] {
  reader.structs(count)
  const items = new Array<CreateTopicsRequestTopic>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeCreateTopicsRequestTopic(reader, version)
  return items
}

function decodeCreateTopicsRequestTopicConfig(
  reader: Reader,
  version: number,
): CreateTopicsRequestTopicConfig {
  const name: string = version >= 5 ? reader.compactString() : reader.string()
  const value: string | null =
    version >= 5 ? reader.compactNullableString() : reader.nullableString()
  const unknownTaggedFields = version >= 5 ? reader.unknownTags() : null
  return { name, value, unknownTaggedFields }
}

function decodeCreateTopicsRequestTopicConfigArray(
  reader: Reader,
  version: number,
  count: number,
): CreateTopicsRequestTopicConfig[] {
  reader.structs(count)
  const items = new Array<CreateTopicsRequestTopicConfig>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeCreateTopicsRequestTopicConfig(reader, version)
  return items
}

function decodeCreateTopicsRequestTopicAssignment(
  reader: Reader,
  version: number,
): CreateTopicsRequestTopicAssignment {
  const partitionIndex = reader.int32()
  const brokerIdsCount = version >= 5 ? reader.compactArray(4) : reader.array(4)
  const brokerIds = readInt32s(reader, brokerIdsCount)
  const unknownTaggedFields = version >= 5 ? reader.unknownTags() : null
  return { partitionIndex, brokerIds, unknownTaggedFields }
}

function decodeCreateTopicsRequestTopicAssignmentArray(
  reader: Reader,
  version: number,
  count: number,
): CreateTopicsRequestTopicAssignment[] {
  reader.structs(count)
  const items = new Array<CreateTopicsRequestTopicAssignment>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeCreateTopicsRequestTopicAssignment(reader, version)
  return items
}

function encodeCreateTopicsRequest(
  writer: Writer,
  message: CreateTopicsRequest,
  version: number,
): void {
  if (version >= 5) {
    writer.compactArray(message.topics.length)
    encodeCreateTopicsRequestTopicArray(writer, message.topics, version)
  } else {
    writer.array(message.topics.length)
    encodeCreateTopicsRequestTopicArray(writer, message.topics, version)
  }
  writer.int32(message.timeoutMs)
  writer.bool(message.validateOnly)
  if (version >= 5) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('CreateTopicsRequest', 'unknownTaggedFields', version)
  }
}

function encodeCreateTopicsRequestTopic(
  writer: Writer,
  message: CreateTopicsRequestTopic,
  version: number,
): void {
  if (version >= 5) {
    writer.compactString(message.name)
  } else {
    writer.string(message.name)
  }
  writer.int32(message.numPartitions)
  writer.int16(message.replicationFactor)
  if (version >= 5) {
    writer.compactArray(message.assignments.length)
    encodeCreateTopicsRequestTopicAssignmentArray(writer, message.assignments, version)
  } else {
    writer.array(message.assignments.length)
    encodeCreateTopicsRequestTopicAssignmentArray(writer, message.assignments, version)
  }
  if (version >= 5) {
    writer.compactArray(message.configs.length)
    encodeCreateTopicsRequestTopicConfigArray(writer, message.configs, version)
  } else {
    writer.array(message.configs.length)
    encodeCreateTopicsRequestTopicConfigArray(writer, message.configs, version)
  }
  if (version >= 5) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('CreateTopicsRequestTopic', 'unknownTaggedFields', version)
  }
}

function encodeCreateTopicsRequestTopicArray(
  writer: Writer,
  items: readonly CreateTopicsRequestTopic[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeCreateTopicsRequestTopic(writer, items[index]!, version)
}

function encodeCreateTopicsRequestTopicConfig(
  writer: Writer,
  message: CreateTopicsRequestTopicConfig,
  version: number,
): void {
  if (version >= 5) {
    writer.compactString(message.name)
  } else {
    writer.string(message.name)
  }
  if (version >= 5) {
    writer.compactNullableString(message.value)
  } else {
    writer.nullableString(message.value)
  }
  if (version >= 5) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('CreateTopicsRequestTopicConfig', 'unknownTaggedFields', version)
  }
}

function encodeCreateTopicsRequestTopicConfigArray(
  writer: Writer,
  items: readonly CreateTopicsRequestTopicConfig[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeCreateTopicsRequestTopicConfig(writer, items[index]!, version)
}

function encodeCreateTopicsRequestTopicAssignment(
  writer: Writer,
  message: CreateTopicsRequestTopicAssignment,
  version: number,
): void {
  writer.int32(message.partitionIndex)
  if (version >= 5) {
    writer.compactArray(message.brokerIds.length)
    writeInt32s(writer, message.brokerIds)
  } else {
    writer.array(message.brokerIds.length)
    writeInt32s(writer, message.brokerIds)
  }
  if (version >= 5) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('CreateTopicsRequestTopicAssignment', 'unknownTaggedFields', version)
  }
}

function encodeCreateTopicsRequestTopicAssignmentArray(
  writer: Writer,
  items: readonly CreateTopicsRequestTopicAssignment[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeCreateTopicsRequestTopicAssignment(writer, items[index]!, version)
}
export interface CreateTopicsResponse {
  throttleTimeMs: number
  topics: CreateTopicsResponseTopic[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface CreateTopicsResponseTopic {
  name: string
  topicId: Uuid
  errorCode: number
  errorMessage: string | null
  topicConfigErrorCode: number
  numPartitions: number
  replicationFactor: number
  configs: CreateTopicsResponseTopicConfig[] | null
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface CreateTopicsResponseTopicConfig {
  name: string
  value: string | null
  readOnly: boolean
  configSource: number
  isSensitive: boolean
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function createTopicsResponse(
  init: Partial<CreateTopicsResponse> = {},
): CreateTopicsResponse {
  return {
    throttleTimeMs: init.throttleTimeMs ?? 0,
    topics: init.topics ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function createTopicsResponseTopic(
  init: Partial<CreateTopicsResponseTopic> = {},
): CreateTopicsResponseTopic {
  return {
    name: init.name ?? '',
    topicId: init.topicId ?? ZERO_UUID,
    errorCode: init.errorCode ?? 0,
    errorMessage: init.errorMessage === undefined ? '' : init.errorMessage,
    topicConfigErrorCode: init.topicConfigErrorCode ?? 0,
    numPartitions: init.numPartitions ?? -1,
    replicationFactor: init.replicationFactor ?? -1,
    configs: init.configs === undefined ? [] : init.configs,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function createTopicsResponseTopicConfig(
  init: Partial<CreateTopicsResponseTopicConfig> = {},
): CreateTopicsResponseTopicConfig {
  return {
    name: init.name ?? '',
    value: init.value === undefined ? '' : init.value,
    readOnly: init.readOnly ?? false,
    configSource: init.configSource ?? -1,
    isSensitive: init.isSensitive ?? false,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeCreateTopicsResponse(reader: Reader, version: number): CreateTopicsResponse {
  const throttleTimeMs = reader.int32()
  const topicsCount = version >= 5 ? reader.compactArray(12) : reader.array(6)
  const topics = decodeCreateTopicsResponseTopicArray(reader, version, topicsCount)
  const unknownTaggedFields = version >= 5 ? reader.unknownTags() : null
  return { throttleTimeMs, topics, unknownTaggedFields }
}

function decodeCreateTopicsResponseTopic(
  reader: Reader,
  version: number,
): CreateTopicsResponseTopic {
  const name: string = version >= 5 ? reader.compactString() : reader.string()
  const topicId: Uuid = version >= 7 ? reader.uuid() : ZERO_UUID
  const errorCode = reader.int16()
  const errorMessage: string | null =
    version >= 5 ? reader.compactNullableString() : reader.nullableString()
  const numPartitions: number = version >= 5 ? reader.int32() : -1
  const replicationFactor: number = version >= 5 ? reader.int16() : -1
  const configsCount = version >= 5 ? reader.compactNullableArray(6) : 0
  const configs =
    configsCount < 0
      ? null
      : decodeCreateTopicsResponseTopicConfigArray(reader, version, configsCount)

  const message: CreateTopicsResponseTopic = {
    name,
    topicId,
    errorCode,
    errorMessage,
    topicConfigErrorCode: 0,
    numPartitions,
    replicationFactor,
    configs,
    unknownTaggedFields: null,
  }
  if (version >= 5) {
    const tags = reader.tagCount()
    if (tags !== 0) decodeCreateTopicsResponseTopicTags(reader, message, version, tags)
  }
  return message
}

function decodeCreateTopicsResponseTopicTags(
  reader: Reader,
  message: CreateTopicsResponseTopic,
  _version: number,
  count: number,
): void {
  for (let left = count; left > 0; left--) {
    const tag = reader.uvarint()
    const size = reader.tagSize()
    const end = reader.position + size
    if (tag === 0) {
      const topicConfigErrorCode = reader.int16()
      message.topicConfigErrorCode = topicConfigErrorCode
      reader.expectPosition(end, tag)
    } else message.unknownTaggedFields = reader.unknownTag(message.unknownTaggedFields, tag, size)
  }
}

function decodeCreateTopicsResponseTopicArray(
  reader: Reader,
  version: number,
  count: number,
): CreateTopicsResponseTopic[] {
  reader.structs(count)
  const items = new Array<CreateTopicsResponseTopic>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeCreateTopicsResponseTopic(reader, version)
  return items
}

function decodeCreateTopicsResponseTopicConfig(
  reader: Reader,
  _version: number,
): CreateTopicsResponseTopicConfig {
  const name = reader.compactString()
  const value = reader.compactNullableString()
  const readOnly = reader.bool()
  const configSource = reader.int8()
  const isSensitive = reader.bool()
  const unknownTaggedFields = reader.unknownTags()
  return { name, value, readOnly, configSource, isSensitive, unknownTaggedFields }
}

function decodeCreateTopicsResponseTopicConfigArray(
  reader: Reader,
  version: number,
  count: number,
): CreateTopicsResponseTopicConfig[] {
  reader.structs(count)
  const items = new Array<CreateTopicsResponseTopicConfig>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeCreateTopicsResponseTopicConfig(reader, version)
  return items
}

function encodeCreateTopicsResponse(
  writer: Writer,
  message: CreateTopicsResponse,
  version: number,
): void {
  writer.int32(message.throttleTimeMs)
  if (version >= 5) {
    writer.compactArray(message.topics.length)
    encodeCreateTopicsResponseTopicArray(writer, message.topics, version)
  } else {
    writer.array(message.topics.length)
    encodeCreateTopicsResponseTopicArray(writer, message.topics, version)
  }
  if (version >= 5) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('CreateTopicsResponse', 'unknownTaggedFields', version)
  }
}

function encodeCreateTopicsResponseTopic(
  writer: Writer,
  message: CreateTopicsResponseTopic,
  version: number,
): void {
  if (version >= 5) {
    writer.compactString(message.name)
  } else {
    writer.string(message.name)
  }
  if (version >= 7) {
    writer.uuid(message.topicId)
  }
  writer.int16(message.errorCode)
  if (version >= 5) {
    writer.compactNullableString(message.errorMessage)
  } else {
    writer.nullableString(message.errorMessage)
  }

  if (version >= 5) {
    writer.int32(message.numPartitions)
  }
  if (version >= 5) {
    writer.int16(message.replicationFactor)
  }
  if (version >= 5) {
    if (message.configs === null) writer.compactArray(-1)
    else {
      writer.compactArray(message.configs.length)
      encodeCreateTopicsResponseTopicConfigArray(writer, message.configs, version)
    }
  }
  if (version >= 5) {
    encodeCreateTopicsResponseTopicTags(writer, message, version)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('CreateTopicsResponseTopic', 'unknownTaggedFields', version)
  }
}

function encodeCreateTopicsResponseTopicTags(
  writer: Writer,
  message: CreateTopicsResponseTopic,
  _version: number,
): void {
  const unknown = message.unknownTaggedFields
  const topicConfigErrorCodeSet = message.topicConfigErrorCode !== 0
  if (!topicConfigErrorCodeSet) {
    writer.onlyUnknownTags(unknown)
    return
  }
  let count = unknown === null ? 0 : unknown.length
  if (topicConfigErrorCodeSet) count++
  writer.uvarint(count)
  let next = 0
  if (topicConfigErrorCodeSet) {
    if (unknown !== null) next = writer.unknownTags(unknown, next, 0)
    const mark = writer.beginTag(0)
    writer.int16(message.topicConfigErrorCode)
    writer.endTag(mark)
  }
  if (unknown !== null) writer.unknownTags(unknown, next, Number.POSITIVE_INFINITY)
}

function encodeCreateTopicsResponseTopicArray(
  writer: Writer,
  items: readonly CreateTopicsResponseTopic[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeCreateTopicsResponseTopic(writer, items[index]!, version)
}

function encodeCreateTopicsResponseTopicConfig(
  writer: Writer,
  message: CreateTopicsResponseTopicConfig,
  _version: number,
): void {
  writer.compactString(message.name)
  writer.compactNullableString(message.value)
  writer.bool(message.readOnly)
  writer.int8(message.configSource)
  writer.bool(message.isSensitive)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeCreateTopicsResponseTopicConfigArray(
  writer: Writer,
  items: readonly CreateTopicsResponseTopicConfig[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeCreateTopicsResponseTopicConfig(writer, items[index]!, version)
}

export const createTopicsApi: Api<CreateTopicsRequest, CreateTopicsResponse> = {
  key: 19,
  name: 'CreateTopics',
  versionMin: 2,
  versionMax: 7,
  versionMaxStable: 7,
  flexibleSince: 5,
  listeners: ['broker', 'controller'],
  request: {
    decode(reader, version) {
      if (!(version >= 2 && version <= 7))
        throwVersionUndecodable('CreateTopicsRequest', version, '2-7')
      return decodeCreateTopicsRequest(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 2 && version <= 7))
        throwVersionUnencodable('CreateTopicsRequest', version, '2-7')
      encodeCreateTopicsRequest(writer, message, version)
    },
  },
  response: {
    decode(reader, version) {
      if (!(version >= 2 && version <= 7))
        throwVersionUndecodable('CreateTopicsResponse', version, '2-7')
      return decodeCreateTopicsResponse(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 2 && version <= 7))
        throwVersionUnencodable('CreateTopicsResponse', version, '2-7')
      encodeCreateTopicsResponse(writer, message, version)
    },
  },
  requestHeaderVersion: (version) => (version >= 5 ? 2 : 1),
  responseHeaderVersion: (version) => (version >= 5 ? 1 : 0),
}
