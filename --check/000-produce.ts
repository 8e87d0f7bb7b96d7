import { ZERO_UUID } from '@samsa/base'
import type { Uuid } from '@samsa/base'
import type { Api } from '../api.ts'
import {
  throwFieldAbsent,
  throwVersionUndecodable,
  throwVersionUnencodable,
} from '../codec/errors.ts'
import type { Reader } from '../codec/reader.ts'
import type { Records } from '../codec/records.ts'
import type { UnknownTaggedField } from '../codec/tagged-field.ts'
import type { Writer } from '../codec/writer.ts'

export interface ProduceRequest {
  transactionalId: string | null
  acks: number
  timeoutMs: number
  topicData: ProduceRequestTopic[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface ProduceRequestTopic {
  name: string
  topicId: Uuid
  partitionData: ProduceRequestTopicPartition[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface ProduceRequestTopicPartition {
  index: number
  records: Records | null
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function produceRequest(init: Partial<ProduceRequest> = {}): ProduceRequest {
  return {
    transactionalId: init.transactionalId ?? null,
    acks: init.acks ?? 0,
    timeoutMs: init.timeoutMs ?? 0,
    topicData: init.topicData ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function produceRequestTopic(init: Partial<ProduceRequestTopic> = {}): ProduceRequestTopic {
  return {
    name: init.name ?? '',
    topicId: init.topicId ?? ZERO_UUID,
    partitionData: init.partitionData ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function produceRequestTopicPartition(
  init: Partial<ProduceRequestTopicPartition> = {},
): ProduceRequestTopicPartition {
  return {
    index: init.index ?? 0,
    records: init.records ?? null,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeProduceRequest(reader: Reader, version: number): ProduceRequest {
  const transactionalId: string | null =
    version >= 9 ? reader.compactNullableString() : reader.nullableString()
  const acks = reader.int16()
  const timeoutMs = reader.int32()
  const topicDataCount = version >= 9 ? reader.compactArray(3) : reader.array(6)
  const topicData = decodeProduceRequestTopicArray(reader, version, topicDataCount)
  const unknownTaggedFields = version >= 9 ? reader.unknownTags() : null
  return { transactionalId, acks, timeoutMs, topicData, unknownTaggedFields }
}

function decodeProduceRequestTopic(reader: Reader, version: number): ProduceRequestTopic {
  const name: string = version >= 13 ? '' : version >= 9 ? reader.compactString() : reader.string()
  const topicId: Uuid = version >= 13 ? reader.uuid() : ZERO_UUID
  const partitionDataCount = version >= 9 ? reader.compactArray(6) : reader.array(8)
  const partitionData = decodeProduceRequestTopicPartitionArray(reader, version, partitionDataCount)
  const unknownTaggedFields = version >= 9 ? reader.unknownTags() : null
  return { name, topicId, partitionData, unknownTaggedFields }
}

function decodeProduceRequestTopicArray(
  reader: Reader,
  version: number,
  count: number,
): ProduceRequestTopic[] {
  reader.structs(count)
  const items = new Array<ProduceRequestTopic>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeProduceRequestTopic(reader, version)
  return items
}

function decodeProduceRequestTopicPartition(
  reader: Reader,
  version: number,
): ProduceRequestTopicPartition {
  const index = reader.int32()
  const records: Records | null =
    version >= 9 ? reader.compactNullableRecords() : reader.nullableRecords()
  const unknownTaggedFields = version >= 9 ? reader.unknownTags() : null
  return { index, records, unknownTaggedFields }
}

function decodeProduceRequestTopicPartitionArray(
  reader: Reader,
  version: number,
  count: number,
): ProduceRequestTopicPartition[] {
  reader.structs(count)
  const items = new Array<ProduceRequestTopicPartition>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeProduceRequestTopicPartition(reader, version)
  return items
}

function encodeProduceRequest(writer: Writer, message: ProduceRequest, version: number): void {
  if (version >= 9) {
    writer.compactNullableString(message.transactionalId)
  } else {
    writer.nullableString(message.transactionalId)
  }
  writer.int16(message.acks)
  writer.int32(message.timeoutMs)
  if (version >= 9) {
    writer.compactArray(message.topicData.length)
    encodeProduceRequestTopicArray(writer, message.topicData, version)
  } else {
    writer.array(message.topicData.length)
    encodeProduceRequestTopicArray(writer, message.topicData, version)
  }
  if (version >= 9) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('ProduceRequest', 'unknownTaggedFields', version)
  }
}

function encodeProduceRequestTopic(
  writer: Writer,
  message: ProduceRequestTopic,
  version: number,
): void {
  if (version < 13) {
    if (version >= 9) {
      writer.compactString(message.name)
    } else {
      writer.string(message.name)
    }
  }
  if (version >= 13) {
    writer.uuid(message.topicId)
  }
  if (version >= 9) {
    writer.compactArray(message.partitionData.length)
    encodeProduceRequestTopicPartitionArray(writer, message.partitionData, version)
  } else {
    writer.array(message.partitionData.length)
    encodeProduceRequestTopicPartitionArray(writer, message.partitionData, version)
  }
  if (version >= 9) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('ProduceRequestTopic', 'unknownTaggedFields', version)
  }
}

function encodeProduceRequestTopicArray(
  writer: Writer,
  items: readonly ProduceRequestTopic[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeProduceRequestTopic(writer, items[index]!, version)
}

function encodeProduceRequestTopicPartition(
  writer: Writer,
  message: ProduceRequestTopicPartition,
  version: number,
): void {
  writer.int32(message.index)
  if (version >= 9) {
    writer.compactNullableRecords(message.records)
  } else {
    writer.nullableRecords(message.records)
  }
  if (version >= 9) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('ProduceRequestTopicPartition', 'unknownTaggedFields', version)
  }
}

function encodeProduceRequestTopicPartitionArray(
  writer: Writer,
  items: readonly ProduceRequestTopicPartition[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeProduceRequestTopicPartition(writer, items[index]!, version)
}
export interface ProduceResponse {
  responses: ProduceResponseTopic[]
  throttleTimeMs: number
  nodeEndpoints: ProduceResponseNodeEndpoint[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface ProduceResponseNodeEndpoint {
  nodeId: number
  host: string
  port: number
  rack: string | null
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface ProduceResponseTopic {
  name: string
  topicId: Uuid
  partitionResponses: ProduceResponseTopicPartition[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface ProduceResponseTopicPartition {
  index: number
  errorCode: number
  baseOffset: number
  logAppendTimeMs: number
  logStartOffset: number
  recordErrors: ProduceResponseTopicPartitionRecordError[]
  errorMessage: string | null
  currentLeader: ProduceResponseTopicPartitionCurrentLeader
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface ProduceResponseTopicPartitionCurrentLeader {
  leaderId: number
  leaderEpoch: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface ProduceResponseTopicPartitionRecordError {
  batchIndex: number
  batchIndexErrorMessage: string | null
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function produceResponse(init: Partial<ProduceResponse> = {}): ProduceResponse {
  return {
    responses: init.responses ?? [],
    throttleTimeMs: init.throttleTimeMs ?? 0,
    nodeEndpoints: init.nodeEndpoints ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function produceResponseNodeEndpoint(
  init: Partial<ProduceResponseNodeEndpoint> = {},
): ProduceResponseNodeEndpoint {
  return {
    nodeId: init.nodeId ?? 0,
    host: init.host ?? '',
    port: init.port ?? 0,
    rack: init.rack ?? null,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function produceResponseTopic(
  init: Partial<ProduceResponseTopic> = {},
): ProduceResponseTopic {
  return {
    name: init.name ?? '',
    topicId: init.topicId ?? ZERO_UUID,
    partitionResponses: init.partitionResponses ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function produceResponseTopicPartition(
  init: Partial<ProduceResponseTopicPartition> = {},
): ProduceResponseTopicPartition {
  return {
    index: init.index ?? 0,
    errorCode: init.errorCode ?? 0,
    baseOffset: init.baseOffset ?? 0,
    logAppendTimeMs: init.logAppendTimeMs ?? -1,
    logStartOffset: init.logStartOffset ?? -1,
    recordErrors: init.recordErrors ?? [],
    errorMessage: init.errorMessage ?? null,
    currentLeader: init.currentLeader ?? defaultProduceResponseTopicPartitionCurrentLeader,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function produceResponseTopicPartitionCurrentLeader(
  init: Partial<ProduceResponseTopicPartitionCurrentLeader> = {},
): ProduceResponseTopicPartitionCurrentLeader {
  return {
    leaderId: init.leaderId ?? -1,
    leaderEpoch: init.leaderEpoch ?? -1,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function produceResponseTopicPartitionRecordError(
  init: Partial<ProduceResponseTopicPartitionRecordError> = {},
): ProduceResponseTopicPartitionRecordError {
  return {
    batchIndex: init.batchIndex ?? 0,
    batchIndexErrorMessage: init.batchIndexErrorMessage ?? null,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

const defaultProduceResponseTopicPartitionCurrentLeader: ProduceResponseTopicPartitionCurrentLeader =
  Object.freeze(produceResponseTopicPartitionCurrentLeader())

function isDefaultProduceResponseTopicPartitionCurrentLeader(
  value: ProduceResponseTopicPartitionCurrentLeader,
): boolean {
  if (value === defaultProduceResponseTopicPartitionCurrentLeader) return true
  return !(value.leaderId !== -1 || value.leaderEpoch !== -1 || value.unknownTaggedFields !== null)
}

function decodeProduceResponse(reader: Reader, version: number): ProduceResponse {
  const responsesCount = version >= 9 ? reader.compactArray(3) : reader.array(6)
  const responses = decodeProduceResponseTopicArray(reader, version, responsesCount)
  const throttleTimeMs = reader.int32()

  const message: ProduceResponse = {
    responses,
    throttleTimeMs,
    nodeEndpoints: [],
    unknownTaggedFields: null,
  }
  if (version >= 9) {
    const tags = reader.tagCount()
    if (tags !== 0) decodeProduceResponseTags(reader, message, version, tags)
  }
  return message
}

function decodeProduceResponseTags(
  reader: Reader,
  message: ProduceResponse,
  version: number,
  count: number,
): void {
  for (let left = count; left > 0; left--) {
    const tag = reader.uvarint()
    const size = reader.tagSize()
    const end = reader.position + size
    if (tag === 0 && version >= 10) {
      const nodeEndpointsCount = version >= 10 ? reader.compactArray(11) : 0
      const nodeEndpoints = decodeProduceResponseNodeEndpointArray(
        reader,
        version,
        nodeEndpointsCount,
      )
      message.nodeEndpoints = nodeEndpoints
      reader.expectPosition(end, tag)
    } else message.unknownTaggedFields = reader.unknownTag(message.unknownTaggedFields, tag, size)
  }
}

function decodeProduceResponseNodeEndpoint(
  reader: Reader,
  _version: number,
): ProduceResponseNodeEndpoint {
  const nodeId = reader.int32()
  const host = reader.compactString()
  const port = reader.int32()
  const rack = reader.compactNullableString()
  const unknownTaggedFields = reader.unknownTags()
  return { nodeId, host, port, rack, unknownTaggedFields }
}

function decodeProduceResponseNodeEndpointArray(
  reader: Reader,
  version: number,
  count: number,
): ProduceResponseNodeEndpoint[] {
  reader.structs(count)
  const items = new Array<ProduceResponseNodeEndpoint>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeProduceResponseNodeEndpoint(reader, version)
  return items
}

function decodeProduceResponseTopic(reader: Reader, version: number): ProduceResponseTopic {
  const name: string = version >= 13 ? '' : version >= 9 ? reader.compactString() : reader.string()
  const topicId: Uuid = version >= 13 ? reader.uuid() : ZERO_UUID
  const partitionResponsesCount = version >= 9 ? reader.compactArray(33) : reader.array(22)
  const partitionResponses = decodeProduceResponseTopicPartitionArray(
    reader,
    version,
    partitionResponsesCount,
  )
  const unknownTaggedFields = version >= 9 ? reader.unknownTags() : null
  return { name, topicId, partitionResponses, unknownTaggedFields }
}

function decodeProduceResponseTopicArray(
  reader: Reader,
  version: number,
  count: number,
): ProduceResponseTopic[] {
  reader.structs(count)
  const items = new Array<ProduceResponseTopic>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeProduceResponseTopic(reader, version)
  return items
}

function decodeProduceResponseTopicPartition(
  reader: Reader,
  version: number,
): ProduceResponseTopicPartition {
  const index = reader.int32()
  const errorCode = reader.int16()
  const baseOffset = reader.int64()
  const logAppendTimeMs = reader.int64()
  const logStartOffset: number = version >= 5 ? reader.int64() : -1
  const recordErrorsCount =
    version >= 9 ? reader.compactArray(6) : version >= 8 ? reader.array(6) : 0
  const recordErrors = decodeProduceResponseTopicPartitionRecordErrorArray(
    reader,
    version,
    recordErrorsCount,
  )
  const errorMessage: string | null =
    version >= 9 ? reader.compactNullableString() : version >= 8 ? reader.nullableString() : null

  const message: ProduceResponseTopicPartition = {
    index,
    errorCode,
    baseOffset,
    logAppendTimeMs,
    logStartOffset,
    recordErrors,
    errorMessage,
    currentLeader: defaultProduceResponseTopicPartitionCurrentLeader,
    unknownTaggedFields: null,
  }
  if (version >= 9) {
    const tags = reader.tagCount()
    if (tags !== 0) decodeProduceResponseTopicPartitionTags(reader, message, version, tags)
  }
  return message
}

function decodeProduceResponseTopicPartitionTags(
  reader: Reader,
  message: ProduceResponseTopicPartition,
  version: number,
  count: number,
): void {
  for (let left = count; left > 0; left--) {
    const tag = reader.uvarint()
    const size = reader.tagSize()
    const end = reader.position + size
    if (tag === 0 && version >= 10) {
      const currentLeader = decodeProduceResponseTopicPartitionCurrentLeader(reader, version)
      message.currentLeader = currentLeader
      reader.expectPosition(end, tag)
    } else message.unknownTaggedFields = reader.unknownTag(message.unknownTaggedFields, tag, size)
  }
}

function decodeProduceResponseTopicPartitionArray(
  reader: Reader,
  version: number,
  count: number,
): ProduceResponseTopicPartition[] {
  reader.structs(count)
  const items = new Array<ProduceResponseTopicPartition>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeProduceResponseTopicPartition(reader, version)
  return items
}

function decodeProduceResponseTopicPartitionCurrentLeader(
  reader: Reader,
  _version: number,
): ProduceResponseTopicPartitionCurrentLeader {
  const leaderId = reader.int32()
  const leaderEpoch = reader.int32()
  const unknownTaggedFields = reader.unknownTags()
  return { leaderId, leaderEpoch, unknownTaggedFields }
}

function decodeProduceResponseTopicPartitionRecordError(
  reader: Reader,
  version: number,
): ProduceResponseTopicPartitionRecordError {
  const batchIndex = reader.int32()
  const batchIndexErrorMessage: string | null =
    version >= 9 ? reader.compactNullableString() : reader.nullableString()
  const unknownTaggedFields = version >= 9 ? reader.unknownTags() : null
  return { batchIndex, batchIndexErrorMessage, unknownTaggedFields }
}

function decodeProduceResponseTopicPartitionRecordErrorArray(
  reader: Reader,
  version: number,
  count: number,
): ProduceResponseTopicPartitionRecordError[] {
  reader.structs(count)
  const items = new Array<ProduceResponseTopicPartitionRecordError>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeProduceResponseTopicPartitionRecordError(reader, version)
  return items
}

function encodeProduceResponse(writer: Writer, message: ProduceResponse, version: number): void {
  if (version >= 9) {
    writer.compactArray(message.responses.length)
    encodeProduceResponseTopicArray(writer, message.responses, version)
  } else {
    writer.array(message.responses.length)
    encodeProduceResponseTopicArray(writer, message.responses, version)
  }
  writer.int32(message.throttleTimeMs)
  if (version < 10) {
    if (message.nodeEndpoints.length !== 0)
      throwFieldAbsent('ProduceResponse', 'nodeEndpoints', version)
  }
  if (version >= 9) {
    encodeProduceResponseTags(writer, message, version)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('ProduceResponse', 'unknownTaggedFields', version)
  }
}

function encodeProduceResponseTags(
  writer: Writer,
  message: ProduceResponse,
  version: number,
): void {
  const unknown = message.unknownTaggedFields
  const nodeEndpointsSet = version >= 10 && message.nodeEndpoints.length !== 0
  if (!nodeEndpointsSet) {
    writer.onlyUnknownTags(unknown)
    return
  }
  let count = unknown === null ? 0 : unknown.length
  if (nodeEndpointsSet) count++
  writer.uvarint(count)
  let next = 0
  if (nodeEndpointsSet) {
    if (unknown !== null) next = writer.unknownTags(unknown, next, 0)
    const mark = writer.beginTag(0)
    writer.compactArray(message.nodeEndpoints.length)
    encodeProduceResponseNodeEndpointArray(writer, message.nodeEndpoints, version)
    writer.endTag(mark)
  }
  if (unknown !== null) writer.unknownTags(unknown, next, Number.POSITIVE_INFINITY)
}

function encodeProduceResponseNodeEndpoint(
  writer: Writer,
  message: ProduceResponseNodeEndpoint,
  _version: number,
): void {
  writer.int32(message.nodeId)
  writer.compactString(message.host)
  writer.int32(message.port)
  writer.compactNullableString(message.rack)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeProduceResponseNodeEndpointArray(
  writer: Writer,
  items: readonly ProduceResponseNodeEndpoint[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeProduceResponseNodeEndpoint(writer, items[index]!, version)
}

function encodeProduceResponseTopic(
  writer: Writer,
  message: ProduceResponseTopic,
  version: number,
): void {
  if (version < 13) {
    if (version >= 9) {
      writer.compactString(message.name)
    } else {
      writer.string(message.name)
    }
  }
  if (version >= 13) {
    writer.uuid(message.topicId)
  }
  if (version >= 9) {
    writer.compactArray(message.partitionResponses.length)
    encodeProduceResponseTopicPartitionArray(writer, message.partitionResponses, version)
  } else {
    writer.array(message.partitionResponses.length)
    encodeProduceResponseTopicPartitionArray(writer, message.partitionResponses, version)
  }
  if (version >= 9) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('ProduceResponseTopic', 'unknownTaggedFields', version)
  }
}

function encodeProduceResponseTopicArray(
  writer: Writer,
  items: readonly ProduceResponseTopic[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeProduceResponseTopic(writer, items[index]!, version)
}

function encodeProduceResponseTopicPartition(
  writer: Writer,
  message: ProduceResponseTopicPartition,
  version: number,
): void {
  writer.int32(message.index)
  writer.int16(message.errorCode)
  writer.int64(message.baseOffset)
  writer.int64(message.logAppendTimeMs)
  if (version >= 5) {
    writer.int64(message.logStartOffset)
  }
  if (version >= 9) {
    writer.compactArray(message.recordErrors.length)
    encodeProduceResponseTopicPartitionRecordErrorArray(writer, message.recordErrors, version)
  } else {
    if (version >= 8) {
      writer.array(message.recordErrors.length)
      encodeProduceResponseTopicPartitionRecordErrorArray(writer, message.recordErrors, version)
    }
  }
  if (version >= 9) {
    writer.compactNullableString(message.errorMessage)
  } else {
    if (version >= 8) {
      writer.nullableString(message.errorMessage)
    }
  }
  if (version < 10) {
    if (!isDefaultProduceResponseTopicPartitionCurrentLeader(message.currentLeader))
      throwFieldAbsent('ProduceResponseTopicPartition', 'currentLeader', version)
  }
  if (version >= 9) {
    encodeProduceResponseTopicPartitionTags(writer, message, version)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('ProduceResponseTopicPartition', 'unknownTaggedFields', version)
  }
}

function encodeProduceResponseTopicPartitionTags(
  writer: Writer,
  message: ProduceResponseTopicPartition,
  version: number,
): void {
  const unknown = message.unknownTaggedFields
  const currentLeaderSet =
    version >= 10 && !isDefaultProduceResponseTopicPartitionCurrentLeader(message.currentLeader)
  if (!currentLeaderSet) {
    writer.onlyUnknownTags(unknown)
    return
  }
  let count = unknown === null ? 0 : unknown.length
  if (currentLeaderSet) count++
  writer.uvarint(count)
  let next = 0
  if (currentLeaderSet) {
    if (unknown !== null) next = writer.unknownTags(unknown, next, 0)
    const mark = writer.beginTag(0)
    encodeProduceResponseTopicPartitionCurrentLeader(writer, message.currentLeader, version)
    writer.endTag(mark)
  }
  if (unknown !== null) writer.unknownTags(unknown, next, Number.POSITIVE_INFINITY)
}

function encodeProduceResponseTopicPartitionArray(
  writer: Writer,
  items: readonly ProduceResponseTopicPartition[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeProduceResponseTopicPartition(writer, items[index]!, version)
}

function encodeProduceResponseTopicPartitionCurrentLeader(
  writer: Writer,
  message: ProduceResponseTopicPartitionCurrentLeader,
  _version: number,
): void {
  writer.int32(message.leaderId)
  writer.int32(message.leaderEpoch)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeProduceResponseTopicPartitionRecordError(
  writer: Writer,
  message: ProduceResponseTopicPartitionRecordError,
  version: number,
): void {
  writer.int32(message.batchIndex)
  if (version >= 9) {
    writer.compactNullableString(message.batchIndexErrorMessage)
  } else {
    writer.nullableString(message.batchIndexErrorMessage)
  }
  if (version >= 9) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('ProduceResponseTopicPartitionRecordError', 'unknownTaggedFields', version)
  }
}

function encodeProduceResponseTopicPartitionRecordErrorArray(
  writer: Writer,
  items: readonly ProduceResponseTopicPartitionRecordError[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeProduceResponseTopicPartitionRecordError(writer, items[index]!, version)
}

export const produceApi: Api<ProduceRequest, ProduceResponse> = {
  key: 0,
  name: 'Produce',
  versionMin: 3,
  versionMax: 13,
  versionMaxStable: 13,
  flexibleSince: 9,
  listeners: ['broker'],
  request: {
    decode(reader, version) {
      if (!(version >= 3 && version <= 13))
        throwVersionUndecodable('ProduceRequest', version, '3-13')
      return decodeProduceRequest(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 3 && version <= 13))
        throwVersionUnencodable('ProduceRequest', version, '3-13')
      encodeProduceRequest(writer, message, version)
    },
  },
  response: {
    decode(reader, version) {
      if (!(version >= 3 && version <= 13))
        throwVersionUndecodable('ProduceResponse', version, '3-13')
      return decodeProduceResponse(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 3 && version <= 13))
        throwVersionUnencodable('ProduceResponse', version, '3-13')
      encodeProduceResponse(writer, message, version)
    },
  },
  requestHeaderVersion: (version) => (version >= 9 ? 2 : 1),
  responseHeaderVersion: (version) => (version >= 9 ? 1 : 0),
}
