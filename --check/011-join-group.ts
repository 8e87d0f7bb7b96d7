import type { Api } from '../api.ts'
import {
  throwFieldAbsent,
  throwFieldNull,
  throwVersionUndecodable,
  throwVersionUnencodable,
} from '../codec/errors.ts'
import type { Reader } from '../codec/reader.ts'
import { EMPTY_BYTES } from '../codec/records.ts'
import type { UnknownTaggedField } from '../codec/tagged-field.ts'
import type { Writer } from '../codec/writer.ts'

export interface JoinGroupRequest {
  groupId: string
  sessionTimeoutMs: number
  rebalanceTimeoutMs: number
  memberId: string
  groupInstanceId: string | null
  protocolType: string
  protocols: JoinGroupRequestProtocol[]
  reason: string | null
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface JoinGroupRequestProtocol {
  name: string
  metadata: Uint8Array
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function joinGroupRequest(init: Partial<JoinGroupRequest> = {}): JoinGroupRequest {
  return {
    groupId: init.groupId ?? '',
    sessionTimeoutMs: init.sessionTimeoutMs ?? 0,
    rebalanceTimeoutMs: init.rebalanceTimeoutMs ?? -1,
    memberId: init.memberId ?? '',
    groupInstanceId: init.groupInstanceId ?? null,
    protocolType: init.protocolType ?? '',
    protocols: init.protocols ?? [],
    reason: init.reason ?? null,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function joinGroupRequestProtocol(
  init: Partial<JoinGroupRequestProtocol> = {},
): JoinGroupRequestProtocol {
  return {
    name: init.name ?? '',
    metadata: init.metadata ?? EMPTY_BYTES,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeJoinGroupRequest(reader: Reader, version: number): JoinGroupRequest {
  const groupId: string = version >= 6 ? reader.compactString() : reader.string()
  const sessionTimeoutMs = reader.int32()
  const rebalanceTimeoutMs: number = version >= 1 ? reader.int32() : -1
  const memberId: string = version >= 6 ? reader.compactString() : reader.string()
  const groupInstanceId: string | null =
    version >= 6 ? reader.compactNullableString() : version >= 5 ? reader.nullableString() : null
  const protocolType: string = version >= 6 ? reader.compactString() : reader.string()
  const protocolsCount = version >= 6 ? reader.compactArray(3) : reader.array(6)
  const protocols = decodeJoinGroupRequestProtocolArray(reader, version, protocolsCount)
  const reason: string | null = version >= 8 ? reader.compactNullableString() : null
  const unknownTaggedFields = version >= 6 ? reader.unknownTags() : null
  return {
    groupId,
    sessionTimeoutMs,
    rebalanceTimeoutMs,
    memberId,
    groupInstanceId,
    protocolType,
    protocols,
    reason,
    unknownTaggedFields,
  }
}

function decodeJoinGroupRequestProtocol(reader: Reader, version: number): JoinGroupRequestProtocol {
  const name: string = version >= 6 ? reader.compactString() : reader.string()
  const metadata: Uint8Array = version >= 6 ? reader.compactBytes() : reader.bytes()
  const unknownTaggedFields = version >= 6 ? reader.unknownTags() : null
  return { name, metadata, unknownTaggedFields }
}

function decodeJoinGroupRequestProtocolArray(
  reader: Reader,
  version: number,
  count: number,
): JoinGroupRequestProtocol[] {
  reader.structs(count)
  const items = new Array<JoinGroupRequestProtocol>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeJoinGroupRequestProtocol(reader, version)
  return items
}

function encodeJoinGroupRequest(writer: Writer, message: JoinGroupRequest, version: number): void {
  if (version >= 6) {
    writer.compactString(message.groupId)
  } else {
    writer.string(message.groupId)
  }
  writer.int32(message.sessionTimeoutMs)
  if (version >= 1) {
    writer.int32(message.rebalanceTimeoutMs)
  }
  if (version >= 6) {
    writer.compactString(message.memberId)
  } else {
    writer.string(message.memberId)
  }
  if (version >= 6) {
    writer.compactNullableString(message.groupInstanceId)
  } else {
    if (version >= 5) {
      writer.nullableString(message.groupInstanceId)
    } else {
      if (message.groupInstanceId !== null)
        throwFieldAbsent('JoinGroupRequest', 'groupInstanceId', version)
    }
  }
  if (version >= 6) {
    writer.compactString(message.protocolType)
  } else {
    writer.string(message.protocolType)
  }
  if (version >= 6) {
    writer.compactArray(message.protocols.length)
    encodeJoinGroupRequestProtocolArray(writer, message.protocols, version)
  } else {
    writer.array(message.protocols.length)
    encodeJoinGroupRequestProtocolArray(writer, message.protocols, version)
  }
  if (version >= 8) {
    writer.compactNullableString(message.reason)
  }
  if (version >= 6) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('JoinGroupRequest', 'unknownTaggedFields', version)
  }
}

function encodeJoinGroupRequestProtocol(
  writer: Writer,
  message: JoinGroupRequestProtocol,
  version: number,
): void {
  if (version >= 6) {
    writer.compactString(message.name)
  } else {
    writer.string(message.name)
  }
  if (version >= 6) {
    writer.compactBytes(message.metadata)
  } else {
    writer.bytes(message.metadata)
  }
  if (version >= 6) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('JoinGroupRequestProtocol', 'unknownTaggedFields', version)
  }
}

function encodeJoinGroupRequestProtocolArray(
  writer: Writer,
  items: readonly JoinGroupRequestProtocol[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeJoinGroupRequestProtocol(writer, items[index]!, version)
}
export interface JoinGroupResponse {
  throttleTimeMs: number
  errorCode: number
  generationId: number
  protocolType: string | null
  protocolName: string | null
  leader: string
  skipAssignment: boolean
  memberId: string
  members: JoinGroupResponseMember[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface JoinGroupResponseMember {
  memberId: string
  groupInstanceId: string | null
  metadata: Uint8Array
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function joinGroupResponse(init: Partial<JoinGroupResponse> = {}): JoinGroupResponse {
  return {
    throttleTimeMs: init.throttleTimeMs ?? 0,
    errorCode: init.errorCode ?? 0,
    generationId: init.generationId ?? -1,
    protocolType: init.protocolType ?? null,
    protocolName: init.protocolName === undefined ? '' : init.protocolName,
    leader: init.leader ?? '',
    skipAssignment: init.skipAssignment ?? false,
    memberId: init.memberId ?? '',
    members: init.members ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function joinGroupResponseMember(
  init: Partial<JoinGroupResponseMember> = {},
): JoinGroupResponseMember {
  return {
    memberId: init.memberId ?? '',
    groupInstanceId: init.groupInstanceId ?? null,
    metadata: init.metadata ?? EMPTY_BYTES,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeJoinGroupResponse(reader: Reader, version: number): JoinGroupResponse {
  const throttleTimeMs: number = version >= 2 ? reader.int32() : 0
  const errorCode = reader.int16()
  const generationId = reader.int32()
  const protocolType: string | null = version >= 7 ? reader.compactNullableString() : null
  const protocolName: string | null =
    version >= 7
      ? reader.compactNullableString()
      : version >= 6
        ? reader.compactString()
        : reader.string()
  const leader: string = version >= 6 ? reader.compactString() : reader.string()
  const skipAssignment: boolean = version >= 9 ? reader.bool() : false
  const memberId: string = version >= 6 ? reader.compactString() : reader.string()
  const membersCount = version >= 6 ? reader.compactArray(4) : reader.array(6)
  const members = decodeJoinGroupResponseMemberArray(reader, version, membersCount)
  const unknownTaggedFields = version >= 6 ? reader.unknownTags() : null
  return {
    throttleTimeMs,
    errorCode,
    generationId,
    protocolType,
    protocolName,
    leader,
    skipAssignment,
    memberId,
    members,
    unknownTaggedFields,
  }
}

function decodeJoinGroupResponseMember(reader: Reader, version: number): JoinGroupResponseMember {
  const memberId: string = version >= 6 ? reader.compactString() : reader.string()
  const groupInstanceId: string | null =
    version >= 6 ? reader.compactNullableString() : version >= 5 ? reader.nullableString() : null
  const metadata: Uint8Array = version >= 6 ? reader.compactBytes() : reader.bytes()
  const unknownTaggedFields = version >= 6 ? reader.unknownTags() : null
  return { memberId, groupInstanceId, metadata, unknownTaggedFields }
}

function decodeJoinGroupResponseMemberArray(
  reader: Reader,
  version: number,
  count: number,
): JoinGroupResponseMember[] {
  reader.structs(count)
  const items = new Array<JoinGroupResponseMember>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeJoinGroupResponseMember(reader, version)
  return items
}

function encodeJoinGroupResponse(
  writer: Writer,
  message: JoinGroupResponse,
  version: number,
): void {
  if (version >= 2) {
    writer.int32(message.throttleTimeMs)
  }
  writer.int16(message.errorCode)
  writer.int32(message.generationId)
  if (version >= 7) {
    writer.compactNullableString(message.protocolType)
  }
  if (version >= 7) {
    writer.compactNullableString(message.protocolName)
  } else {
    if (version >= 6) {
      if (message.protocolName === null)
        throwFieldNull('JoinGroupResponse', 'protocolName', version)
      writer.compactString(message.protocolName)
    } else {
      if (message.protocolName === null)
        throwFieldNull('JoinGroupResponse', 'protocolName', version)
      writer.string(message.protocolName)
    }
  }
  if (version >= 6) {
    writer.compactString(message.leader)
  } else {
    writer.string(message.leader)
  }
  if (version >= 9) {
    writer.bool(message.skipAssignment)
  } else {
    if (message.skipAssignment !== false)
      throwFieldAbsent('JoinGroupResponse', 'skipAssignment', version)
  }
  if (version >= 6) {
    writer.compactString(message.memberId)
  } else {
    writer.string(message.memberId)
  }
  if (version >= 6) {
    writer.compactArray(message.members.length)
    encodeJoinGroupResponseMemberArray(writer, message.members, version)
  } else {
    writer.array(message.members.length)
    encodeJoinGroupResponseMemberArray(writer, message.members, version)
  }
  if (version >= 6) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('JoinGroupResponse', 'unknownTaggedFields', version)
  }
}

function encodeJoinGroupResponseMember(
  writer: Writer,
  message: JoinGroupResponseMember,
  version: number,
): void {
  if (version >= 6) {
    writer.compactString(message.memberId)
  } else {
    writer.string(message.memberId)
  }
  if (version >= 6) {
    writer.compactNullableString(message.groupInstanceId)
  } else {
    if (version >= 5) {
      writer.nullableString(message.groupInstanceId)
    }
  }
  if (version >= 6) {
    writer.compactBytes(message.metadata)
  } else {
    writer.bytes(message.metadata)
  }
  if (version >= 6) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('JoinGroupResponseMember', 'unknownTaggedFields', version)
  }
}

function encodeJoinGroupResponseMemberArray(
  writer: Writer,
  items: readonly JoinGroupResponseMember[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeJoinGroupResponseMember(writer, items[index]!, version)
}

export const joinGroupApi: Api<JoinGroupRequest, JoinGroupResponse> = {
  key: 11,
  name: 'JoinGroup',
  versionMin: 0,
  versionMax: 9,
  versionMaxStable: 9,
  flexibleSince: 6,
  listeners: ['broker'],
  request: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 9))
        throwVersionUndecodable('JoinGroupRequest', version, '0-9')
      return decodeJoinGroupRequest(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 9))
        throwVersionUnencodable('JoinGroupRequest', version, '0-9')
      encodeJoinGroupRequest(writer, message, version)
    },
  },
  response: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 9))
        throwVersionUndecodable('JoinGroupResponse', version, '0-9')
      return decodeJoinGroupResponse(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 9))
        throwVersionUnencodable('JoinGroupResponse', version, '0-9')
      encodeJoinGroupResponse(writer, message, version)
    },
  },
  requestHeaderVersion: (version) => (version >= 6 ? 2 : 1),
  responseHeaderVersion: (version) => (version >= 6 ? 1 : 0),
}
