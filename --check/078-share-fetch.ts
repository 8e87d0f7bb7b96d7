import { ZERO_UUID } from '@samsa/base'
import type { Uuid } from '@samsa/base'
import type { Api } from '../api.ts'
import { readInt8s, writeInt8s, readInt32s, writeInt32s } from '../codec/arrays.ts'
import {
  throwFieldAbsent,
  throwVersionUndecodable,
  throwVersionUnencodable,
} from '../codec/errors.ts'
import type { Reader } from '../codec/reader.ts'
import { EMPTY_RECORDS } from '../codec/records.ts'
import type { Records } from '../codec/records.ts'
import type { UnknownTaggedField } from '../codec/tagged-field.ts'
import type { Writer } from '../codec/writer.ts'

export interface ShareFetchRequest {
  groupId: string | null
  memberId: string | null
  shareSessionEpoch: number
  maxWaitMs: number
  minBytes: number
  maxBytes: number
  maxRecords: number
  batchSize: number
  shareAcquireMode: number
  isRenewAck: boolean
  topics: ShareFetchRequestTopic[]
  forgottenTopicsData: ShareFetchRequestForgottenTopic[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface ShareFetchRequestForgottenTopic {
  topicId: Uuid
  partitions: number[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface ShareFetchRequestTopic {
  topicId: Uuid
  partitions: ShareFetchRequestTopicPartition[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface ShareFetchRequestTopicPartition {
  partitionIndex: number
  partitionMaxBytes: number
  acknowledgementBatches: ShareFetchRequestTopicPartitionAcknowledgementBatch[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface ShareFetchRequestTopicPartitionAcknowledgementBatch {
  firstOffset: number
  lastOffset: number
  acknowledgeTypes: number[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function shareFetchRequest(init: Partial<ShareFetchRequest> = {}): ShareFetchRequest {
  return {
    groupId: init.groupId ?? null,
    memberId: init.memberId === undefined ? '' : init.memberId,
    shareSessionEpoch: init.shareSessionEpoch ?? 0,
    maxWaitMs: init.maxWaitMs ?? 0,
    minBytes: init.minBytes ?? 0,
    maxBytes: init.maxBytes ?? 2147483647,
    maxRecords: init.maxRecords ?? 0,
    batchSize: init.batchSize ?? 0,
    shareAcquireMode: init.shareAcquireMode ?? 0,
    isRenewAck: init.isRenewAck ?? false,
    topics: init.topics ?? [],
    forgottenTopicsData: init.forgottenTopicsData ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function shareFetchRequestForgottenTopic(
  init: Partial<ShareFetchRequestForgottenTopic> = {},
): ShareFetchRequestForgottenTopic {
  return {
    topicId: init.topicId ?? ZERO_UUID,
    partitions: init.partitions ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function shareFetchRequestTopic(
  init: Partial<ShareFetchRequestTopic> = {},
): ShareFetchRequestTopic {
  return {
    topicId: init.topicId ?? ZERO_UUID,
    partitions: init.partitions ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function shareFetchRequestTopicPartition(
  init: Partial<ShareFetchRequestTopicPartition> = {},
): ShareFetchRequestTopicPartition {
  return {
    partitionIndex: init.partitionIndex ?? 0,
    partitionMaxBytes: init.partitionMaxBytes ?? 0,
    acknowledgementBatches: init.acknowledgementBatches ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function shareFetchRequestTopicPartitionAcknowledgementBatch(
  init: Partial<ShareFetchRequestTopicPartitionAcknowledgementBatch> = {},
): ShareFetchRequestTopicPartitionAcknowledgementBatch {
  return {
    firstOffset: init.firstOffset ?? 0,
    lastOffset: init.lastOffset ?? 0,
    acknowledgeTypes: init.acknowledgeTypes ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeShareFetchRequest(reader: Reader, version: number): ShareFetchRequest {
  const groupId = reader.compactNullableString()
  const memberId = reader.compactNullableString()
  const shareSessionEpoch = reader.int32()
  const maxWaitMs = reader.int32()
  const minBytes = reader.int32()
  const maxBytes = reader.int32()
  const maxRecords = reader.int32()
  const batchSize = reader.int32()
  const shareAcquireMode: number = version >= 2 ? reader.int8() : 0
  const isRenewAck: boolean = version >= 2 ? reader.bool() : false
  const topicsCount = reader.compactArray(18)
  const topics = decodeShareFetchRequestTopicArray(reader, version, topicsCount)
  const forgottenTopicsDataCount = reader.compactArray(18)
  const forgottenTopicsData = decodeShareFetchRequestForgottenTopicArray(
    reader,
    version,
    forgottenTopicsDataCount,
  )
  const unknownTaggedFields = reader.unknownTags()
  return {
    groupId,
    memberId,
    shareSessionEpoch,
    maxWaitMs,
    minBytes,
    maxBytes,
    maxRecords,
    batchSize,
    shareAcquireMode,
    isRenewAck,
    topics,
    forgottenTopicsData,
    unknownTaggedFields,
  }
}

function decodeShareFetchRequestForgottenTopic(
  reader: Reader,
  _version: number,
): ShareFetchRequestForgottenTopic {
  const topicId = reader.uuid()
  const partitionsCount = reader.compactArray(4)
  const partitions = readInt32s(reader, partitionsCount)
  const unknownTaggedFields = reader.unknownTags()
  return { topicId, partitions, unknownTaggedFields }
}

function decodeShareFetchRequestForgottenTopicArray(
  reader: Reader,
  version: number,
  count: number,
): ShareFetchRequestForgottenTopic[] {
  reader.structs(count)
  const items = new Array<ShareFetchRequestForgottenTopic>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeShareFetchRequestForgottenTopic(reader, version)
  return items
}

function decodeShareFetchRequestTopic(reader: Reader, version: number): ShareFetchRequestTopic {
  const topicId = reader.uuid()
  const partitionsCount = reader.compactArray(6)
  const partitions = decodeShareFetchRequestTopicPartitionArray(reader, version, partitionsCount)
  const unknownTaggedFields = reader.unknownTags()
  return { topicId, partitions, unknownTaggedFields }
}

function decodeShareFetchRequestTopicArray(
  reader: Reader,
  version: number,
  count: number,
): ShareFetchRequestTopic[] {
  reader.structs(count)
  const items = new Array<ShareFetchRequestTopic>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeShareFetchRequestTopic(reader, version)
  return items
}

function decodeShareFetchRequestTopicPartition(
  reader: Reader,
  version: number,
): ShareFetchRequestTopicPartition {
  const partitionIndex = reader.int32()
  const partitionMaxBytes = 0
  const acknowledgementBatchesCount = reader.compactArray(18)
  const acknowledgementBatches = decodeShareFetchRequestTopicPartitionAcknowledgementBatchArray(
    reader,
    version,
    acknowledgementBatchesCount,
  )
  const unknownTaggedFields = reader.unknownTags()
  return { partitionIndex, partitionMaxBytes, acknowledgementBatches, unknownTaggedFields }
}

function decodeShareFetchRequestTopicPartitionArray(
  reader: Reader,
  version: number,
  count: number,
): ShareFetchRequestTopicPartition[] {
  reader.structs(count)
  const items = new Array<ShareFetchRequestTopicPartition>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeShareFetchRequestTopicPartition(reader, version)
  return items
}

function decodeShareFetchRequestTopicPartitionAcknowledgementBatch(
  reader: Reader,
  _version: number,
): ShareFetchRequestTopicPartitionAcknowledgementBatch {
  const firstOffset = reader.int64()
  const lastOffset = reader.int64()
  const acknowledgeTypesCount = reader.compactArray(1)
  const acknowledgeTypes = readInt8s(reader, acknowledgeTypesCount)
  const unknownTaggedFields = reader.unknownTags()
  return { firstOffset, lastOffset, acknowledgeTypes, unknownTaggedFields }
}

function decodeShareFetchRequestTopicPartitionAcknowledgementBatchArray(
  reader: Reader,
  version: number,
  count: number,
): ShareFetchRequestTopicPartitionAcknowledgementBatch[] {
  reader.structs(count)
  const items = new Array<ShareFetchRequestTopicPartitionAcknowledgementBatch>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeShareFetchRequestTopicPartitionAcknowledgementBatch(reader, version)
  return items
}

function encodeShareFetchRequest(
  writer: Writer,
  message: ShareFetchRequest,
  version: number,
): void {
  writer.compactNullableString(message.groupId)
  writer.compactNullableString(message.memberId)
  writer.int32(message.shareSessionEpoch)
  writer.int32(message.maxWaitMs)
  writer.int32(message.minBytes)
  writer.int32(message.maxBytes)
  writer.int32(message.maxRecords)
  writer.int32(message.batchSize)
  if (version >= 2) {
    writer.int8(message.shareAcquireMode)
  }
  if (version >= 2) {
    writer.bool(message.isRenewAck)
  } else {
    if (message.isRenewAck !== false) throwFieldAbsent('ShareFetchRequest', 'isRenewAck', version)
  }
  writer.compactArray(message.topics.length)
  encodeShareFetchRequestTopicArray(writer, message.topics, version)
  writer.compactArray(message.forgottenTopicsData.length)
  encodeShareFetchRequestForgottenTopicArray(writer, message.forgottenTopicsData, version)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeShareFetchRequestForgottenTopic(
  writer: Writer,
  message: ShareFetchRequestForgottenTopic,
  _version: number,
): void {
  writer.uuid(message.topicId)
  writer.compactArray(message.partitions.length)
  writeInt32s(writer, message.partitions)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeShareFetchRequestForgottenTopicArray(
  writer: Writer,
  items: readonly ShareFetchRequestForgottenTopic[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeShareFetchRequestForgottenTopic(writer, items[index]!, version)
}

function encodeShareFetchRequestTopic(
  writer: Writer,
  message: ShareFetchRequestTopic,
  version: number,
): void {
  writer.uuid(message.topicId)
  writer.compactArray(message.partitions.length)
  encodeShareFetchRequestTopicPartitionArray(writer, message.partitions, version)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeShareFetchRequestTopicArray(
  writer: Writer,
  items: readonly ShareFetchRequestTopic[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeShareFetchRequestTopic(writer, items[index]!, version)
}

function encodeShareFetchRequestTopicPartition(
  writer: Writer,
  message: ShareFetchRequestTopicPartition,
  version: number,
): void {
  writer.int32(message.partitionIndex)
  if (message.partitionMaxBytes !== 0)
    throwFieldAbsent('ShareFetchRequestTopicPartition', 'partitionMaxBytes', version)
  writer.compactArray(message.acknowledgementBatches.length)
  encodeShareFetchRequestTopicPartitionAcknowledgementBatchArray(
    writer,
    message.acknowledgementBatches,
    version,
  )
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeShareFetchRequestTopicPartitionArray(
  writer: Writer,
  items: readonly ShareFetchRequestTopicPartition[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeShareFetchRequestTopicPartition(writer, items[index]!, version)
}

function encodeShareFetchRequestTopicPartitionAcknowledgementBatch(
  writer: Writer,
  message: ShareFetchRequestTopicPartitionAcknowledgementBatch,
  _version: number,
): void {
  writer.int64(message.firstOffset)
  writer.int64(message.lastOffset)
  writer.compactArray(message.acknowledgeTypes.length)
  writeInt8s(writer, message.acknowledgeTypes)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeShareFetchRequestTopicPartitionAcknowledgementBatchArray(
  writer: Writer,
  items: readonly ShareFetchRequestTopicPartitionAcknowledgementBatch[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeShareFetchRequestTopicPartitionAcknowledgementBatch(writer, items[index]!, version)
}
export interface ShareFetchResponse {
  throttleTimeMs: number
  errorCode: number
  errorMessage: string | null
  acquisitionLockTimeoutMs: number
  responses: ShareFetchResponseTopic[]
  nodeEndpoints: ShareFetchResponseNodeEndpoint[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface ShareFetchResponseNodeEndpoint {
  nodeId: number
  host: string
  port: number
  rack: string | null
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface ShareFetchResponseTopic {
  topicId: Uuid
  partitions: ShareFetchResponseTopicPartition[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface ShareFetchResponseTopicPartition {
  partitionIndex: number
  errorCode: number
  errorMessage: string | null
  acknowledgeErrorCode: number
  acknowledgeErrorMessage: string | null
  currentLeader: ShareFetchResponseTopicPartitionCurrentLeader
  records: Records
  acquiredRecords: ShareFetchResponseTopicPartitionAcquiredRecord[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface ShareFetchResponseTopicPartitionAcquiredRecord {
  firstOffset: number
  lastOffset: number
  deliveryCount: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface ShareFetchResponseTopicPartitionCurrentLeader {
  leaderId: number
  leaderEpoch: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function shareFetchResponse(init: Partial<ShareFetchResponse> = {}): ShareFetchResponse {
  return {
    throttleTimeMs: init.throttleTimeMs ?? 0,
    errorCode: init.errorCode ?? 0,
    errorMessage: init.errorMessage ?? null,
    acquisitionLockTimeoutMs: init.acquisitionLockTimeoutMs ?? 0,
    responses: init.responses ?? [],
    nodeEndpoints: init.nodeEndpoints ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function shareFetchResponseNodeEndpoint(
  init: Partial<ShareFetchResponseNodeEndpoint> = {},
): ShareFetchResponseNodeEndpoint {
  return {
    nodeId: init.nodeId ?? 0,
    host: init.host ?? '',
    port: init.port ?? 0,
    rack: init.rack ?? null,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function shareFetchResponseTopic(
  init: Partial<ShareFetchResponseTopic> = {},
): ShareFetchResponseTopic {
  return {
    topicId: init.topicId ?? ZERO_UUID,
    partitions: init.partitions ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function shareFetchResponseTopicPartition(
  init: Partial<ShareFetchResponseTopicPartition> = {},
): ShareFetchResponseTopicPartition {
  return {
    partitionIndex: init.partitionIndex ?? 0,
    errorCode: init.errorCode ?? 0,
    errorMessage: init.errorMessage ?? null,
    acknowledgeErrorCode: init.acknowledgeErrorCode ?? 0,
    acknowledgeErrorMessage: init.acknowledgeErrorMessage ?? null,
    currentLeader: init.currentLeader ?? defaultShareFetchResponseTopicPartitionCurrentLeader,
    records: init.records ?? EMPTY_RECORDS,
    acquiredRecords: init.acquiredRecords ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function shareFetchResponseTopicPartitionAcquiredRecord(
  init: Partial<ShareFetchResponseTopicPartitionAcquiredRecord> = {},
): ShareFetchResponseTopicPartitionAcquiredRecord {
  return {
    firstOffset: init.firstOffset ?? 0,
    lastOffset: init.lastOffset ?? 0,
    deliveryCount: init.deliveryCount ?? 0,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function shareFetchResponseTopicPartitionCurrentLeader(
  init: Partial<ShareFetchResponseTopicPartitionCurrentLeader> = {},
): ShareFetchResponseTopicPartitionCurrentLeader {
  return {
    leaderId: init.leaderId ?? 0,
    leaderEpoch: init.leaderEpoch ?? 0,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

const defaultShareFetchResponseTopicPartitionCurrentLeader: ShareFetchResponseTopicPartitionCurrentLeader =
  Object.freeze(shareFetchResponseTopicPartitionCurrentLeader())

function decodeShareFetchResponse(reader: Reader, version: number): ShareFetchResponse {
  const throttleTimeMs = reader.int32()
  const errorCode = reader.int16()
  const errorMessage = reader.compactNullableString()
  const acquisitionLockTimeoutMs = reader.int32()
  const responsesCount = reader.compactArray(18)
  const responses = decodeShareFetchResponseTopicArray(reader, version, responsesCount)
  const nodeEndpointsCount = reader.compactArray(11)
  const nodeEndpoints = decodeShareFetchResponseNodeEndpointArray(
    reader,
    version,
    nodeEndpointsCount,
  )
  const unknownTaggedFields = reader.unknownTags()
  return {
    throttleTimeMs,
    errorCode,
    errorMessage,
    acquisitionLockTimeoutMs,
    responses,
    nodeEndpoints,
    unknownTaggedFields,
  }
}

function decodeShareFetchResponseNodeEndpoint(
  reader: Reader,
  _version: number,
): ShareFetchResponseNodeEndpoint {
  const nodeId = reader.int32()
  const host = reader.compactString()
  const port = reader.int32()
  const rack = reader.compactNullableString()
  const unknownTaggedFields = reader.unknownTags()
  return { nodeId, host, port, rack, unknownTaggedFields }
}

function decodeShareFetchResponseNodeEndpointArray(
  reader: Reader,
  version: number,
  count: number,
): ShareFetchResponseNodeEndpoint[] {
  reader.structs(count)
  const items = new Array<ShareFetchResponseNodeEndpoint>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeShareFetchResponseNodeEndpoint(reader, version)
  return items
}

function decodeShareFetchResponseTopic(reader: Reader, version: number): ShareFetchResponseTopic {
  const topicId = reader.uuid()
  const partitionsCount = reader.compactArray(22)
  const partitions = decodeShareFetchResponseTopicPartitionArray(reader, version, partitionsCount)
  const unknownTaggedFields = reader.unknownTags()
  return { topicId, partitions, unknownTaggedFields }
}

function decodeShareFetchResponseTopicArray(
  reader: Reader,
  version: number,
  count: number,
): ShareFetchResponseTopic[] {
  reader.structs(count)
  const items = new Array<ShareFetchResponseTopic>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeShareFetchResponseTopic(reader, version)
  return items
}

function decodeShareFetchResponseTopicPartition(
  reader: Reader,
  version: number,
): ShareFetchResponseTopicPartition {
  const partitionIndex = reader.int32()
  const errorCode = reader.int16()
  const errorMessage = reader.compactNullableString()
  const acknowledgeErrorCode = reader.int16()
  const acknowledgeErrorMessage = reader.compactNullableString()
  const currentLeader = decodeShareFetchResponseTopicPartitionCurrentLeader(reader, version)
  const records = reader.compactRecords()
  const acquiredRecordsCount = reader.compactArray(19)
  const acquiredRecords = decodeShareFetchResponseTopicPartitionAcquiredRecordArray(
    reader,
    version,
    acquiredRecordsCount,
  )
  const unknownTaggedFields = reader.unknownTags()
  return {
    partitionIndex,
    errorCode,
    errorMessage,
    acknowledgeErrorCode,
    acknowledgeErrorMessage,
    currentLeader,
    records,
    acquiredRecords,
    unknownTaggedFields,
  }
}

function decodeShareFetchResponseTopicPartitionArray(
  reader: Reader,
  version: number,
  count: number,
): ShareFetchResponseTopicPartition[] {
  reader.structs(count)
  const items = new Array<ShareFetchResponseTopicPartition>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeShareFetchResponseTopicPartition(reader, version)
  return items
}

function decodeShareFetchResponseTopicPartitionAcquiredRecord(
  reader: Reader,
  _version: number,
): ShareFetchResponseTopicPartitionAcquiredRecord {
  const firstOffset = reader.int64()
  const lastOffset = reader.int64()
  const deliveryCount = reader.int16()
  const unknownTaggedFields = reader.unknownTags()
  return { firstOffset, lastOffset, deliveryCount, unknownTaggedFields }
}

function decodeShareFetchResponseTopicPartitionAcquiredRecordArray(
  reader: Reader,
  version: number,
  count: number,
): ShareFetchResponseTopicPartitionAcquiredRecord[] {
  reader.structs(count)
  const items = new Array<ShareFetchResponseTopicPartitionAcquiredRecord>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeShareFetchResponseTopicPartitionAcquiredRecord(reader, version)
  return items
}

function decodeShareFetchResponseTopicPartitionCurrentLeader(
  reader: Reader,
  _version: number,
): ShareFetchResponseTopicPartitionCurrentLeader {
  const leaderId = reader.int32()
  const leaderEpoch = reader.int32()
  const unknownTaggedFields = reader.unknownTags()
  return { leaderId, leaderEpoch, unknownTaggedFields }
}

function encodeShareFetchResponse(
  writer: Writer,
  message: ShareFetchResponse,
  version: number,
): void {
  writer.int32(message.throttleTimeMs)
  writer.int16(message.errorCode)
  writer.compactNullableString(message.errorMessage)
  writer.int32(message.acquisitionLockTimeoutMs)
  writer.compactArray(message.responses.length)
  encodeShareFetchResponseTopicArray(writer, message.responses, version)
  writer.compactArray(message.nodeEndpoints.length)
  encodeShareFetchResponseNodeEndpointArray(writer, message.nodeEndpoints, version)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeShareFetchResponseNodeEndpoint(
  writer: Writer,
  message: ShareFetchResponseNodeEndpoint,
  _version: number,
): void {
  writer.int32(message.nodeId)
  writer.compactString(message.host)
  writer.int32(message.port)
  writer.compactNullableString(message.rack)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeShareFetchResponseNodeEndpointArray(
  writer: Writer,
  items: readonly ShareFetchResponseNodeEndpoint[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeShareFetchResponseNodeEndpoint(writer, items[index]!, version)
}

function encodeShareFetchResponseTopic(
  writer: Writer,
  message: ShareFetchResponseTopic,
  version: number,
): void {
  writer.uuid(message.topicId)
  writer.compactArray(message.partitions.length)
  encodeShareFetchResponseTopicPartitionArray(writer, message.partitions, version)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeShareFetchResponseTopicArray(
  writer: Writer,
  items: readonly ShareFetchResponseTopic[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeShareFetchResponseTopic(writer, items[index]!, version)
}

function encodeShareFetchResponseTopicPartition(
  writer: Writer,
  message: ShareFetchResponseTopicPartition,
  version: number,
): void {
  writer.int32(message.partitionIndex)
  writer.int16(message.errorCode)
  writer.compactNullableString(message.errorMessage)
  writer.int16(message.acknowledgeErrorCode)
  writer.compactNullableString(message.acknowledgeErrorMessage)
  encodeShareFetchResponseTopicPartitionCurrentLeader(writer, message.currentLeader, version)
  writer.compactRecords(message.records)
  writer.compactArray(message.acquiredRecords.length)
  encodeShareFetchResponseTopicPartitionAcquiredRecordArray(
    writer,
    message.acquiredRecords,
    version,
  )
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeShareFetchResponseTopicPartitionArray(
  writer: Writer,
  items: readonly ShareFetchResponseTopicPartition[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeShareFetchResponseTopicPartition(writer, items[index]!, version)
}

function encodeShareFetchResponseTopicPartitionAcquiredRecord(
  writer: Writer,
  message: ShareFetchResponseTopicPartitionAcquiredRecord,
  _version: number,
): void {
  writer.int64(message.firstOffset)
  writer.int64(message.lastOffset)
  writer.int16(message.deliveryCount)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeShareFetchResponseTopicPartitionAcquiredRecordArray(
  writer: Writer,
  items: readonly ShareFetchResponseTopicPartitionAcquiredRecord[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeShareFetchResponseTopicPartitionAcquiredRecord(writer, items[index]!, version)
}

function encodeShareFetchResponseTopicPartitionCurrentLeader(
  writer: Writer,
  message: ShareFetchResponseTopicPartitionCurrentLeader,
  _version: number,
): void {
  writer.int32(message.leaderId)
  writer.int32(message.leaderEpoch)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

export const shareFetchApi: Api<ShareFetchRequest, ShareFetchResponse> = {
  key: 78,
  name: 'ShareFetch',
  versionMin: 1,
  versionMax: 2,
  versionMaxStable: 2,
  flexibleSince: 0,
  listeners: ['broker'],
  request: {
    decode(reader, version) {
      if (!(version >= 1 && version <= 2))
        throwVersionUndecodable('ShareFetchRequest', version, '1-2')
      return decodeShareFetchRequest(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 1 && version <= 2))
        throwVersionUnencodable('ShareFetchRequest', version, '1-2')
      encodeShareFetchRequest(writer, message, version)
    },
  },
  response: {
    decode(reader, version) {
      if (!(version >= 1 && version <= 2))
        throwVersionUndecodable('ShareFetchResponse', version, '1-2')
      return decodeShareFetchResponse(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 1 && version <= 2))
        throwVersionUnencodable('ShareFetchResponse', version, '1-2')
      encodeShareFetchResponse(writer, message, version)
    },
  },
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1,
}
