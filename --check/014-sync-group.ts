import type { Api } from '../api.ts'
import {
  throwFieldAbsent,
  throwVersionUndecodable,
  throwVersionUnencodable,
} from '../codec/errors.ts'
import type { Reader } from '../codec/reader.ts'
import { EMPTY_BYTES } from '../codec/records.ts'
import type { UnknownTaggedField } from '../codec/tagged-field.ts'
import type { Writer } from '../codec/writer.ts'

export interface SyncGroupRequest {
  groupId: string
  generationId: number
  memberId: string
  groupInstanceId: string | null
  protocolType: string | null
  protocolName: string | null
  assignments: SyncGroupRequestAssignment[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface SyncGroupRequestAssignment {
  memberId: string
  assignment: Uint8Array
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function syncGroupRequest(init: Partial<SyncGroupRequest> = {}): SyncGroupRequest {
  return {
    groupId: init.groupId ?? '',
    generationId: init.generationId ?? 0,
    memberId: init.memberId ?? '',
    groupInstanceId: init.groupInstanceId ?? null,
    protocolType: init.protocolType ?? null,
    protocolName: init.protocolName ?? null,
    assignments: init.assignments ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function syncGroupRequestAssignment(
  init: Partial<SyncGroupRequestAssignment> = {},
): SyncGroupRequestAssignment {
  return {
    memberId: init.memberId ?? '',
    assignment: init.assignment ?? EMPTY_BYTES,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeSyncGroupRequest(reader: Reader, version: number): SyncGroupRequest {
  const groupId: string = version >= 4 ? reader.compactString() : reader.string()
  const generationId = reader.int32()
  const memberId: string = version >= 4 ? reader.compactString() : reader.string()
  const groupInstanceId: string | null =
    version >= 4 ? reader.compactNullableString() : version >= 3 ? reader.nullableString() : null
  const protocolType: string | null = version >= 5 ? reader.compactNullableString() : null
  const protocolName: string | null = version >= 5 ? reader.compactNullableString() : null
  const assignmentsCount = version >= 4 ? reader.compactArray(3) : reader.array(6)
  const assignments = decodeSyncGroupRequestAssignmentArray(reader, version, assignmentsCount)
  const unknownTaggedFields = version >= 4 ? reader.unknownTags() : null
  return {
    groupId,
    generationId,
    memberId,
    groupInstanceId,
    protocolType,
    protocolName,
    assignments,
    unknownTaggedFields,
  }
}

function decodeSyncGroupRequestAssignment(
  reader: Reader,
  version: number,
): SyncGroupRequestAssignment {
  const memberId: string = version >= 4 ? reader.compactString() : reader.string()
  const assignment: Uint8Array = version >= 4 ? reader.compactBytes() : reader.bytes()
  const unknownTaggedFields = version >= 4 ? reader.unknownTags() : null
  return { memberId, assignment, unknownTaggedFields }
}

function decodeSyncGroupRequestAssignmentArray(
  reader: Reader,
  version: number,
  count: number,
): SyncGroupRequestAssignment[] {
  reader.structs(count)
  const items = new Array<SyncGroupRequestAssignment>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeSyncGroupRequestAssignment(reader, version)
  return items
}

function encodeSyncGroupRequest(writer: Writer, message: SyncGroupRequest, version: number): void {
  if (version >= 4) {
    writer.compactString(message.groupId)
  } else {
    writer.string(message.groupId)
  }
  writer.int32(message.generationId)
  if (version >= 4) {
    writer.compactString(message.memberId)
  } else {
    writer.string(message.memberId)
  }
  if (version >= 4) {
    writer.compactNullableString(message.groupInstanceId)
  } else {
    if (version >= 3) {
      writer.nullableString(message.groupInstanceId)
    } else {
      if (message.groupInstanceId !== null)
        throwFieldAbsent('SyncGroupRequest', 'groupInstanceId', version)
    }
  }
  if (version >= 5) {
    writer.compactNullableString(message.protocolType)
  }
  if (version >= 5) {
    writer.compactNullableString(message.protocolName)
  }
  if (version >= 4) {
    writer.compactArray(message.assignments.length)
    encodeSyncGroupRequestAssignmentArray(writer, message.assignments, version)
  } else {
    writer.array(message.assignments.length)
    encodeSyncGroupRequestAssignmentArray(writer, message.assignments, version)
  }
  if (version >= 4) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('SyncGroupRequest', 'unknownTaggedFields', version)
  }
}

function encodeSyncGroupRequestAssignment(
  writer: Writer,
  message: SyncGroupRequestAssignment,
  version: number,
): void {
  if (version >= 4) {
    writer.compactString(message.memberId)
  } else {
    writer.string(message.memberId)
  }
  if (version >= 4) {
    writer.compactBytes(message.assignment)
  } else {
    writer.bytes(message.assignment)
  }
  if (version >= 4) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('SyncGroupRequestAssignment', 'unknownTaggedFields', version)
  }
}

function encodeSyncGroupRequestAssignmentArray(
  writer: Writer,
  items: readonly SyncGroupRequestAssignment[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeSyncGroupRequestAssignment(writer, items[index]!, version)
}
export interface SyncGroupResponse {
  throttleTimeMs: number
  errorCode: number
  protocolType: string | null
  protocolName: string | null
  assignment: Uint8Array
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function syncGroupResponse(init: Partial<SyncGroupResponse> = {}): SyncGroupResponse {
  return {
    throttleTimeMs: init.throttleTimeMs ?? 0,
    errorCode: init.errorCode ?? 0,
    protocolType: init.protocolType ?? null,
    protocolName: init.protocolName ?? null,
    assignment: init.assignment ?? EMPTY_BYTES,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeSyncGroupResponse(reader: Reader, version: number): SyncGroupResponse {
  const throttleTimeMs: number = version >= 1 ? reader.int32() : 0
  const errorCode = reader.int16()
  const protocolType: string | null = version >= 5 ? reader.compactNullableString() : null
  const protocolName: string | null = version >= 5 ? reader.compactNullableString() : null
  const assignment: Uint8Array = version >= 4 ? reader.compactBytes() : reader.bytes()
  const unknownTaggedFields = version >= 4 ? reader.unknownTags() : null
  return { throttleTimeMs, errorCode, protocolType, protocolName, assignment, unknownTaggedFields }
}

function encodeSyncGroupResponse(
  writer: Writer,
  message: SyncGroupResponse,
  version: number,
): void {
  if (version >= 1) {
    writer.int32(message.throttleTimeMs)
  }
  writer.int16(message.errorCode)
  if (version >= 5) {
    writer.compactNullableString(message.protocolType)
  }
  if (version >= 5) {
    writer.compactNullableString(message.protocolName)
  }
  if (version >= 4) {
    writer.compactBytes(message.assignment)
  } else {
    writer.bytes(message.assignment)
  }
  if (version >= 4) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('SyncGroupResponse', 'unknownTaggedFields', version)
  }
}

export const syncGroupApi: Api<SyncGroupRequest, SyncGroupResponse> = {
  key: 14,
  name: 'SyncGroup',
  versionMin: 0,
  versionMax: 5,
  versionMaxStable: 5,
  flexibleSince: 4,
  listeners: ['broker'],
  request: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 5))
        throwVersionUndecodable('SyncGroupRequest', version, '0-5')
      return decodeSyncGroupRequest(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 5))
        throwVersionUnencodable('SyncGroupRequest', version, '0-5')
      encodeSyncGroupRequest(writer, message, version)
    },
  },
  response: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 5))
        throwVersionUndecodable('SyncGroupResponse', version, '0-5')
      return decodeSyncGroupResponse(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 5))
        throwVersionUnencodable('SyncGroupResponse', version, '0-5')
      encodeSyncGroupResponse(writer, message, version)
    },
  },
  requestHeaderVersion: (version) => (version >= 4 ? 2 : 1),
  responseHeaderVersion: (version) => (version >= 4 ? 1 : 0),
}
