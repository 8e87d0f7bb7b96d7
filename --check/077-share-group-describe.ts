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

export interface ShareGroupDescribeRequest {
  groupIds: string[]
  includeAuthorizedOperations: boolean
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function shareGroupDescribeRequest(
  init: Partial<ShareGroupDescribeRequest> = {},
): ShareGroupDescribeRequest {
  return {
    groupIds: init.groupIds ?? [],
    includeAuthorizedOperations: init.includeAuthorizedOperations ?? false,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeShareGroupDescribeRequest(
  reader: Reader,
  _version: number,
): ShareGroupDescribeRequest {
  const groupIdsCount = reader.compactArray(1)
  const groupIds = readCompactStrings(reader, groupIdsCount)
  const includeAuthorizedOperations = reader.bool()
  const unknownTaggedFields = reader.unknownTags()
  return { groupIds, includeAuthorizedOperations, unknownTaggedFields }
}

function encodeShareGroupDescribeRequest(
  writer: Writer,
  message: ShareGroupDescribeRequest,
  _version: number,
): void {
  writer.compactArray(message.groupIds.length)
  writeCompactStrings(writer, message.groupIds)
  writer.bool(message.includeAuthorizedOperations)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}
export interface ShareGroupDescribeResponse {
  throttleTimeMs: number
  groups: ShareGroupDescribeResponseGroup[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface ShareGroupDescribeResponseGroup {
  errorCode: number
  errorMessage: string | null
  groupId: string
  groupState: string
  groupEpoch: number
  assignmentEpoch: number
  assignorName: string
  members: ShareGroupDescribeResponseGroupMember[]
  authorizedOperations: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface ShareGroupDescribeResponseGroupMember {
  memberId: string
  rackId: string | null
  memberEpoch: number
  clientId: string
  clientHost: string
  subscribedTopicNames: string[]
  assignment: ShareGroupDescribeResponseAssignment
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface ShareGroupDescribeResponseAssignment {
  topicPartitions: ShareGroupDescribeResponseTopicPartitions[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface ShareGroupDescribeResponseTopicPartitions {
  topicId: Uuid
  topicName: string
  partitions: number[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function shareGroupDescribeResponse(
  init: Partial<ShareGroupDescribeResponse> = {},
): ShareGroupDescribeResponse {
  return {
    throttleTimeMs: init.throttleTimeMs ?? 0,
    groups: init.groups ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function shareGroupDescribeResponseGroup(
  init: Partial<ShareGroupDescribeResponseGroup> = {},
): ShareGroupDescribeResponseGroup {
  return {
    errorCode: init.errorCode ?? 0,
    errorMessage: init.errorMessage ?? null,
    groupId: init.groupId ?? '',
    groupState: init.groupState ?? '',
    groupEpoch: init.groupEpoch ?? 0,
    assignmentEpoch: init.assignmentEpoch ?? 0,
    assignorName: init.assignorName ?? '',
    members: init.members ?? [],
    authorizedOperations: init.authorizedOperations ?? -2147483648,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function shareGroupDescribeResponseGroupMember(
  init: Partial<ShareGroupDescribeResponseGroupMember> = {},
): ShareGroupDescribeResponseGroupMember {
  return {
    memberId: init.memberId ?? '',
    rackId: init.rackId ?? null,
    memberEpoch: init.memberEpoch ?? 0,
    clientId: init.clientId ?? '',
    clientHost: init.clientHost ?? '',
    subscribedTopicNames: init.subscribedTopicNames ?? [],
    assignment: init.assignment ?? defaultShareGroupDescribeResponseAssignment,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function shareGroupDescribeResponseAssignment(
  init: Partial<ShareGroupDescribeResponseAssignment> = {},
): ShareGroupDescribeResponseAssignment {
  return {
    topicPartitions: init.topicPartitions ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function shareGroupDescribeResponseTopicPartitions(
  init: Partial<ShareGroupDescribeResponseTopicPartitions> = {},
): ShareGroupDescribeResponseTopicPartitions {
  return {
    topicId: init.topicId ?? ZERO_UUID,
    topicName: init.topicName ?? '',
    partitions: init.partitions ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

const defaultShareGroupDescribeResponseAssignment: ShareGroupDescribeResponseAssignment =
  Object.freeze(shareGroupDescribeResponseAssignment())

function decodeShareGroupDescribeResponse(
  reader: Reader,
  version: number,
): ShareGroupDescribeResponse {
  const throttleTimeMs = reader.int32()
  const groupsCount = reader.compactArray(20)
  const groups = decodeShareGroupDescribeResponseGroupArray(reader, version, groupsCount)
  const unknownTaggedFields = reader.unknownTags()
  return { throttleTimeMs, groups, unknownTaggedFields }
}

function decodeShareGroupDescribeResponseGroup(
  reader: Reader,
  version: number,
): ShareGroupDescribeResponseGroup {
  const errorCode = reader.int16()
  const errorMessage = reader.compactNullableString()
  const groupId = reader.compactString()
  const groupState = reader.compactString()
  const groupEpoch = reader.int32()
  const assignmentEpoch = reader.int32()
  const assignorName = reader.compactString()
  const membersCount = reader.compactArray(12)
  const members = decodeShareGroupDescribeResponseGroupMemberArray(reader, version, membersCount)
  const authorizedOperations = reader.int32()
  const unknownTaggedFields = reader.unknownTags()
  return {
    errorCode,
    errorMessage,
    groupId,
    groupState,
    groupEpoch,
    assignmentEpoch,
    assignorName,
    members,
    authorizedOperations,
    unknownTaggedFields,
  }
}

function decodeShareGroupDescribeResponseGroupArray(
  reader: Reader,
  version: number,
  count: number,
): ShareGroupDescribeResponseGroup[] {
  reader.structs(count)
  const items = new Array<ShareGroupDescribeResponseGroup>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeShareGroupDescribeResponseGroup(reader, version)
  return items
}

function decodeShareGroupDescribeResponseGroupMember(
  reader: Reader,
  version: number,
): ShareGroupDescribeResponseGroupMember {
  const memberId = reader.compactString()
  const rackId = reader.compactNullableString()
  const memberEpoch = reader.int32()
  const clientId = reader.compactString()
  const clientHost = reader.compactString()
  const subscribedTopicNamesCount = reader.compactArray(1)
  const subscribedTopicNames = readCompactStrings(reader, subscribedTopicNamesCount)
  const assignment = decodeShareGroupDescribeResponseAssignment(reader, version)
  const unknownTaggedFields = reader.unknownTags()
  return {
    memberId,
    rackId,
    memberEpoch,
    clientId,
    clientHost,
    subscribedTopicNames,
    assignment,
    unknownTaggedFields,
  }
}

function decodeShareGroupDescribeResponseGroupMemberArray(
  reader: Reader,
  version: number,
  count: number,
): ShareGroupDescribeResponseGroupMember[] {
  reader.structs(count)
  const items = new Array<ShareGroupDescribeResponseGroupMember>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeShareGroupDescribeResponseGroupMember(reader, version)
  return items
}

function decodeShareGroupDescribeResponseAssignment(
  reader: Reader,
  version: number,
): ShareGroupDescribeResponseAssignment {
  const topicPartitionsCount = reader.compactArray(19)
  const topicPartitions = decodeShareGroupDescribeResponseTopicPartitionsArray(
    reader,
    version,
    topicPartitionsCount,
  )
  const unknownTaggedFields = reader.unknownTags()
  return { topicPartitions, unknownTaggedFields }
}

function decodeShareGroupDescribeResponseTopicPartitions(
  reader: Reader,
  _version: number,
): ShareGroupDescribeResponseTopicPartitions {
  const topicId = reader.uuid()
  const topicName = reader.compactString()
  const partitionsCount = reader.compactArray(4)
  const partitions = readInt32s(reader, partitionsCount)
  const unknownTaggedFields = reader.unknownTags()
  return { topicId, topicName, partitions, unknownTaggedFields }
}

function decodeShareGroupDescribeResponseTopicPartitionsArray(
  reader: Reader,
  version: number,
  count: number,
): ShareGroupDescribeResponseTopicPartitions[] {
  reader.structs(count)
  const items = new Array<ShareGroupDescribeResponseTopicPartitions>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeShareGroupDescribeResponseTopicPartitions(reader, version)
  return items
}

function encodeShareGroupDescribeResponse(
  writer: Writer,
  message: ShareGroupDescribeResponse,
  version: number,
): void {
  writer.int32(message.throttleTimeMs)
  writer.compactArray(message.groups.length)
  encodeShareGroupDescribeResponseGroupArray(writer, message.groups, version)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeShareGroupDescribeResponseGroup(
  writer: Writer,
  message: ShareGroupDescribeResponseGroup,
  version: number,
): void {
  writer.int16(message.errorCode)
  writer.compactNullableString(message.errorMessage)
  writer.compactString(message.groupId)
  writer.compactString(message.groupState)
  writer.int32(message.groupEpoch)
  writer.int32(message.assignmentEpoch)
  writer.compactString(message.assignorName)
  writer.compactArray(message.members.length)
  encodeShareGroupDescribeResponseGroupMemberArray(writer, message.members, version)
  writer.int32(message.authorizedOperations)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeShareGroupDescribeResponseGroupArray(
  writer: Writer,
  items: readonly ShareGroupDescribeResponseGroup[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeShareGroupDescribeResponseGroup(writer, items[index]!, version)
}

function encodeShareGroupDescribeResponseGroupMember(
  writer: Writer,
  message: ShareGroupDescribeResponseGroupMember,
  version: number,
): void {
  writer.compactString(message.memberId)
  writer.compactNullableString(message.rackId)
  writer.int32(message.memberEpoch)
  writer.compactString(message.clientId)
  writer.compactString(message.clientHost)
  writer.compactArray(message.subscribedTopicNames.length)
  writeCompactStrings(writer, message.subscribedTopicNames)
  encodeShareGroupDescribeResponseAssignment(writer, message.assignment, version)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeShareGroupDescribeResponseGroupMemberArray(
  writer: Writer,
  items: readonly ShareGroupDescribeResponseGroupMember[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeShareGroupDescribeResponseGroupMember(writer, items[index]!, version)
}

function encodeShareGroupDescribeResponseAssignment(
  writer: Writer,
  message: ShareGroupDescribeResponseAssignment,
  version: number,
): void {
  writer.compactArray(message.topicPartitions.length)
  encodeShareGroupDescribeResponseTopicPartitionsArray(writer, message.topicPartitions, version)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeShareGroupDescribeResponseTopicPartitions(
  writer: Writer,
  message: ShareGroupDescribeResponseTopicPartitions,
  _version: number,
): void {
  writer.uuid(message.topicId)
  writer.compactString(message.topicName)
  writer.compactArray(message.partitions.length)
  writeInt32s(writer, message.partitions)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeShareGroupDescribeResponseTopicPartitionsArray(
  writer: Writer,
  items: readonly ShareGroupDescribeResponseTopicPartitions[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeShareGroupDescribeResponseTopicPartitions(writer, items[index]!, version)
}

export const shareGroupDescribeApi: Api<ShareGroupDescribeRequest, ShareGroupDescribeResponse> = {
  key: 77,
  name: 'ShareGroupDescribe',
  versionMin: 1,
  versionMax: 1,
  versionMaxStable: 1,
  flexibleSince: 0,
  listeners: ['broker'],
  request: {
    decode(reader, version) {
      if (!(version >= 1 && version <= 1))
        throwVersionUndecodable('ShareGroupDescribeRequest', version, '1')
      return decodeShareGroupDescribeRequest(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 1 && version <= 1))
        throwVersionUnencodable('ShareGroupDescribeRequest', version, '1')
      encodeShareGroupDescribeRequest(writer, message, version)
    },
  },
  response: {
    decode(reader, version) {
      if (!(version >= 1 && version <= 1))
        throwVersionUndecodable('ShareGroupDescribeResponse', version, '1')
      return decodeShareGroupDescribeResponse(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 1 && version <= 1))
        throwVersionUnencodable('ShareGroupDescribeResponse', version, '1')
      encodeShareGroupDescribeResponse(writer, message, version)
    },
  },
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1,
}
