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

export interface AlterPartitionReassignmentsRequest {
  timeoutMs: number
  allowReplicationFactorChange: boolean
  topics: AlterPartitionReassignmentsRequestTopic[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface AlterPartitionReassignmentsRequestTopic {
  name: string
  partitions: AlterPartitionReassignmentsRequestTopicPartition[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface AlterPartitionReassignmentsRequestTopicPartition {
  partitionIndex: number
  replicas: number[] | null
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function alterPartitionReassignmentsRequest(
  init: Partial<AlterPartitionReassignmentsRequest> = {},
): AlterPartitionReassignmentsRequest {
  return {
    timeoutMs: init.timeoutMs ?? 60000,
    allowReplicationFactorChange: init.allowReplicationFactorChange ?? true,
    topics: init.topics ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function alterPartitionReassignmentsRequestTopic(
  init: Partial<AlterPartitionReassignmentsRequestTopic> = {},
): AlterPartitionReassignmentsRequestTopic {
  return {
    name: init.name ?? '',
    partitions: init.partitions ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function alterPartitionReassignmentsRequestTopicPartition(
  init: Partial<AlterPartitionReassignmentsRequestTopicPartition> = {},
): AlterPartitionReassignmentsRequestTopicPartition {
  return {
    partitionIndex: init.partitionIndex ?? 0,
    replicas: init.replicas ?? null,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeAlterPartitionReassignmentsRequest(
  reader: Reader,
  version: number,
): AlterPartitionReassignmentsRequest {
  const timeoutMs = reader.int32()
  const allowReplicationFactorChange: boolean = version >= 1 ? reader.bool() : true
  const topicsCount = reader.compactArray(3)
  const topics = decodeAlterPartitionReassignmentsRequestTopicArray(reader, version, topicsCount)
  const unknownTaggedFields = reader.unknownTags()
  return { timeoutMs, allowReplicationFactorChange, topics, unknownTaggedFields }
}

function decodeAlterPartitionReassignmentsRequestTopic(
  reader: Reader,
  version: number,
): AlterPartitionReassignmentsRequestTopic {
  const name = reader.compactString()
  const partitionsCount = reader.compactArray(6)
  const partitions = decodeAlterPartitionReassignmentsRequestTopicPartitionArray(
    reader,
    version,
    partitionsCount,
  )
  const unknownTaggedFields = reader.unknownTags()
  return { name, partitions, unknownTaggedFields }
}

function decodeAlterPartitionReassignmentsRequestTopicArray(
  reader: Reader,
  version: number,
  count: number,
): AlterPartitionReassignmentsRequestTopic[] {
  reader.structs(count)
  const items = new Array<AlterPartitionReassignmentsRequestTopic>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeAlterPartitionReassignmentsRequestTopic(reader, version)
  return items
}

function decodeAlterPartitionReassignmentsRequestTopicPartition(
  reader: Reader,
  _version: number,
): AlterPartitionReassignmentsRequestTopicPartition {
  const partitionIndex = reader.int32()
  const replicasCount = reader.compactNullableArray(4)
  const replicas = replicasCount < 0 ? null : readInt32s(reader, replicasCount)
  const unknownTaggedFields = reader.unknownTags()
  return { partitionIndex, replicas, unknownTaggedFields }
}

function decodeAlterPartitionReassignmentsRequestTopicPartitionArray(
  reader: Reader,
  version: number,
  count: number,
): AlterPartitionReassignmentsRequestTopicPartition[] {
  reader.structs(count)
  const items = new Array<AlterPartitionReassignmentsRequestTopicPartition>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeAlterPartitionReassignmentsRequestTopicPartition(reader, version)
  return items
}

function encodeAlterPartitionReassignmentsRequest(
  writer: Writer,
  message: AlterPartitionReassignmentsRequest,
  version: number,
): void {
  writer.int32(message.timeoutMs)
  if (version >= 1) {
    writer.bool(message.allowReplicationFactorChange)
  } else {
    if (message.allowReplicationFactorChange !== true)
      throwFieldAbsent(
        'AlterPartitionReassignmentsRequest',
        'allowReplicationFactorChange',
        version,
      )
  }
  writer.compactArray(message.topics.length)
  encodeAlterPartitionReassignmentsRequestTopicArray(writer, message.topics, version)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeAlterPartitionReassignmentsRequestTopic(
  writer: Writer,
  message: AlterPartitionReassignmentsRequestTopic,
  version: number,
): void {
  writer.compactString(message.name)
  writer.compactArray(message.partitions.length)
  encodeAlterPartitionReassignmentsRequestTopicPartitionArray(writer, message.partitions, version)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeAlterPartitionReassignmentsRequestTopicArray(
  writer: Writer,
  items: readonly AlterPartitionReassignmentsRequestTopic[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeAlterPartitionReassignmentsRequestTopic(writer, items[index]!, version)
}

function encodeAlterPartitionReassignmentsRequestTopicPartition(
  writer: Writer,
  message: AlterPartitionReassignmentsRequestTopicPartition,
  _version: number,
): void {
  writer.int32(message.partitionIndex)
  if (message.replicas === null) writer.compactArray(-1)
  else {
    writer.compactArray(message.replicas.length)
    writeInt32s(writer, message.replicas)
  }
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeAlterPartitionReassignmentsRequestTopicPartitionArray(
  writer: Writer,
  items: readonly AlterPartitionReassignmentsRequestTopicPartition[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeAlterPartitionReassignmentsRequestTopicPartition(writer, items[index]!, version)
}
export interface AlterPartitionReassignmentsResponse {
  throttleTimeMs: number
  allowReplicationFactorChange: boolean
  errorCode: number
  errorMessage: string | null
  responses: AlterPartitionReassignmentsResponseTopic[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface AlterPartitionReassignmentsResponseTopic {
  name: string
  partitions: AlterPartitionReassignmentsResponseTopicPartition[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface AlterPartitionReassignmentsResponseTopicPartition {
  partitionIndex: number
  errorCode: number
  errorMessage: string | null
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function alterPartitionReassignmentsResponse(
  init: Partial<AlterPartitionReassignmentsResponse> = {},
): AlterPartitionReassignmentsResponse {
  return {
    throttleTimeMs: init.throttleTimeMs ?? 0,
    allowReplicationFactorChange: init.allowReplicationFactorChange ?? true,
    errorCode: init.errorCode ?? 0,
    errorMessage: init.errorMessage === undefined ? '' : init.errorMessage,
    responses: init.responses ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function alterPartitionReassignmentsResponseTopic(
  init: Partial<AlterPartitionReassignmentsResponseTopic> = {},
): AlterPartitionReassignmentsResponseTopic {
  return {
    name: init.name ?? '',
    partitions: init.partitions ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function alterPartitionReassignmentsResponseTopicPartition(
  init: Partial<AlterPartitionReassignmentsResponseTopicPartition> = {},
): AlterPartitionReassignmentsResponseTopicPartition {
  return {
    partitionIndex: init.partitionIndex ?? 0,
    errorCode: init.errorCode ?? 0,
    errorMessage: init.errorMessage === undefined ? '' : init.errorMessage,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeAlterPartitionReassignmentsResponse(
  reader: Reader,
  version: number,
): AlterPartitionReassignmentsResponse {
  const throttleTimeMs = reader.int32()
  const allowReplicationFactorChange: boolean = version >= 1 ? reader.bool() : true
  const errorCode = reader.int16()
  const errorMessage = reader.compactNullableString()
  const responsesCount = reader.compactArray(3)
  const responses = decodeAlterPartitionReassignmentsResponseTopicArray(
    reader,
    version,
    responsesCount,
  )
  const unknownTaggedFields = reader.unknownTags()
  return {
    throttleTimeMs,
    allowReplicationFactorChange,
    errorCode,
    errorMessage,
    responses,
    unknownTaggedFields,
  }
}

function decodeAlterPartitionReassignmentsResponseTopic(
  reader: Reader,
  version: number,
): AlterPartitionReassignmentsResponseTopic {
  const name = reader.compactString()
  const partitionsCount = reader.compactArray(8)
  const partitions = decodeAlterPartitionReassignmentsResponseTopicPartitionArray(
    reader,
    version,
    partitionsCount,
  )
  const unknownTaggedFields = reader.unknownTags()
  return { name, partitions, unknownTaggedFields }
}

function decodeAlterPartitionReassignmentsResponseTopicArray(
  reader: Reader,
  version: number,
  count: number,
): AlterPartitionReassignmentsResponseTopic[] {
  reader.structs(count)
  const items = new Array<AlterPartitionReassignmentsResponseTopic>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeAlterPartitionReassignmentsResponseTopic(reader, version)
  return items
}

function decodeAlterPartitionReassignmentsResponseTopicPartition(
  reader: Reader,
  _version: number,
): AlterPartitionReassignmentsResponseTopicPartition {
  const partitionIndex = reader.int32()
  const errorCode = reader.int16()
  const errorMessage = reader.compactNullableString()
  const unknownTaggedFields = reader.unknownTags()
  return { partitionIndex, errorCode, errorMessage, unknownTaggedFields }
}

function decodeAlterPartitionReassignmentsResponseTopicPartitionArray(
  reader: Reader,
  version: number,
  count: number,
): AlterPartitionReassignmentsResponseTopicPartition[] {
  reader.structs(count)
  const items = new Array<AlterPartitionReassignmentsResponseTopicPartition>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeAlterPartitionReassignmentsResponseTopicPartition(reader, version)
  return items
}

function encodeAlterPartitionReassignmentsResponse(
  writer: Writer,
  message: AlterPartitionReassignmentsResponse,
  version: number,
): void {
  writer.int32(message.throttleTimeMs)
  if (version >= 1) {
    writer.bool(message.allowReplicationFactorChange)
  }
  writer.int16(message.errorCode)
  writer.compactNullableString(message.errorMessage)
  writer.compactArray(message.responses.length)
  encodeAlterPartitionReassignmentsResponseTopicArray(writer, message.responses, version)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeAlterPartitionReassignmentsResponseTopic(
  writer: Writer,
  message: AlterPartitionReassignmentsResponseTopic,
  version: number,
): void {
  writer.compactString(message.name)
  writer.compactArray(message.partitions.length)
  encodeAlterPartitionReassignmentsResponseTopicPartitionArray(writer, message.partitions, version)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeAlterPartitionReassignmentsResponseTopicArray(
  writer: Writer,
  items: readonly AlterPartitionReassignmentsResponseTopic[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeAlterPartitionReassignmentsResponseTopic(writer, items[index]!, version)
}

function encodeAlterPartitionReassignmentsResponseTopicPartition(
  writer: Writer,
  message: AlterPartitionReassignmentsResponseTopicPartition,
  _version: number,
): void {
  writer.int32(message.partitionIndex)
  writer.int16(message.errorCode)
  writer.compactNullableString(message.errorMessage)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeAlterPartitionReassignmentsResponseTopicPartitionArray(
  writer: Writer,
  items: readonly AlterPartitionReassignmentsResponseTopicPartition[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeAlterPartitionReassignmentsResponseTopicPartition(writer, items[index]!, version)
}

export const alterPartitionReassignmentsApi: Api<
  AlterPartitionReassignmentsRequest,
  AlterPartitionReassignmentsResponse
> = {
  key: 45,
  name: 'AlterPartitionReassignments',
  versionMin: 0,
  versionMax: 1,
  versionMaxStable: 1,
  flexibleSince: 0,
  listeners: ['broker', 'controller'],
  request: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 1))
        throwVersionUndecodable('AlterPartitionReassignmentsRequest', version, '0-1')
      return decodeAlterPartitionReassignmentsRequest(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 1))
        throwVersionUnencodable('AlterPartitionReassignmentsRequest', version, '0-1')
      encodeAlterPartitionReassignmentsRequest(writer, message, version)
    },
  },
  response: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 1))
        throwVersionUndecodable('AlterPartitionReassignmentsResponse', version, '0-1')
      return decodeAlterPartitionReassignmentsResponse(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 1))
        throwVersionUnencodable('AlterPartitionReassignmentsResponse', version, '0-1')
      encodeAlterPartitionReassignmentsResponse(writer, message, version)
    },
  },
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1,
}
