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

export interface SaslAuthenticateRequest {
  authBytes: Uint8Array
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function saslAuthenticateRequest(
  init: Partial<SaslAuthenticateRequest> = {},
): SaslAuthenticateRequest {
  return {
    authBytes: init.authBytes ?? EMPTY_BYTES,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeSaslAuthenticateRequest(reader: Reader, version: number): SaslAuthenticateRequest {
  const authBytes: Uint8Array = version >= 2 ? reader.compactBytes() : reader.bytes()
  const unknownTaggedFields = version >= 2 ? reader.unknownTags() : null
  return { authBytes, unknownTaggedFields }
}

function encodeSaslAuthenticateRequest(
  writer: Writer,
  message: SaslAuthenticateRequest,
  version: number,
): void {
  if (version >= 2) {
    writer.compactBytes(message.authBytes)
  } else {
    writer.bytes(message.authBytes)
  }
  if (version >= 2) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('SaslAuthenticateRequest', 'unknownTaggedFields', version)
  }
}
export interface SaslAuthenticateResponse {
  errorCode: number
  errorMessage: string | null
  authBytes: Uint8Array
  sessionLifetimeMs: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function saslAuthenticateResponse(
  init: Partial<SaslAuthenticateResponse> = {},
): SaslAuthenticateResponse {
  return {
    errorCode: init.errorCode ?? 0,
    errorMessage: init.errorMessage === undefined ? '' : init.errorMessage,
    authBytes: init.authBytes ?? EMPTY_BYTES,
    sessionLifetimeMs: init.sessionLifetimeMs ?? 0,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeSaslAuthenticateResponse(reader: Reader, version: number): SaslAuthenticateResponse {
  const errorCode = reader.int16()
  const errorMessage: string | null =
    version >= 2 ? reader.compactNullableString() : reader.nullableString()
  const authBytes: Uint8Array = version >= 2 ? reader.compactBytes() : reader.bytes()
  const sessionLifetimeMs: number = version >= 1 ? reader.int64() : 0
  const unknownTaggedFields = version >= 2 ? reader.unknownTags() : null
  return { errorCode, errorMessage, authBytes, sessionLifetimeMs, unknownTaggedFields }
}

function encodeSaslAuthenticateResponse(
  writer: Writer,
  message: SaslAuthenticateResponse,
  version: number,
): void {
  writer.int16(message.errorCode)
  if (version >= 2) {
    writer.compactNullableString(message.errorMessage)
  } else {
    writer.nullableString(message.errorMessage)
  }
  if (version >= 2) {
    writer.compactBytes(message.authBytes)
  } else {
    writer.bytes(message.authBytes)
  }
  if (version >= 1) {
    writer.int64(message.sessionLifetimeMs)
  }
  if (version >= 2) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('SaslAuthenticateResponse', 'unknownTaggedFields', version)
  }
}

export const saslAuthenticateApi: Api<SaslAuthenticateRequest, SaslAuthenticateResponse> = {
  key: 36,
  name: 'SaslAuthenticate',
  versionMin: 0,
  versionMax: 2,
  versionMaxStable: 2,
  flexibleSince: 2,
  listeners: ['broker', 'controller'],
  request: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 2))
        throwVersionUndecodable('SaslAuthenticateRequest', version, '0-2')
      return decodeSaslAuthenticateRequest(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 2))
        throwVersionUnencodable('SaslAuthenticateRequest', version, '0-2')
      encodeSaslAuthenticateRequest(writer, message, version)
    },
  },
  response: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 2))
        throwVersionUndecodable('SaslAuthenticateResponse', version, '0-2')
      return decodeSaslAuthenticateResponse(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 2))
        throwVersionUnencodable('SaslAuthenticateResponse', version, '0-2')
      encodeSaslAuthenticateResponse(writer, message, version)
    },
  },
  requestHeaderVersion: (version) => (version >= 2 ? 2 : 1),
  responseHeaderVersion: (version) => (version >= 2 ? 1 : 0),
}
