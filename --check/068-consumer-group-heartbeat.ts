import { ZERO_UUID } from '@samsa/base'
import type { Uuid } from '@samsa/base'
import type { Api } from '../api.ts'
import {
  readInt32s,
  writeInt32s,
  readCompactStrings,
  writeCompactStrings,
} from '../codec/arrays.ts'
import {
  throwFieldAbsent,
  throwVersionUndecodable,
  throwVersionUnencodable,
} from '../codec/errors.ts'
import type { Reader } from '../codec/reader.ts'
import type { UnknownTaggedField } from '../codec/tagged-field.ts'
import type { Writer } from '../codec/writer.ts'

export interface ConsumerGroupHeartbeatRequest {
  groupId: string
  memberId: string
  memberEpoch: number
  instanceId: string | null
  rackId: string | null
  rebalanceTimeoutMs: number
  subscribedTopicNames: string[] | null
  subscribedTopicRegex: string | null
  serverAssignor: string | null
  topicPartitions: ConsumerGroupHeartbeatRequestTopicPartition[] | null
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface ConsumerGroupHeartbeatRequestTopicPartition {
  topicId: Uuid
  partitions: number[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function consumerGroupHeartbeatRequest(
  init: Partial<ConsumerGroupHeartbeatRequest> = {},
): ConsumerGroupHeartbeatRequest {
  return {
    groupId: init.groupId ?? '',
    memberId: init.memberId ?? '',
    memberEpoch: init.memberEpoch ?? 0,
    instanceId: init.instanceId ?? null,
    rackId: init.rackId ?? null,
    rebalanceTimeoutMs: init.rebalanceTimeoutMs ?? -1,
    subscribedTopicNames: init.subscribedTopicNames ?? null,
    subscribedTopicRegex: init.subscribedTopicRegex ?? null,
    serverAssignor: init.serverAssignor ?? null,
    topicPartitions: init.topicPartitions ?? null,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function consumerGroupHeartbeatRequestTopicPartition(
  init: Partial<ConsumerGroupHeartbeatRequestTopicPartition> = {},
): ConsumerGroupHeartbeatRequestTopicPartition {
  return {
    topicId: init.topicId ?? ZERO_UUID,
    partitions: init.partitions ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeConsumerGroupHeartbeatRequest(
  reader: Reader,
  version: number,
): ConsumerGroupHeartbeatRequest {
  const groupId = reader.compactString()
  const memberId = reader.compactString()
  const memberEpoch = reader.int32()
  const instanceId = reader.compactNullableString()
  const rackId = reader.compactNullableString()
  const rebalanceTimeoutMs = reader.int32()
  const subscribedTopicNamesCount = reader.compactNullableArray(1)
  const subscribedTopicNames =
    subscribedTopicNamesCount < 0 ? null : readCompactStrings(reader, subscribedTopicNamesCount)
  const subscribedTopicRegex: string | null = version >= 1 ? reader.compactNullableString() : null
  const serverAssignor = reader.compactNullableString()
  const topicPartitionsCount = reader.compactNullableArray(18)
  const topicPartitions =
    topicPartitionsCount < 0
      ? null
      : decodeConsumerGroupHeartbeatRequestTopicPartitionArray(
          reader,
          version,
          topicPartitionsCount,
        )
  const unknownTaggedFields = reader.unknownTags()
  return {
    groupId,
    memberId,
    memberEpoch,
    instanceId,
    rackId,
    rebalanceTimeoutMs,
    subscribedTopicNames,
    subscribedTopicRegex,
    serverAssignor,
    topicPartitions,
    unknownTaggedFields,
  }
}

function decodeConsumerGroupHeartbeatRequestTopicPartition(
  reader: Reader,
  _version: number,
): ConsumerGroupHeartbeatRequestTopicPartition {
  const topicId = reader.uuid()
  const partitionsCount = reader.compactArray(4)
  const partitions = readInt32s(reader, partitionsCount)
  const unknownTaggedFields = reader.unknownTags()
  return { topicId, partitions, unknownTaggedFields }
}

function decodeConsumerGroupHeartbeatRequestTopicPartitionArray(
  reader: Reader,
  version: number,
  count: number,
): ConsumerGroupHeartbeatRequestTopicPartition[] {
  reader.structs(count)
  const items = new Array<ConsumerGroupHeartbeatRequestTopicPartition>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeConsumerGroupHeartbeatRequestTopicPartition(reader, version)
  return items
}

function encodeConsumerGroupHeartbeatRequest(
  writer: Writer,
  message: ConsumerGroupHeartbeatRequest,
  version: number,
): void {
  writer.compactString(message.groupId)
  writer.compactString(message.memberId)
  writer.int32(message.memberEpoch)
  writer.compactNullableString(message.instanceId)
  writer.compactNullableString(message.rackId)
  writer.int32(message.rebalanceTimeoutMs)
  if (message.subscribedTopicNames === null) writer.compactArray(-1)
  else {
    writer.compactArray(message.subscribedTopicNames.length)
    writeCompactStrings(writer, message.subscribedTopicNames)
  }
  if (version >= 1) {
    writer.compactNullableString(message.subscribedTopicRegex)
  } else {
    if (message.subscribedTopicRegex !== null)
      throwFieldAbsent('ConsumerGroupHeartbeatRequest', 'subscribedTopicRegex', version)
  }
  writer.compactNullableString(message.serverAssignor)
  if (message.topicPartitions === null) writer.compactArray(-1)
  else {
    writer.compactArray(message.topicPartitions.length)
    encodeConsumerGroupHeartbeatRequestTopicPartitionArray(writer, message.topicPartitions, version)
  }
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeConsumerGroupHeartbeatRequestTopicPartition(
  writer: Writer,
  message: ConsumerGroupHeartbeatRequestTopicPartition,
  _version: number,
): void {
  writer.uuid(message.topicId)
  writer.compactArray(message.partitions.length)
  writeInt32s(writer, message.partitions)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeConsumerGroupHeartbeatRequestTopicPartitionArray(
  writer: Writer,
  items: readonly ConsumerGroupHeartbeatRequestTopicPartition[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeConsumerGroupHeartbeatRequestTopicPartition(writer, items[index]!, version)
}
export interface ConsumerGroupHeartbeatResponse {
  throttleTimeMs: number
  errorCode: number
  errorMessage: string | null
  memberId: string | null
  memberEpoch: number
  heartbeatIntervalMs: number
  assignment: ConsumerGroupHeartbeatResponseAssignment | null
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface ConsumerGroupHeartbeatResponseAssignment {
  topicPartitions: ConsumerGroupHeartbeatResponseTopicPartitions[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface ConsumerGroupHeartbeatResponseTopicPartitions {
  topicId: Uuid
  partitions: number[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function consumerGroupHeartbeatResponse(
  init: Partial<ConsumerGroupHeartbeatResponse> = {},
): ConsumerGroupHeartbeatResponse {
  return {
    throttleTimeMs: init.throttleTimeMs ?? 0,
    errorCode: init.errorCode ?? 0,
    errorMessage: init.errorMessage ?? null,
    memberId: init.memberId ?? null,
    memberEpoch: init.memberEpoch ?? 0,
    heartbeatIntervalMs: init.heartbeatIntervalMs ?? 0,
    assignment: init.assignment ?? null,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function consumerGroupHeartbeatResponseAssignment(
  init: Partial<ConsumerGroupHeartbeatResponseAssignment> = {},
): ConsumerGroupHeartbeatResponseAssignment {
  return {
    topicPartitions: init.topicPartitions ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function consumerGroupHeartbeatResponseTopicPartitions(
  init: Partial<ConsumerGroupHeartbeatResponseTopicPartitions> = {},
): ConsumerGroupHeartbeatResponseTopicPartitions {
  return {
    topicId: init.topicId ?? ZERO_UUID,
    partitions: init.partitions ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeConsumerGroupHeartbeatResponse(
  reader: Reader,
  version: number,
): ConsumerGroupHeartbeatResponse {
  const throttleTimeMs = reader.int32()
  const errorCode = reader.int16()
  const errorMessage = reader.compactNullableString()
  const memberId = reader.compactNullableString()
  const memberEpoch = reader.int32()
  const heartbeatIntervalMs = reader.int32()
  const assignment =
    reader.int8() < 0 ? null : decodeConsumerGroupHeartbeatResponseAssignment(reader, version)
  const unknownTaggedFields = reader.unknownTags()
  return {
    throttleTimeMs,
    errorCode,
    errorMessage,
    memberId,
    memberEpoch,
    heartbeatIntervalMs,
    assignment,
    unknownTaggedFields,
  }
}

function decodeConsumerGroupHeartbeatResponseAssignment(
  reader: Reader,
  version: number,
): ConsumerGroupHeartbeatResponseAssignment {
  const topicPartitionsCount = reader.compactArray(18)
  const topicPartitions = decodeConsumerGroupHeartbeatResponseTopicPartitionsArray(
    reader,
    version,
    topicPartitionsCount,
  )
  const unknownTaggedFields = reader.unknownTags()
  return { topicPartitions, unknownTaggedFields }
}

function decodeConsumerGroupHeartbeatResponseTopicPartitions(
  reader: Reader,
  _version: number,
): ConsumerGroupHeartbeatResponseTopicPartitions {
  const topicId = reader.uuid()
  const partitionsCount = reader.compactArray(4)
  const partitions = readInt32s(reader, partitionsCount)
  const unknownTaggedFields = reader.unknownTags()
  return { topicId, partitions, unknownTaggedFields }
}

function decodeConsumerGroupHeartbeatResponseTopicPartitionsArray(
  reader: Reader,
  version: number,
  count: number,
): ConsumerGroupHeartbeatResponseTopicPartitions[] {
  reader.structs(count)
  const items = new Array<ConsumerGroupHeartbeatResponseTopicPartitions>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeConsumerGroupHeartbeatResponseTopicPartitions(reader, version)
  return items
}

function encodeConsumerGroupHeartbeatResponse(
  writer: Writer,
  message: ConsumerGroupHeartbeatResponse,
  version: number,
): void {
  writer.int32(message.throttleTimeMs)
  writer.int16(message.errorCode)
  writer.compactNullableString(message.errorMessage)
  writer.compactNullableString(message.memberId)
  writer.int32(message.memberEpoch)
  writer.int32(message.heartbeatIntervalMs)
  if (message.assignment === null) writer.int8(-1)
  else {
    writer.int8(1)
    encodeConsumerGroupHeartbeatResponseAssignment(writer, message.assignment, version)
  }
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeConsumerGroupHeartbeatResponseAssignment(
  writer: Writer,
  message: ConsumerGroupHeartbeatResponseAssignment,
  version: number,
): void {
  writer.compactArray(message.topicPartitions.length)
  encodeConsumerGroupHeartbeatResponseTopicPartitionsArray(writer, message.topicPartitions, version)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeConsumerGroupHeartbeatResponseTopicPartitions(
  writer: Writer,
  message: ConsumerGroupHeartbeatResponseTopicPartitions,
  _version: number,
): void {
  writer.uuid(message.topicId)
  writer.compactArray(message.partitions.length)
  writeInt32s(writer, message.partitions)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeConsumerGroupHeartbeatResponseTopicPartitionsArray(
  writer: Writer,
  items: readonly ConsumerGroupHeartbeatResponseTopicPartitions[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeConsumerGroupHeartbeatResponseTopicPartitions(writer, items[index]!, version)
}

export const consumerGroupHeartbeatApi: Api<
  ConsumerGroupHeartbeatRequest,
  ConsumerGroupHeartbeatResponse
> = {
  key: 68,
  name: 'ConsumerGroupHeartbeat',
  versionMin: 0,
  versionMax: 1,
  versionMaxStable: 1,
  flexibleSince: 0,
  listeners: ['broker'],
  request: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 1))
        throwVersionUndecodable('ConsumerGroupHeartbeatRequest', version, '0-1')
      return decodeConsumerGroupHeartbeatRequest(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 1))
        throwVersionUnencodable('ConsumerGroupHeartbeatRequest', version, '0-1')
      encodeConsumerGroupHeartbeatRequest(writer, message, version)
    },
  },
  response: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 1))
        throwVersionUndecodable('ConsumerGroupHeartbeatResponse', version, '0-1')
      return decodeConsumerGroupHeartbeatResponse(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 1))
        throwVersionUnencodable('ConsumerGroupHeartbeatResponse', version, '0-1')
      encodeConsumerGroupHeartbeatResponse(writer, message, version)
    },
  },
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1,
}
