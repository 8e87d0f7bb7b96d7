import type { Api } from '../api.ts'
import {
  throwFieldAbsent,
  throwVersionUndecodable,
  throwVersionUnencodable,
} from '../codec/errors.ts'
import type { Reader } from '../codec/reader.ts'
import type { UnknownTaggedField } from '../codec/tagged-field.ts'
import type { Writer } from '../codec/writer.ts'

export interface HeartbeatRequest {
  groupId: string
  generationId: number
  memberId: string
  groupInstanceId: string | null
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function heartbeatRequest(init: Partial<HeartbeatRequest> = {}): HeartbeatRequest {
  return {
    groupId: init.groupId ?? '',
    generationId: init.generationId ?? 0,
    memberId: init.memberId ?? '',
    groupInstanceId: init.groupInstanceId ?? null,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeHeartbeatRequest(reader: Reader, version: number): HeartbeatRequest {
  const groupId: string = version >= 4 ? reader.compactString() : reader.string()
  const generationId = reader.int32()
  const memberId: string = version >= 4 ? reader.compactString() : reader.string()
  const groupInstanceId: string | null =
    version >= 4 ? reader.compactNullableString() : version >= 3 ? reader.nullableString() : null
  const unknownTaggedFields = version >= 4 ? reader.unknownTags() : null
  return { groupId, generationId, memberId, groupInstanceId, unknownTaggedFields }
}

function encodeHeartbeatRequest(writer: Writer, message: HeartbeatRequest, version: number): void {
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
        throwFieldAbsent('HeartbeatRequest', 'groupInstanceId', version)
    }
  }
  if (version >= 4) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('HeartbeatRequest', 'unknownTaggedFields', version)
  }
}
export interface HeartbeatResponse {
  throttleTimeMs: number
  errorCode: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function heartbeatResponse(init: Partial<HeartbeatResponse> = {}): HeartbeatResponse {
  return {
    throttleTimeMs: init.throttleTimeMs ?? 0,
    errorCode: init.errorCode ?? 0,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeHeartbeatResponse(reader: Reader, version: number): HeartbeatResponse {
  const throttleTimeMs: number = version >= 1 ? reader.int32() : 0
  const errorCode = reader.int16()
  const unknownTaggedFields = version >= 4 ? reader.unknownTags() : null
  return { throttleTimeMs, errorCode, unknownTaggedFields }
}

function encodeHeartbeatResponse(
  writer: Writer,
  message: HeartbeatResponse,
  version: number,
): void {
  if (version >= 1) {
    writer.int32(message.throttleTimeMs)
  }
  writer.int16(message.errorCode)
  if (version >= 4) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('HeartbeatResponse', 'unknownTaggedFields', version)
  }
}

export const heartbeatApi: Api<HeartbeatRequest, HeartbeatResponse> = {
  key: 12,
  name: 'Heartbeat',
  versionMin: 0,
  versionMax: 4,
  versionMaxStable: 4,
  flexibleSince: 4,
  listeners: ['broker'],
  request: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 4))
        throwVersionUndecodable('HeartbeatRequest', version, '0-4')
      return decodeHeartbeatRequest(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 4))
        throwVersionUnencodable('HeartbeatRequest', version, '0-4')
      encodeHeartbeatRequest(writer, message, version)
    },
  },
  response: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 4))
        throwVersionUndecodable('HeartbeatResponse', version, '0-4')
      return decodeHeartbeatResponse(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 4))
        throwVersionUnencodable('HeartbeatResponse', version, '0-4')
      encodeHeartbeatResponse(writer, message, version)
    },
  },
  requestHeaderVersion: (version) => (version >= 4 ? 2 : 1),
  responseHeaderVersion: (version) => (version >= 4 ? 1 : 0),
}
