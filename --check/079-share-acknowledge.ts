import { ZERO_UUID } from '@samsa/base'
import type { Uuid } from '@samsa/base'
import type { Api } from '../api.ts'
import { readInt8s, writeInt8s } from '../codec/arrays.ts'
import {
  throwFieldAbsent,
  throwVersionUndecodable,
  throwVersionUnencodable,
} from '../codec/errors.ts'
import type { Reader } from '../codec/reader.ts'
import type { UnknownTaggedField } from '../codec/tagged-field.ts'
import type { Writer } from '../codec/writer.ts'

export interface ShareAcknowledgeRequest {
  groupId: string | null
  memberId: string | null
  shareSessionEpoch: number
  isRenewAck: boolean
  topics: ShareAcknowledgeRequestTopic[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface ShareAcknowledgeRequestTopic {
  topicId: Uuid
  partitions: ShareAcknowledgeRequestTopicPartition[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface ShareAcknowledgeRequestTopicPartition {
  partitionIndex: number
  acknowledgementBatches: ShareAcknowledgeRequestTopicPartitionAcknowledgementBatch[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface ShareAcknowledgeRequestTopicPartitionAcknowledgementBatch {
  firstOffset: number
  lastOffset: number
  acknowledgeTypes: number[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function shareAcknowledgeRequest(
  init: Partial<ShareAcknowledgeRequest> = {},
): ShareAcknowledgeRequest {
  return {
    groupId: init.groupId ?? null,
    memberId: init.memberId === undefined ? '' : init.memberId,
    shareSessionEpoch: init.shareSessionEpoch ?? 0,
    isRenewAck: init.isRenewAck ?? false,
    topics: init.topics ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function shareAcknowledgeRequestTopic(
  init: Partial<ShareAcknowledgeRequestTopic> = {},
): ShareAcknowledgeRequestTopic {
  return {
    topicId: init.topicId ?? ZERO_UUID,
    partitions: init.partitions ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function shareAcknowledgeRequestTopicPartition(
  init: Partial<ShareAcknowledgeRequestTopicPartition> = {},
): ShareAcknowledgeRequestTopicPartition {
  return {
    partitionIndex: init.partitionIndex ?? 0,
    acknowledgementBatches: init.acknowledgementBatches ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function shareAcknowledgeRequestTopicPartitionAcknowledgementBatch(
  init: Partial<ShareAcknowledgeRequestTopicPartitionAcknowledgementBatch> = {},
): ShareAcknowledgeRequestTopicPartitionAcknowledgementBatch {
  return {
    firstOffset: init.firstOffset ?? 0,
    lastOffset: init.lastOffset ?? 0,
    acknowledgeTypes: init.acknowledgeTypes ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeShareAcknowledgeRequest(reader: Reader, version: number): ShareAcknowledgeRequest {
  const groupId = reader.compactNullableString()
  const memberId = reader.compactNullableString()
  const shareSessionEpoch = reader.int32()
  const isRenewAck: boolean = version >= 2 ? reader.bool() : false
  const topicsCount = reader.compactArray(18)
  const topics = decodeShareAcknowledgeRequestTopicArray(reader, version, topicsCount)
  const unknownTaggedFields = reader.unknownTags()
  return { groupId, memberId, shareSessionEpoch, isRenewAck, topics, unknownTaggedFields }
}

function decodeShareAcknowledgeRequestTopic(
  reader: Reader,
  version: number,
): ShareAcknowledgeRequestTopic {
  const topicId = reader.uuid()
  const partitionsCount = reader.compactArray(6)
  const partitions = decodeShareAcknowledgeRequestTopicPartitionArray(
    reader,
    version,
    partitionsCount,
  )
  const unknownTaggedFields = reader.unknownTags()
  return { topicId, partitions, unknownTaggedFields }
}

function decodeShareAcknowledgeRequestTopicArray(
  reader: Reader,
  version: number,
  count: number,
): ShareAcknowledgeRequestTopic[] {
  reader.structs(count)
  const items = new Array<ShareAcknowledgeRequestTopic>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeShareAcknowledgeRequestTopic(reader, version)
  return items
}

function decodeShareAcknowledgeRequestTopicPartition(
  reader: Reader,
  version: number,
): ShareAcknowledgeRequestTopicPartition {
  const partitionIndex = reader.int32()
  const acknowledgementBatchesCount = reader.compactArray(18)
  const acknowledgementBatches =
    decodeShareAcknowledgeRequestTopicPartitionAcknowledgementBatchArray(
      reader,
      version,
      acknowledgementBatchesCount,
    )
  const unknownTaggedFields = reader.unknownTags()
  return { partitionIndex, acknowledgementBatches, unknownTaggedFields }
}

function decodeShareAcknowledgeRequestTopicPartitionArray(
  reader: Reader,
  version: number,
  count: number,
): ShareAcknowledgeRequestTopicPartition[] {
  reader.structs(count)
  const items = new Array<ShareAcknowledgeRequestTopicPartition>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeShareAcknowledgeRequestTopicPartition(reader, version)
  return items
}

function decodeShareAcknowledgeRequestTopicPartitionAcknowledgementBatch(
  reader: Reader,
  _version: number,
): ShareAcknowledgeRequestTopicPartitionAcknowledgementBatch {
  const firstOffset = reader.int64()
  const lastOffset = reader.int64()
  const acknowledgeTypesCount = reader.compactArray(1)
  const acknowledgeTypes = readInt8s(reader, acknowledgeTypesCount)
  const unknownTaggedFields = reader.unknownTags()
  return { firstOffset, lastOffset, acknowledgeTypes, unknownTaggedFields }
}

function decodeShareAcknowledgeRequestTopicPartitionAcknowledgementBatchArray(
  reader: Reader,
  version: number,
  count: number,
): ShareAcknowledgeRequestTopicPartitionAcknowledgementBatch[] {
  reader.structs(count)
  const items = new Array<ShareAcknowledgeRequestTopicPartitionAcknowledgementBatch>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeShareAcknowledgeRequestTopicPartitionAcknowledgementBatch(reader, version)
  return items
}

function encodeShareAcknowledgeRequest(
  writer: Writer,
  message: ShareAcknowledgeRequest,
  version: number,
): void {
  writer.compactNullableString(message.groupId)
  writer.compactNullableString(message.memberId)
  writer.int32(message.shareSessionEpoch)
  if (version >= 2) {
    writer.bool(message.isRenewAck)
  } else {
    if (message.isRenewAck !== false)
      throwFieldAbsent('ShareAcknowledgeRequest', 'isRenewAck', version)
  }
  writer.compactArray(message.topics.length)
  encodeShareAcknowledgeRequestTopicArray(writer, message.topics, version)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeShareAcknowledgeRequestTopic(
  writer: Writer,
  message: ShareAcknowledgeRequestTopic,
  version: number,
): void {
  writer.uuid(message.topicId)
  writer.compactArray(message.partitions.length)
  encodeShareAcknowledgeRequestTopicPartitionArray(writer, message.partitions, version)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeShareAcknowledgeRequestTopicArray(
  writer: Writer,
  items: readonly ShareAcknowledgeRequestTopic[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeShareAcknowledgeRequestTopic(writer, items[index]!, version)
}

function encodeShareAcknowledgeRequestTopicPartition(
  writer: Writer,
  message: ShareAcknowledgeRequestTopicPartition,
  version: number,
): void {
  writer.int32(message.partitionIndex)
  writer.compactArray(message.acknowledgementBatches.length)
  encodeShareAcknowledgeRequestTopicPartitionAcknowledgementBatchArray(
    writer,
    message.acknowledgementBatches,
    version,
  )
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeShareAcknowledgeRequestTopicPartitionArray(
  writer: Writer,
  items: readonly ShareAcknowledgeRequestTopicPartition[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeShareAcknowledgeRequestTopicPartition(writer, items[index]!, version)
}

function encodeShareAcknowledgeRequestTopicPartitionAcknowledgementBatch(
  writer: Writer,
  message: ShareAcknowledgeRequestTopicPartitionAcknowledgementBatch,
  _version: number,
): void {
  writer.int64(message.firstOffset)
  writer.int64(message.lastOffset)
  writer.compactArray(message.acknowledgeTypes.length)
  writeInt8s(writer, message.acknowledgeTypes)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeShareAcknowledgeRequestTopicPartitionAcknowledgementBatchArray(
  writer: Writer,
  items: readonly ShareAcknowledgeRequestTopicPartitionAcknowledgementBatch[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeShareAcknowledgeRequestTopicPartitionAcknowledgementBatch(writer, items[index]!, version)
}
export interface ShareAcknowledgeResponse {
  throttleTimeMs: number
  errorCode: number
  errorMessage: string | null
  acquisitionLockTimeoutMs: number
  responses: ShareAcknowledgeResponseTopic[]
  nodeEndpoints: ShareAcknowledgeResponseNodeEndpoint[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface ShareAcknowledgeResponseNodeEndpoint {
  nodeId: number
  host: string
  port: number
  rack: string | null
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface ShareAcknowledgeResponseTopic {
  topicId: Uuid
  partitions: ShareAcknowledgeResponseTopicPartition[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface ShareAcknowledgeResponseTopicPartition {
  partitionIndex: number
  errorCode: number
  errorMessage: string | null
  currentLeader: ShareAcknowledgeResponseTopicPartitionCurrentLeader
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface ShareAcknowledgeResponseTopicPartitionCurrentLeader {
  leaderId: number
  leaderEpoch: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function shareAcknowledgeResponse(
  init: Partial<ShareAcknowledgeResponse> = {},
): ShareAcknowledgeResponse {
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

export function shareAcknowledgeResponseNodeEndpoint(
  init: Partial<ShareAcknowledgeResponseNodeEndpoint> = {},
): ShareAcknowledgeResponseNodeEndpoint {
  return {
    nodeId: init.nodeId ?? 0,
    host: init.host ?? '',
    port: init.port ?? 0,
    rack: init.rack ?? null,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function shareAcknowledgeResponseTopic(
  init: Partial<ShareAcknowledgeResponseTopic> = {},
): ShareAcknowledgeResponseTopic {
  return {
    topicId: init.topicId ?? ZERO_UUID,
    partitions: init.partitions ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function shareAcknowledgeResponseTopicPartition(
  init: Partial<ShareAcknowledgeResponseTopicPartition> = {},
): ShareAcknowledgeResponseTopicPartition {
  return {
    partitionIndex: init.partitionIndex ?? 0,
    errorCode: init.errorCode ?? 0,
    errorMessage: init.errorMessage ?? null,
    currentLeader: init.currentLeader ?? defaultShareAcknowledgeResponseTopicPartitionCurrentLeader,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function shareAcknowledgeResponseTopicPartitionCurrentLeader(
  init: Partial<ShareAcknowledgeResponseTopicPartitionCurrentLeader> = {},
): ShareAcknowledgeResponseTopicPartitionCurrentLeader {
  return {
    leaderId: init.leaderId ?? 0,
    leaderEpoch: init.leaderEpoch ?? 0,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

const defaultShareAcknowledgeResponseTopicPartitionCurrentLeader: ShareAcknowledgeResponseTopicPartitionCurrentLeader =
  Object.freeze(shareAcknowledgeResponseTopicPartitionCurrentLeader())

function decodeShareAcknowledgeResponse(reader: Reader, version: number): ShareAcknowledgeResponse {
  const throttleTimeMs = reader.int32()
  const errorCode = reader.int16()
  const errorMessage = reader.compactNullableString()
  const acquisitionLockTimeoutMs: number = version >= 2 ? reader.int32() : 0
  const responsesCount = reader.compactArray(18)
  const responses = decodeShareAcknowledgeResponseTopicArray(reader, version, responsesCount)
  const nodeEndpointsCount = reader.compactArray(11)
  const nodeEndpoints = decodeShareAcknowledgeResponseNodeEndpointArray(
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

function decodeShareAcknowledgeResponseNodeEndpoint(
  reader: Reader,
  _version: number,
): ShareAcknowledgeResponseNodeEndpoint {
  const nodeId = reader.int32()
  const host = reader.compactString()
  const port = reader.int32()
  const rack = reader.compactNullableString()
  const unknownTaggedFields = reader.unknownTags()
  return { nodeId, host, port, rack, unknownTaggedFields }
}

function decodeShareAcknowledgeResponseNodeEndpointArray(
  reader: Reader,
  version: number,
  count: number,
): ShareAcknowledgeResponseNodeEndpoint[] {
  reader.structs(count)
  const items = new Array<ShareAcknowledgeResponseNodeEndpoint>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeShareAcknowledgeResponseNodeEndpoint(reader, version)
  return items
}

function decodeShareAcknowledgeResponseTopic(
  reader: Reader,
  version: number,
): ShareAcknowledgeResponseTopic {
  const topicId = reader.uuid()
  const partitionsCount = reader.compactArray(17)
  const partitions = decodeShareAcknowledgeResponseTopicPartitionArray(
    reader,
    version,
    partitionsCount,
  )
  const unknownTaggedFields = reader.unknownTags()
  return { topicId, partitions, unknownTaggedFields }
}

function decodeShareAcknowledgeResponseTopicArray(
  reader: Reader,
  version: number,
  count: number,
): ShareAcknowledgeResponseTopic[] {
  reader.structs(count)
  const items = new Array<ShareAcknowledgeResponseTopic>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeShareAcknowledgeResponseTopic(reader, version)
  return items
}

function decodeShareAcknowledgeResponseTopicPartition(
  reader: Reader,
  version: number,
): ShareAcknowledgeResponseTopicPartition {
  const partitionIndex = reader.int32()
  const errorCode = reader.int16()
  const errorMessage = reader.compactNullableString()
  const currentLeader = decodeShareAcknowledgeResponseTopicPartitionCurrentLeader(reader, version)
  const unknownTaggedFields = reader.unknownTags()
  return { partitionIndex, errorCode, errorMessage, currentLeader, unknownTaggedFields }
}

function decodeShareAcknowledgeResponseTopicPartitionArray(
  reader: Reader,
  version: number,
  count: number,
): ShareAcknowledgeResponseTopicPartition[] {
  reader.structs(count)
  const items = new Array<ShareAcknowledgeResponseTopicPartition>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeShareAcknowledgeResponseTopicPartition(reader, version)
  return items
}

function decodeShareAcknowledgeResponseTopicPartitionCurrentLeader(
  reader: Reader,
  _version: number,
): ShareAcknowledgeResponseTopicPartitionCurrentLeader {
  const leaderId = reader.int32()
  const leaderEpoch = reader.int32()
  const unknownTaggedFields = reader.unknownTags()
  return { leaderId, leaderEpoch, unknownTaggedFields }
}

function encodeShareAcknowledgeResponse(
  writer: Writer,
  message: ShareAcknowledgeResponse,
  version: number,
): void {
  writer.int32(message.throttleTimeMs)
  writer.int16(message.errorCode)
  writer.compactNullableString(message.errorMessage)
  if (version >= 2) {
    writer.int32(message.acquisitionLockTimeoutMs)
  }
  writer.compactArray(message.responses.length)
  encodeShareAcknowledgeResponseTopicArray(writer, message.responses, version)
  writer.compactArray(message.nodeEndpoints.length)
  encodeShareAcknowledgeResponseNodeEndpointArray(writer, message.nodeEndpoints, version)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeShareAcknowledgeResponseNodeEndpoint(
  writer: Writer,
  message: ShareAcknowledgeResponseNodeEndpoint,
  _version: number,
): void {
  writer.int32(message.nodeId)
  writer.compactString(message.host)
  writer.int32(message.port)
  writer.compactNullableString(message.rack)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeShareAcknowledgeResponseNodeEndpointArray(
  writer: Writer,
  items: readonly ShareAcknowledgeResponseNodeEndpoint[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeShareAcknowledgeResponseNodeEndpoint(writer, items[index]!, version)
}

function encodeShareAcknowledgeResponseTopic(
  writer: Writer,
  message: ShareAcknowledgeResponseTopic,
  version: number,
): void {
  writer.uuid(message.topicId)
  writer.compactArray(message.partitions.length)
  encodeShareAcknowledgeResponseTopicPartitionArray(writer, message.partitions, version)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeShareAcknowledgeResponseTopicArray(
  writer: Writer,
  items: readonly ShareAcknowledgeResponseTopic[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeShareAcknowledgeResponseTopic(writer, items[index]!, version)
}

function encodeShareAcknowledgeResponseTopicPartition(
  writer: Writer,
  message: ShareAcknowledgeResponseTopicPartition,
  version: number,
): void {
  writer.int32(message.partitionIndex)
  writer.int16(message.errorCode)
  writer.compactNullableString(message.errorMessage)
  encodeShareAcknowledgeResponseTopicPartitionCurrentLeader(writer, message.currentLeader, version)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeShareAcknowledgeResponseTopicPartitionArray(
  writer: Writer,
  items: readonly ShareAcknowledgeResponseTopicPartition[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeShareAcknowledgeResponseTopicPartition(writer, items[index]!, version)
}

function encodeShareAcknowledgeResponseTopicPartitionCurrentLeader(
  writer: Writer,
  message: ShareAcknowledgeResponseTopicPartitionCurrentLeader,
  _version: number,
): void {
  writer.int32(message.leaderId)
  writer.int32(message.leaderEpoch)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

export const shareAcknowledgeApi: Api<ShareAcknowledgeRequest, ShareAcknowledgeResponse> = {
  key: 79,
  name: 'ShareAcknowledge',
  versionMin: 1,
  versionMax: 2,
  versionMaxStable: 2,
  flexibleSince: 0,
  listeners: ['broker'],
  request: {
    decode(reader, version) {
      if (!(version >= 1 && version <= 2))
        throwVersionUndecodable('ShareAcknowledgeRequest', version, '1-2')
      return decodeShareAcknowledgeRequest(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 1 && version <= 2))
        throwVersionUnencodable('ShareAcknowledgeRequest', version, '1-2')
      encodeShareAcknowledgeRequest(writer, message, version)
    },
  },
  response: {
    decode(reader, version) {
      if (!(version >= 1 && version <= 2))
        throwVersionUndecodable('ShareAcknowledgeResponse', version, '1-2')
      return decodeShareAcknowledgeResponse(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 1 && version <= 2))
        throwVersionUnencodable('ShareAcknowledgeResponse', version, '1-2')
      encodeShareAcknowledgeResponse(writer, message, version)
    },
  },
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1,
}
