import type { Api } from '../api.ts'
import {
  readStrings,
  writeStrings,
  readCompactStrings,
  writeCompactStrings,
} from '../codec/arrays.ts'
import {
  throwFieldAbsent,
  throwVersionUndecodable,
  throwVersionUnencodable,
} from '../codec/errors.ts'
import type { Reader } from '../codec/reader.ts'
import { EMPTY_BYTES } from '../codec/records.ts'
import type { UnknownTaggedField } from '../codec/tagged-field.ts'
import type { Writer } from '../codec/writer.ts'

export interface DescribeGroupsRequest {
  groups: string[]
  includeAuthorizedOperations: boolean
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function describeGroupsRequest(
  init: Partial<DescribeGroupsRequest> = {},
): DescribeGroupsRequest {
  return {
    groups: init.groups ?? [],
    includeAuthorizedOperations: init.includeAuthorizedOperations ?? false,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeDescribeGroupsRequest(reader: Reader, version: number): DescribeGroupsRequest {
  const groupsCount = version >= 5 ? reader.compactArray(1) : reader.array(2)
  const groups =
    version >= 5 ? readCompactStrings(reader, groupsCount) : readStrings(reader, groupsCount)
  const includeAuthorizedOperations: boolean = version >= 3 ? reader.bool() : false
  const unknownTaggedFields = version >= 5 ? reader.unknownTags() : null
  return { groups, includeAuthorizedOperations, unknownTaggedFields }
}

function encodeDescribeGroupsRequest(
  writer: Writer,
  message: DescribeGroupsRequest,
  version: number,
): void {
  if (version >= 5) {
    writer.compactArray(message.groups.length)
    writeCompactStrings(writer, message.groups)
  } else {
    writer.array(message.groups.length)
    writeStrings(writer, message.groups)
  }
  if (version >= 3) {
    writer.bool(message.includeAuthorizedOperations)
  } else {
    if (message.includeAuthorizedOperations !== false)
      throwFieldAbsent('DescribeGroupsRequest', 'includeAuthorizedOperations', version)
  }
  if (version >= 5) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('DescribeGroupsRequest', 'unknownTaggedFields', version)
  }
}
export interface DescribeGroupsResponse {
  throttleTimeMs: number
  groups: DescribeGroupsResponseGroup[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface DescribeGroupsResponseGroup {
  errorCode: number
  errorMessage: string | null
  groupId: string
  groupState: string
  protocolType: string
  protocolData: string
  members: DescribeGroupsResponseGroupMember[]
  authorizedOperations: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface DescribeGroupsResponseGroupMember {
  memberId: string
  groupInstanceId: string | null
  clientId: string
  clientHost: string
  memberMetadata: Uint8Array
  memberAssignment: Uint8Array
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function describeGroupsResponse(
  init: Partial<DescribeGroupsResponse> = {},
): DescribeGroupsResponse {
  return {
    throttleTimeMs: init.throttleTimeMs ?? 0,
    groups: init.groups ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function describeGroupsResponseGroup(
  init: Partial<DescribeGroupsResponseGroup> = {},
): DescribeGroupsResponseGroup {
  return {
    errorCode: init.errorCode ?? 0,
    errorMessage: init.errorMessage ?? null,
    groupId: init.groupId ?? '',
    groupState: init.groupState ?? '',
    protocolType: init.protocolType ?? '',
    protocolData: init.protocolData ?? '',
    members: init.members ?? [],
    authorizedOperations: init.authorizedOperations ?? -2147483648,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function describeGroupsResponseGroupMember(
  init: Partial<DescribeGroupsResponseGroupMember> = {},
): DescribeGroupsResponseGroupMember {
  return {
    memberId: init.memberId ?? '',
    groupInstanceId: init.groupInstanceId ?? null,
    clientId: init.clientId ?? '',
    clientHost: init.clientHost ?? '',
    memberMetadata: init.memberMetadata ?? EMPTY_BYTES,
    memberAssignment: init.memberAssignment ?? EMPTY_BYTES,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeDescribeGroupsResponse(reader: Reader, version: number): DescribeGroupsResponse {
  const throttleTimeMs: number = version >= 1 ? reader.int32() : 0
  const groupsCount = version >= 5 ? reader.compactArray(12) : reader.array(14)
  const groups = decodeDescribeGroupsResponseGroupArray(reader, version, groupsCount)
  const unknownTaggedFields = version >= 5 ? reader.unknownTags() : null
  return { throttleTimeMs, groups, unknownTaggedFields }
}

function decodeDescribeGroupsResponseGroup(
  reader: Reader,
  version: number,
): DescribeGroupsResponseGroup {
  const errorCode = reader.int16()
  const errorMessage: string | null = version >= 6 ? reader.compactNullableString() : null
  const groupId: string = version >= 5 ? reader.compactString() : reader.string()
  const groupState: string = version >= 5 ? reader.compactString() : reader.string()
  const protocolType: string = version >= 5 ? reader.compactString() : reader.string()
  const protocolData: string = version >= 5 ? reader.compactString() : reader.string()
  const membersCount = version >= 5 ? reader.compactArray(7) : reader.array(14)
  const members = decodeDescribeGroupsResponseGroupMemberArray(reader, version, membersCount)
  const authorizedOperations: number = version >= 3 ? reader.int32() : -2147483648
  const unknownTaggedFields = version >= 5 ? reader.unknownTags() : null
  return {
    errorCode,
    errorMessage,
    groupId,
    groupState,
    protocolType,
    protocolData,
    members,
    authorizedOperations,
    unknownTaggedFields,
  }
}

function decodeDescribeGroupsResponseGroupArray(
  reader: Reader,
  version: number,
  count: number,
): DescribeGroupsResponseGroup[] {
  reader.structs(count)
  const items = new Array<DescribeGroupsResponseGroup>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeDescribeGroupsResponseGroup(reader, version)
  return items
}

function decodeDescribeGroupsResponseGroupMember(
  reader: Reader,
  version: number,
): DescribeGroupsResponseGroupMember {
  const memberId: string = version >= 5 ? reader.compactString() : reader.string()
  const groupInstanceId: string | null =
    version >= 5 ? reader.compactNullableString() : version >= 4 ? reader.nullableString() : null
  const clientId: string = version >= 5 ? reader.compactString() : reader.string()
  const clientHost: string = version >= 5 ? reader.compactString() : reader.string()
  const memberMetadata: Uint8Array = version >= 5 ? reader.compactBytes() : reader.bytes()
  const memberAssignment: Uint8Array = version >= 5 ? reader.compactBytes() : reader.bytes()
  const unknownTaggedFields = version >= 5 ? reader.unknownTags() : null
  return {
    memberId,
    groupInstanceId,
    clientId,
    clientHost,
    memberMetadata,
    memberAssignment,
    unknownTaggedFields,
  }
}

function decodeDescribeGroupsResponseGroupMemberArray(
  reader: Reader,
  version: number,
  count: number,
): DescribeGroupsResponseGroupMember[] {
  reader.structs(count)
  const items = new Array<DescribeGroupsResponseGroupMember>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeDescribeGroupsResponseGroupMember(reader, version)
  return items
}

function encodeDescribeGroupsResponse(
  writer: Writer,
  message: DescribeGroupsResponse,
  version: number,
): void {
  if (version >= 1) {
    writer.int32(message.throttleTimeMs)
  }
  if (version >= 5) {
    writer.compactArray(message.groups.length)
    encodeDescribeGroupsResponseGroupArray(writer, message.groups, version)
  } else {
    writer.array(message.groups.length)
    encodeDescribeGroupsResponseGroupArray(writer, message.groups, version)
  }
  if (version >= 5) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('DescribeGroupsResponse', 'unknownTaggedFields', version)
  }
}

function encodeDescribeGroupsResponseGroup(
  writer: Writer,
  message: DescribeGroupsResponseGroup,
  version: number,
): void {
  writer.int16(message.errorCode)
  if (version >= 6) {
    writer.compactNullableString(message.errorMessage)
  } else {
    if (message.errorMessage !== null)
      throwFieldAbsent('DescribeGroupsResponseGroup', 'errorMessage', version)
  }
  if (version >= 5) {
    writer.compactString(message.groupId)
  } else {
    writer.string(message.groupId)
  }
  if (version >= 5) {
    writer.compactString(message.groupState)
  } else {
    writer.string(message.groupState)
  }
  if (version >= 5) {
    writer.compactString(message.protocolType)
  } else {
    writer.string(message.protocolType)
  }
  if (version >= 5) {
    writer.compactString(message.protocolData)
  } else {
    writer.string(message.protocolData)
  }
  if (version >= 5) {
    writer.compactArray(message.members.length)
    encodeDescribeGroupsResponseGroupMemberArray(writer, message.members, version)
  } else {
    writer.array(message.members.length)
    encodeDescribeGroupsResponseGroupMemberArray(writer, message.members, version)
  }
  if (version >= 3) {
    writer.int32(message.authorizedOperations)
  } else {
    if (message.authorizedOperations !== -2147483648)
      throwFieldAbsent('DescribeGroupsResponseGroup', 'authorizedOperations', version)
  }
  if (version >= 5) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('DescribeGroupsResponseGroup', 'unknownTaggedFields', version)
  }
}

function encodeDescribeGroupsResponseGroupArray(
  writer: Writer,
  items: readonly DescribeGroupsResponseGroup[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeDescribeGroupsResponseGroup(writer, items[index]!, version)
}

function encodeDescribeGroupsResponseGroupMember(
  writer: Writer,
  message: DescribeGroupsResponseGroupMember,
  version: number,
): void {
  if (version >= 5) {
    writer.compactString(message.memberId)
  } else {
    writer.string(message.memberId)
  }
  if (version >= 5) {
    writer.compactNullableString(message.groupInstanceId)
  } else {
    if (version >= 4) {
      writer.nullableString(message.groupInstanceId)
    }
  }
  if (version >= 5) {
    writer.compactString(message.clientId)
  } else {
    writer.string(message.clientId)
  }
  if (version >= 5) {
    writer.compactString(message.clientHost)
  } else {
    writer.string(message.clientHost)
  }
  if (version >= 5) {
    writer.compactBytes(message.memberMetadata)
  } else {
    writer.bytes(message.memberMetadata)
  }
  if (version >= 5) {
    writer.compactBytes(message.memberAssignment)
  } else {
    writer.bytes(message.memberAssignment)
  }
  if (version >= 5) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('DescribeGroupsResponseGroupMember', 'unknownTaggedFields', version)
  }
}

function encodeDescribeGroupsResponseGroupMemberArray(
  writer: Writer,
  items: readonly DescribeGroupsResponseGroupMember[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeDescribeGroupsResponseGroupMember(writer, items[index]!, version)
}

export const describeGroupsApi: Api<DescribeGroupsRequest, DescribeGroupsResponse> = {
  key: 15,
  name: 'DescribeGroups',
  versionMin: 0,
  versionMax: 6,
  versionMaxStable: 6,
  flexibleSince: 5,
  listeners: ['broker'],
  request: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 6))
        throwVersionUndecodable('DescribeGroupsRequest', version, '0-6')
      return decodeDescribeGroupsRequest(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 6))
        throwVersionUnencodable('DescribeGroupsRequest', version, '0-6')
      encodeDescribeGroupsRequest(writer, message, version)
    },
  },
  response: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 6))
        throwVersionUndecodable('DescribeGroupsResponse', version, '0-6')
      return decodeDescribeGroupsResponse(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 6))
        throwVersionUnencodable('DescribeGroupsResponse', version, '0-6')
      encodeDescribeGroupsResponse(writer, message, version)
    },
  },
  requestHeaderVersion: (version) => (version >= 5 ? 2 : 1),
  responseHeaderVersion: (version) => (version >= 5 ? 1 : 0),
}
