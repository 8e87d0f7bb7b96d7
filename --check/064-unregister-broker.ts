import type { Api } from '../api.ts'
import { throwVersionUndecodable, throwVersionUnencodable } from '../codec/errors.ts'
import type { Reader } from '../codec/reader.ts'
import type { UnknownTaggedField } from '../codec/tagged-field.ts'
import type { Writer } from '../codec/writer.ts'

export interface UnregisterBrokerRequest {
  brokerId: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function unregisterBrokerRequest(
  init: Partial<UnregisterBrokerRequest> = {},
): UnregisterBrokerRequest {
  return { brokerId: init.brokerId ?? 0, unknownTaggedFields: init.unknownTaggedFields ?? null }
}

function decodeUnregisterBrokerRequest(reader: Reader, _version: number): UnregisterBrokerRequest {
  const brokerId = reader.int32()
  const unknownTaggedFields = reader.unknownTags()
  return { brokerId, unknownTaggedFields }
}

function encodeUnregisterBrokerRequest(
  writer: Writer,
  message: UnregisterBrokerRequest,
  _version: number,
): void {
  writer.int32(message.brokerId)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}
export interface UnregisterBrokerResponse {
  throttleTimeMs: number
  errorCode: number
  errorMessage: string | null
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function unregisterBrokerResponse(
  init: Partial<UnregisterBrokerResponse> = {},
): UnregisterBrokerResponse {
  return {
    throttleTimeMs: init.throttleTimeMs ?? 0,
    errorCode: init.errorCode ?? 0,
    errorMessage: init.errorMessage === undefined ? '' : init.errorMessage,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeUnregisterBrokerResponse(
  reader: Reader,
  _version: number,
): UnregisterBrokerResponse {
  const throttleTimeMs = reader.int32()
  const errorCode = reader.int16()
  const errorMessage = reader.compactNullableString()
  const unknownTaggedFields = reader.unknownTags()
  return { throttleTimeMs, errorCode, errorMessage, unknownTaggedFields }
}

function encodeUnregisterBrokerResponse(
  writer: Writer,
  message: UnregisterBrokerResponse,
  _version: number,
): void {
  writer.int32(message.throttleTimeMs)
  writer.int16(message.errorCode)
  writer.compactNullableString(message.errorMessage)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

export const unregisterBrokerApi: Api<UnregisterBrokerRequest, UnregisterBrokerResponse> = {
  key: 64,
  name: 'UnregisterBroker',
  versionMin: 0,
  versionMax: 0,
  versionMaxStable: 0,
  flexibleSince: 0,
  listeners: ['broker', 'controller'],
  request: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUndecodable('UnregisterBrokerRequest', version, '0')
      return decodeUnregisterBrokerRequest(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUnencodable('UnregisterBrokerRequest', version, '0')
      encodeUnregisterBrokerRequest(writer, message, version)
    },
  },
  response: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUndecodable('UnregisterBrokerResponse', version, '0')
      return decodeUnregisterBrokerResponse(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUnencodable('UnregisterBrokerResponse', version, '0')
      encodeUnregisterBrokerResponse(writer, message, version)
    },
  },
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1,
}
