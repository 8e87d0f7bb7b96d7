import type { Api } from '../api.ts'
import {
  throwFieldAbsent,
  throwVersionUndecodable,
  throwVersionUnencodable,
} from '../codec/errors.ts'
import type { Reader } from '../codec/reader.ts'
import type { UnknownTaggedField } from '../codec/tagged-field.ts'
import type { Writer } from '../codec/writer.ts'

export interface LeaveGroupRequest {
  groupId: string
  memberId: string
  members: LeaveGroupRequestMember[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface LeaveGroupRequestMember {
  memberId: string
  groupInstanceId: string | null
  reason: string | null
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function leaveGroupRequest(init: Partial<LeaveGroupRequest> = {}): LeaveGroupRequest {
  return {
    groupId: init.groupId ?? '',
    memberId: init.memberId ?? '',
    members: init.members ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function leaveGroupRequestMember(
  init: Partial<LeaveGroupRequestMember> = {},
): LeaveGroupRequestMember {
  return {
    memberId: init.memberId ?? '',
    groupInstanceId: init.groupInstanceId ?? null,
    reason: init.reason ?? null,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeLeaveGroupRequest(reader: Reader, version: number): LeaveGroupRequest {
  const groupId: string = version >= 4 ? reader.compactString() : reader.string()
  const memberId: string = version >= 3 ? '' : reader.string()
  const membersCount = version >= 4 ? reader.compactArray(3) : version >= 3 ? reader.array(4) : 0
  const members = decodeLeaveGroupRequestMemberArray(reader, version, membersCount)
  const unknownTaggedFields = version >= 4 ? reader.unknownTags() : null
  return { groupId, memberId, members, unknownTaggedFields }
}

function decodeLeaveGroupRequestMember(reader: Reader, version: number): LeaveGroupRequestMember {
  const memberId: string = version >= 4 ? reader.compactString() : reader.string()
  const groupInstanceId: string | null =
    version >= 4 ? reader.compactNullableString() : reader.nullableString()
  const reason: string | null = version >= 5 ? reader.compactNullableString() : null
  const unknownTaggedFields = version >= 4 ? reader.unknownTags() : null
  return { memberId, groupInstanceId, reason, unknownTaggedFields }
}

function decodeLeaveGroupRequestMemberArray(
  reader: Reader,
  version: number,
  count: number,
): LeaveGroupRequestMember[] {
  reader.structs(count)
  const items = new Array<LeaveGroupRequestMember>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeLeaveGroupRequestMember(reader, version)
  return items
}

function encodeLeaveGroupRequest(
  writer: Writer,
  message: LeaveGroupRequest,
  version: number,
): void {
  if (version >= 4) {
    writer.compactString(message.groupId)
  } else {
    writer.string(message.groupId)
  }
  if (version >= 3) {
    if (message.memberId !== '') throwFieldAbsent('LeaveGroupRequest', 'memberId', version)
  } else {
    writer.string(message.memberId)
  }
  if (version >= 4) {
    writer.compactArray(message.members.length)
    encodeLeaveGroupRequestMemberArray(writer, message.members, version)
  } else {
    if (version >= 3) {
      writer.array(message.members.length)
      encodeLeaveGroupRequestMemberArray(writer, message.members, version)
    } else {
      if (message.members.length !== 0) throwFieldAbsent('LeaveGroupRequest', 'members', version)
    }
  }
  if (version >= 4) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('LeaveGroupRequest', 'unknownTaggedFields', version)
  }
}

function encodeLeaveGroupRequestMember(
  writer: Writer,
  message: LeaveGroupRequestMember,
  version: number,
): void {
  if (version >= 4) {
    writer.compactString(message.memberId)
  } else {
    writer.string(message.memberId)
  }
  if (version >= 4) {
    writer.compactNullableString(message.groupInstanceId)
  } else {
    writer.nullableString(message.groupInstanceId)
  }
  if (version >= 5) {
    writer.compactNullableString(message.reason)
  }
  if (version >= 4) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('LeaveGroupRequestMember', 'unknownTaggedFields', version)
  }
}

function encodeLeaveGroupRequestMemberArray(
  writer: Writer,
  items: readonly LeaveGroupRequestMember[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeLeaveGroupRequestMember(writer, items[index]!, version)
}
export interface LeaveGroupResponse {
  throttleTimeMs: number
  errorCode: number
  members: LeaveGroupResponseMember[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface LeaveGroupResponseMember {
  memberId: string
  groupInstanceId: string | null
  errorCode: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function leaveGroupResponse(init: Partial<LeaveGroupResponse> = {}): LeaveGroupResponse {
  return {
    throttleTimeMs: init.throttleTimeMs ?? 0,
    errorCode: init.errorCode ?? 0,
    members: init.members ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function leaveGroupResponseMember(
  init: Partial<LeaveGroupResponseMember> = {},
): LeaveGroupResponseMember {
  return {
    memberId: init.memberId ?? '',
    groupInstanceId: init.groupInstanceId === undefined ? '' : init.groupInstanceId,
    errorCode: init.errorCode ?? 0,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeLeaveGroupResponse(reader: Reader, version: number): LeaveGroupResponse {
  const throttleTimeMs: number = version >= 1 ? reader.int32() : 0
  const errorCode = reader.int16()
  const membersCount = version >= 4 ? reader.compactArray(5) : version >= 3 ? reader.array(6) : 0
  const members = decodeLeaveGroupResponseMemberArray(reader, version, membersCount)
  const unknownTaggedFields = version >= 4 ? reader.unknownTags() : null
  return { throttleTimeMs, errorCode, members, unknownTaggedFields }
}

function decodeLeaveGroupResponseMember(reader: Reader, version: number): LeaveGroupResponseMember {
  const memberId: string = version >= 4 ? reader.compactString() : reader.string()
  const groupInstanceId: string | null =
    version >= 4 ? reader.compactNullableString() : reader.nullableString()
  const errorCode = reader.int16()
  const unknownTaggedFields = version >= 4 ? reader.unknownTags() : null
  return { memberId, groupInstanceId, errorCode, unknownTaggedFields }
}

function decodeLeaveGroupResponseMemberArray(
  reader: Reader,
  version: number,
  count: number,
): LeaveGroupResponseMember[] {
  reader.structs(count)
  const items = new Array<LeaveGroupResponseMember>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeLeaveGroupResponseMember(reader, version)
  return items
}

function encodeLeaveGroupResponse(
  writer: Writer,
  message: LeaveGroupResponse,
  version: number,
): void {
  if (version >= 1) {
    writer.int32(message.throttleTimeMs)
  }
  writer.int16(message.errorCode)
  if (version >= 4) {
    writer.compactArray(message.members.length)
    encodeLeaveGroupResponseMemberArray(writer, message.members, version)
  } else {
    if (version >= 3) {
      writer.array(message.members.length)
      encodeLeaveGroupResponseMemberArray(writer, message.members, version)
    } else {
      if (message.members.length !== 0) throwFieldAbsent('LeaveGroupResponse', 'members', version)
    }
  }
  if (version >= 4) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('LeaveGroupResponse', 'unknownTaggedFields', version)
  }
}

function encodeLeaveGroupResponseMember(
  writer: Writer,
  message: LeaveGroupResponseMember,
  version: number,
): void {
  if (version >= 4) {
    writer.compactString(message.memberId)
  } else {
    writer.string(message.memberId)
  }
  if (version >= 4) {
    writer.compactNullableString(message.groupInstanceId)
  } else {
    writer.nullableString(message.groupInstanceId)
  }
  writer.int16(message.errorCode)
  if (version >= 4) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('LeaveGroupResponseMember', 'unknownTaggedFields', version)
  }
}

function encodeLeaveGroupResponseMemberArray(
  writer: Writer,
  items: readonly LeaveGroupResponseMember[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeLeaveGroupResponseMember(writer, items[index]!, version)
}

export const leaveGroupApi: Api<LeaveGroupRequest, LeaveGroupResponse> = {
  key: 13,
  name: 'LeaveGroup',
  versionMin: 0,
  versionMax: 5,
  versionMaxStable: 5,
  flexibleSince: 4,
  listeners: ['broker'],
  request: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 5))
        throwVersionUndecodable('LeaveGroupRequest', version, '0-5')
      return decodeLeaveGroupRequest(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 5))
        throwVersionUnencodable('LeaveGroupRequest', version, '0-5')
      encodeLeaveGroupRequest(writer, message, version)
    },
  },
  response: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 5))
        throwVersionUndecodable('LeaveGroupResponse', version, '0-5')
      return decodeLeaveGroupResponse(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 5))
        throwVersionUnencodable('LeaveGroupResponse', version, '0-5')
      encodeLeaveGroupResponse(writer, message, version)
    },
  },
  requestHeaderVersion: (version) => (version >= 4 ? 2 : 1),
  responseHeaderVersion: (version) => (version >= 4 ? 1 : 0),
}
