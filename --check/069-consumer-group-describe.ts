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

export interface ConsumerGroupDescribeRequest {
  groupIds: string[]
  includeAuthorizedOperations: boolean
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function consumerGroupDescribeRequest(
  init: Partial<ConsumerGroupDescribeRequest> = {},
): ConsumerGroupDescribeRequest {
  return {
    groupIds: init.groupIds ?? [],
    includeAuthorizedOperations: init.includeAuthorizedOperations ?? false,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeConsumerGroupDescribeRequest(
  reader: Reader,
  _version: number,
): ConsumerGroupDescribeRequest {
  const groupIdsCount = reader.compactArray(1)
  const groupIds = readCompactStrings(reader, groupIdsCount)
  const includeAuthorizedOperations = reader.bool()
  const unknownTaggedFields = reader.unknownTags()
  return { groupIds, includeAuthorizedOperations, unknownTaggedFields }
}

function encodeConsumerGroupDescribeRequest(
  writer: Writer,
  message: ConsumerGroupDescribeRequest,
  _version: number,
): void {
  writer.compactArray(message.groupIds.length)
  writeCompactStrings(writer, message.groupIds)
  writer.bool(message.includeAuthorizedOperations)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}
export interface ConsumerGroupDescribeResponse {
  throttleTimeMs: number
  groups: ConsumerGroupDescribeResponseGroup[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface ConsumerGroupDescribeResponseGroup {
  errorCode: number
  errorMessage: string | null
  groupId: string
  groupState: string
  groupEpoch: number
  assignmentEpoch: number
  assignorName: string
  members: ConsumerGroupDescribeResponseGroupMember[]
  authorizedOperations: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface ConsumerGroupDescribeResponseGroupMember {
  memberId: string
  instanceId: string | null
  rackId: string | null
  memberEpoch: number
  clientId: string
  clientHost: string
  subscribedTopicNames: string[]
  subscribedTopicRegex: string | null
  assignment: ConsumerGroupDescribeResponseAssignment
  targetAssignment: ConsumerGroupDescribeResponseAssignment
  memberType: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface ConsumerGroupDescribeResponseAssignment {
  topicPartitions: ConsumerGroupDescribeResponseTopicPartitions[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface ConsumerGroupDescribeResponseTopicPartitions {
  topicId: Uuid
  topicName: string
  partitions: number[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function consumerGroupDescribeResponse(
  init: Partial<ConsumerGroupDescribeResponse> = {},
): ConsumerGroupDescribeResponse {
  return {
    throttleTimeMs: init.throttleTimeMs ?? 0,
    groups: init.groups ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function consumerGroupDescribeResponseGroup(
  init: Partial<ConsumerGroupDescribeResponseGroup> = {},
): ConsumerGroupDescribeResponseGroup {
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

export function consumerGroupDescribeResponseGroupMember(
  init: Partial<ConsumerGroupDescribeResponseGroupMember> = {},
): ConsumerGroupDescribeResponseGroupMember {
  return {
    memberId: init.memberId ?? '',
    instanceId: init.instanceId ?? null,
    rackId: init.rackId ?? null,
    memberEpoch: init.memberEpoch ?? 0,
    clientId: init.clientId ?? '',
    clientHost: init.clientHost ?? '',
    subscribedTopicNames: init.subscribedTopicNames ?? [],
    subscribedTopicRegex: init.subscribedTopicRegex ?? null,
    assignment: init.assignment ?? defaultConsumerGroupDescribeResponseAssignment,
    targetAssignment: init.targetAssignment ?? defaultConsumerGroupDescribeResponseAssignment,
    memberType: init.memberType ?? -1,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function consumerGroupDescribeResponseAssignment(
  init: Partial<ConsumerGroupDescribeResponseAssignment> = {},
): ConsumerGroupDescribeResponseAssignment {
  return {
    topicPartitions: init.topicPartitions ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function consumerGroupDescribeResponseTopicPartitions(
  init: Partial<ConsumerGroupDescribeResponseTopicPartitions> = {},
): ConsumerGroupDescribeResponseTopicPartitions {
  return {
    topicId: init.topicId ?? ZERO_UUID,
    topicName: init.topicName ?? '',
    partitions: init.partitions ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

const defaultConsumerGroupDescribeResponseAssignment: ConsumerGroupDescribeResponseAssignment =
  Object.freeze(consumerGroupDescribeResponseAssignment())

function decodeConsumerGroupDescribeResponse(
  reader: Reader,
  version: number,
): ConsumerGroupDescribeResponse {
  const throttleTimeMs = reader.int32()
  const groupsCount = reader.compactArray(20)
  const groups = decodeConsumerGroupDescribeResponseGroupArray(reader, version, groupsCount)
  const unknownTaggedFields = reader.unknownTags()
  return { throttleTimeMs, groups, unknownTaggedFields }
}

function decodeConsumerGroupDescribeResponseGroup(
  reader: Reader,
  version: number,
): ConsumerGroupDescribeResponseGroup {
  const errorCode = reader.int16()
  const errorMessage = reader.compactNullableString()
  const groupId = reader.compactString()
  const groupState = reader.compactString()
  const groupEpoch = reader.int32()
  const assignmentEpoch = reader.int32()
  const assignorName = reader.compactString()
  const membersCount = reader.compactArray(16)
  const members = decodeConsumerGroupDescribeResponseGroupMemberArray(reader, version, membersCount)
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

function decodeConsumerGroupDescribeResponseGroupArray(
  reader: Reader,
  version: number,
  count: number,
): ConsumerGroupDescribeResponseGroup[] {
  reader.structs(count)
  const items = new Array<ConsumerGroupDescribeResponseGroup>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeConsumerGroupDescribeResponseGroup(reader, version)
  return items
}

function decodeConsumerGroupDescribeResponseGroupMember(
  reader: Reader,
  version: number,
): ConsumerGroupDescribeResponseGroupMember {
  const memberId = reader.compactString()
  const instanceId = reader.compactNullableString()
  const rackId = reader.compactNullableString()
  const memberEpoch = reader.int32()
  const clientId = reader.compactString()
  const clientHost = reader.compactString()
  const subscribedTopicNamesCount = reader.compactArray(1)
  const subscribedTopicNames = readCompactStrings(reader, subscribedTopicNamesCount)
  const subscribedTopicRegex = reader.compactNullableString()
  const assignment = decodeConsumerGroupDescribeResponseAssignment(reader, version)
  const targetAssignment = decodeConsumerGroupDescribeResponseAssignment(reader, version)
  const memberType: number = version >= 1 ? reader.int8() : -1
  const unknownTaggedFields = reader.unknownTags()
  return {
    memberId,
    instanceId,
    rackId,
    memberEpoch,
    clientId,
    clientHost,
    subscribedTopicNames,
    subscribedTopicRegex,
    assignment,
    targetAssignment,
    memberType,
    unknownTaggedFields,
  }
}

function decodeConsumerGroupDescribeResponseGroupMemberArray(
  reader: Reader,
  version: number,
  count: number,
): ConsumerGroupDescribeResponseGroupMember[] {
  reader.structs(count)
  const items = new Array<ConsumerGroupDescribeResponseGroupMember>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeConsumerGroupDescribeResponseGroupMember(reader, version)
  return items
}

function decodeConsumerGroupDescribeResponseAssignment(
  reader: Reader,
  version: number,
): ConsumerGroupDescribeResponseAssignment {
  const topicPartitionsCount = reader.compactArray(19)
  const topicPartitions = decodeConsumerGroupDescribeResponseTopicPartitionsArray(
    reader,
    version,
    topicPartitionsCount,
  )
  const unknownTaggedFields = reader.unknownTags()
  return { topicPartitions, unknownTaggedFields }
}

function decodeConsumerGroupDescribeResponseTopicPartitions(
  reader: Reader,
  _version: number,
): ConsumerGroupDescribeResponseTopicPartitions {
  const topicId = reader.uuid()
  const topicName = reader.compactString()
  const partitionsCount = reader.compactArray(4)
  const partitions = readInt32s(reader, partitionsCount)
  const unknownTaggedFields = reader.unknownTags()
  return { topicId, topicName, partitions, unknownTaggedFields }
}

function decodeConsumerGroupDescribeResponseTopicPartitionsArray(
  reader: Reader,
  version: number,
  count: number,
): ConsumerGroupDescribeResponseTopicPartitions[] {
  reader.structs(count)
  const items = new Array<ConsumerGroupDescribeResponseTopicPartitions>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeConsumerGroupDescribeResponseTopicPartitions(reader, version)
  return items
}

function encodeConsumerGroupDescribeResponse(
  writer: Writer,
  message: ConsumerGroupDescribeResponse,
  version: number,
): void {
  writer.int32(message.throttleTimeMs)
  writer.compactArray(message.groups.length)
  encodeConsumerGroupDescribeResponseGroupArray(writer, message.groups, version)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeConsumerGroupDescribeResponseGroup(
  writer: Writer,
  message: ConsumerGroupDescribeResponseGroup,
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
  encodeConsumerGroupDescribeResponseGroupMemberArray(writer, message.members, version)
  writer.int32(message.authorizedOperations)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeConsumerGroupDescribeResponseGroupArray(
  writer: Writer,
  items: readonly ConsumerGroupDescribeResponseGroup[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeConsumerGroupDescribeResponseGroup(writer, items[index]!, version)
}

function encodeConsumerGroupDescribeResponseGroupMember(
  writer: Writer,
  message: ConsumerGroupDescribeResponseGroupMember,
  version: number,
): void {
  writer.compactString(message.memberId)
  writer.compactNullableString(message.instanceId)
  writer.compactNullableString(message.rackId)
  writer.int32(message.memberEpoch)
  writer.compactString(message.clientId)
  writer.compactString(message.clientHost)
  writer.compactArray(message.subscribedTopicNames.length)
  writeCompactStrings(writer, message.subscribedTopicNames)
  writer.compactNullableString(message.subscribedTopicRegex)
  encodeConsumerGroupDescribeResponseAssignment(writer, message.assignment, version)
  encodeConsumerGroupDescribeResponseAssignment(writer, message.targetAssignment, version)
  if (version >= 1) {
    writer.int8(message.memberType)
  }
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeConsumerGroupDescribeResponseGroupMemberArray(
  writer: Writer,
  items: readonly ConsumerGroupDescribeResponseGroupMember[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeConsumerGroupDescribeResponseGroupMember(writer, items[index]!, version)
}

function encodeConsumerGroupDescribeResponseAssignment(
  writer: Writer,
  message: ConsumerGroupDescribeResponseAssignment,
  version: number,
): void {
  writer.compactArray(message.topicPartitions.length)
  encodeConsumerGroupDescribeResponseTopicPartitionsArray(writer, message.topicPartitions, version)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeConsumerGroupDescribeResponseTopicPartitions(
  writer: Writer,
  message: ConsumerGroupDescribeResponseTopicPartitions,
  _version: number,
): void {
  writer.uuid(message.topicId)
  writer.compactString(message.topicName)
  writer.compactArray(message.partitions.length)
  writeInt32s(writer, message.partitions)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeConsumerGroupDescribeResponseTopicPartitionsArray(
  writer: Writer,
  items: readonly ConsumerGroupDescribeResponseTopicPartitions[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeConsumerGroupDescribeResponseTopicPartitions(writer, items[index]!, version)
}

export const consumerGroupDescribeApi: Api<
  ConsumerGroupDescribeRequest,
  ConsumerGroupDescribeResponse
> = {
  key: 69,
  name: 'ConsumerGroupDescribe',
  versionMin: 0,
  versionMax: 1,
  versionMaxStable: 1,
  flexibleSince: 0,
  listeners: ['broker'],
  request: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 1))
        throwVersionUndecodable('ConsumerGroupDescribeRequest', version, '0-1')
      return decodeConsumerGroupDescribeRequest(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 1))
        throwVersionUnencodable('ConsumerGroupDescribeRequest', version, '0-1')
      encodeConsumerGroupDescribeRequest(writer, message, version)
    },
  },
  response: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 1))
        throwVersionUndecodable('ConsumerGroupDescribeResponse', version, '0-1')
      return decodeConsumerGroupDescribeResponse(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 1))
        throwVersionUnencodable('ConsumerGroupDescribeResponse', version, '0-1')
      encodeConsumerGroupDescribeResponse(writer, message, version)
    },
  },
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1,
}
