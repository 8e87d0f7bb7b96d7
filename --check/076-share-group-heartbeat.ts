import { ZERO_UUID } from '@samsa/base'
import type { Uuid } from '@samsa/base'
import type { Api } from '../api.ts'
import {
  readInt32s,
  writeInt32s,
  readCompactStrings,
  writeCompactStrings,
} from '../codec/arrays.ts'
import { throwVersionUndecodable, throwVersionUnencodable } from '../codec/errors.ts'
import type { Reader } from '../codec/reader.ts'
import type { UnknownTaggedField } from '../codec/tagged-field.ts'
import type { Writer } from '../codec/writer.ts'

export interface ShareGroupHeartbeatRequest {
  groupId: string
  memberId: string
  memberEpoch: number
  rackId: string | null
  subscribedTopicNames: string[] | null
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function shareGroupHeartbeatRequest(
  init: Partial<ShareGroupHeartbeatRequest> = {},
): ShareGroupHeartbeatRequest {
  return {
    groupId: init.groupId ?? '',
    memberId: init.memberId ?? '',
    memberEpoch: init.memberEpoch ?? 0,
    rackId: init.rackId ?? null,
    subscribedTopicNames: init.subscribedTopicNames ?? null,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeShareGroupHeartbeatRequest(
  reader: Reader,
  _version: number,
): ShareGroupHeartbeatRequest {
  const groupId = reader.compactString()
  const memberId = reader.compactString()
  const memberEpoch = reader.int32()
  const rackId = reader.compactNullableString()
  const subscribedTopicNamesCount = reader.compactNullableArray(1)
  const subscribedTopicNames =
    subscribedTopicNamesCount < 0 ? null : readCompactStrings(reader, subscribedTopicNamesCount)
  const unknownTaggedFields = reader.unknownTags()
  return { groupId, memberId, memberEpoch, rackId, subscribedTopicNames, unknownTaggedFields }
}

function encodeShareGroupHeartbeatRequest(
  writer: Writer,
  message: ShareGroupHeartbeatRequest,
  _version: number,
): void {
  writer.compactString(message.groupId)
  writer.compactString(message.memberId)
  writer.int32(message.memberEpoch)
  writer.compactNullableString(message.rackId)
  if (message.subscribedTopicNames === null) writer.compactArray(-1)
  else {
    writer.compactArray(message.subscribedTopicNames.length)
    writeCompactStrings(writer, message.subscribedTopicNames)
  }
  writer.onlyUnknownTags(message.unknownTaggedFields)
}
export interface ShareGroupHeartbeatResponse {
  throttleTimeMs: number
  errorCode: number
  errorMessage: string | null
  memberId: string | null
  memberEpoch: number
  heartbeatIntervalMs: number
  assignment: ShareGroupHeartbeatResponseAssignment | null
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface ShareGroupHeartbeatResponseAssignment {
  topicPartitions: ShareGroupHeartbeatResponseTopicPartitions[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface ShareGroupHeartbeatResponseTopicPartitions {
  topicId: Uuid
  partitions: number[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function shareGroupHeartbeatResponse(
  init: Partial<ShareGroupHeartbeatResponse> = {},
): ShareGroupHeartbeatResponse {
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

export function shareGroupHeartbeatResponseAssignment(
  init: Partial<ShareGroupHeartbeatResponseAssignment> = {},
): ShareGroupHeartbeatResponseAssignment {
  return {
    topicPartitions: init.topicPartitions ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function shareGroupHeartbeatResponseTopicPartitions(
  init: Partial<ShareGroupHeartbeatResponseTopicPartitions> = {},
): ShareGroupHeartbeatResponseTopicPartitions {
  return {
    topicId: init.topicId ?? ZERO_UUID,
    partitions: init.partitions ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeShareGroupHeartbeatResponse(
  reader: Reader,
  version: number,
): ShareGroupHeartbeatResponse {
  const throttleTimeMs = reader.int32()
  const errorCode = reader.int16()
  const errorMessage = reader.compactNullableString()
  const memberId = reader.compactNullableString()
  const memberEpoch = reader.int32()
  const heartbeatIntervalMs = reader.int32()
  const assignment =
    reader.int8() < 0 ? null : decodeShareGroupHeartbeatResponseAssignment(reader, version)
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

function decodeShareGroupHeartbeatResponseAssignment(
  reader: Reader,
  version: number,
): ShareGroupHeartbeatResponseAssignment {
  const topicPartitionsCount = reader.compactArray(18)
  const topicPartitions = decodeShareGroupHeartbeatResponseTopicPartitionsArray(
    reader,
    version,
    topicPartitionsCount,
  )
  const unknownTaggedFields = reader.unknownTags()
  return { topicPartitions, unknownTaggedFields }
}

function decodeShareGroupHeartbeatResponseTopicPartitions(
  reader: Reader,
  _version: number,
): ShareGroupHeartbeatResponseTopicPartitions {
  const topicId = reader.uuid()
  const partitionsCount = reader.compactArray(4)
  const partitions = readInt32s(reader, partitionsCount)
  const unknownTaggedFields = reader.unknownTags()
  return { topicId, partitions, unknownTaggedFields }
}

function decodeShareGroupHeartbeatResponseTopicPartitionsArray(
  reader: Reader,
  version: number,
  count: number,
): ShareGroupHeartbeatResponseTopicPartitions[] {
  reader.structs(count)
  const items = new Array<ShareGroupHeartbeatResponseTopicPartitions>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeShareGroupHeartbeatResponseTopicPartitions(reader, version)
  return items
}

function encodeShareGroupHeartbeatResponse(
  writer: Writer,
  message: ShareGroupHeartbeatResponse,
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
    encodeShareGroupHeartbeatResponseAssignment(writer, message.assignment, version)
  }
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeShareGroupHeartbeatResponseAssignment(
  writer: Writer,
  message: ShareGroupHeartbeatResponseAssignment,
  version: number,
): void {
  writer.compactArray(message.topicPartitions.length)
  encodeShareGroupHeartbeatResponseTopicPartitionsArray(writer, message.topicPartitions, version)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeShareGroupHeartbeatResponseTopicPartitions(
  writer: Writer,
  message: ShareGroupHeartbeatResponseTopicPartitions,
  _version: number,
): void {
  writer.uuid(message.topicId)
  writer.compactArray(message.partitions.length)
  writeInt32s(writer, message.partitions)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeShareGroupHeartbeatResponseTopicPartitionsArray(
  writer: Writer,
  items: readonly ShareGroupHeartbeatResponseTopicPartitions[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeShareGroupHeartbeatResponseTopicPartitions(writer, items[index]!, version)
}

export const shareGroupHeartbeatApi: Api<ShareGroupHeartbeatRequest, ShareGroupHeartbeatResponse> =
  {
    key: 76,
    name: 'ShareGroupHeartbeat',
    versionMin: 1,
    versionMax: 1,
    versionMaxStable: 1,
    flexibleSince: 0,
    listeners: ['broker'],
    request: {
      decode(reader, version) {
        if (!(version >= 1 && version <= 1))
          throwVersionUndecodable('ShareGroupHeartbeatRequest', version, '1')
        return decodeShareGroupHeartbeatRequest(reader, version)
      },
      encode(writer, message, version) {
        if (!(version >= 1 && version <= 1))
          throwVersionUnencodable('ShareGroupHeartbeatRequest', version, '1')
        encodeShareGroupHeartbeatRequest(writer, message, version)
      },
    },
    response: {
      decode(reader, version) {
        if (!(version >= 1 && version <= 1))
          throwVersionUndecodable('ShareGroupHeartbeatResponse', version, '1')
        return decodeShareGroupHeartbeatResponse(reader, version)
      },
      encode(writer, message, version) {
        if (!(version >= 1 && version <= 1))
          throwVersionUnencodable('ShareGroupHeartbeatResponse', version, '1')
        encodeShareGroupHeartbeatResponse(writer, message, version)
      },
    },
    requestHeaderVersion: () => 2,
    responseHeaderVersion: () => 1,
  }
