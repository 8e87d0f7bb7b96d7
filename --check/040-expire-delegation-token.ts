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

export interface ExpireDelegationTokenRequest {
  hmac: Uint8Array
  expiryTimePeriodMs: bigint
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function expireDelegationTokenRequest(
  init: Partial<ExpireDelegationTokenRequest> = {},
): ExpireDelegationTokenRequest {
  return {
    hmac: init.hmac ?? EMPTY_BYTES,
    expiryTimePeriodMs: init.expiryTimePeriodMs ?? 0n,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeExpireDelegationTokenRequest(
  reader: Reader,
  version: number,
): ExpireDelegationTokenRequest {
  const hmac: Uint8Array = version >= 2 ? reader.compactBytes() : reader.bytes()
  const expiryTimePeriodMs = reader.int64Wide()
  const unknownTaggedFields = version >= 2 ? reader.unknownTags() : null
  return { hmac, expiryTimePeriodMs, unknownTaggedFields }
}

function encodeExpireDelegationTokenRequest(
  writer: Writer,
  message: ExpireDelegationTokenRequest,
  version: number,
): void {
  if (version >= 2) {
    writer.compactBytes(message.hmac)
  } else {
    writer.bytes(message.hmac)
  }
  writer.int64Wide(message.expiryTimePeriodMs)
  if (version >= 2) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('ExpireDelegationTokenRequest', 'unknownTaggedFields', version)
  }
}
export interface ExpireDelegationTokenResponse {
  errorCode: number
  expiryTimestampMs: bigint
  throttleTimeMs: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function expireDelegationTokenResponse(
  init: Partial<ExpireDelegationTokenResponse> = {},
): ExpireDelegationTokenResponse {
  return {
    errorCode: init.errorCode ?? 0,
    expiryTimestampMs: init.expiryTimestampMs ?? 0n,
    throttleTimeMs: init.throttleTimeMs ?? 0,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeExpireDelegationTokenResponse(
  reader: Reader,
  version: number,
): ExpireDelegationTokenResponse {
  const errorCode = reader.int16()
  const expiryTimestampMs = reader.int64Wide()
  const throttleTimeMs = reader.int32()
  const unknownTaggedFields = version >= 2 ? reader.unknownTags() : null
  return { errorCode, expiryTimestampMs, throttleTimeMs, unknownTaggedFields }
}

function encodeExpireDelegationTokenResponse(
  writer: Writer,
  message: ExpireDelegationTokenResponse,
  version: number,
): void {
  writer.int16(message.errorCode)
  writer.int64Wide(message.expiryTimestampMs)
  writer.int32(message.throttleTimeMs)
  if (version >= 2) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('ExpireDelegationTokenResponse', 'unknownTaggedFields', version)
  }
}

export const expireDelegationTokenApi: Api<
  ExpireDelegationTokenRequest,
  ExpireDelegationTokenResponse
> = {
  key: 40,
  name: 'ExpireDelegationToken',
  versionMin: 1,
  versionMax: 2,
  versionMaxStable: 2,
  flexibleSince: 2,
  listeners: ['broker', 'controller'],
  request: {
    decode(reader, version) {
      if (!(version >= 1 && version <= 2))
        throwVersionUndecodable('ExpireDelegationTokenRequest', version, '1-2')
      return decodeExpireDelegationTokenRequest(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 1 && version <= 2))
        throwVersionUnencodable('ExpireDelegationTokenRequest', version, '1-2')
      encodeExpireDelegationTokenRequest(writer, message, version)
    },
  },
  response: {
    decode(reader, version) {
      if (!(version >= 1 && version <= 2))
        throwVersionUndecodable('ExpireDelegationTokenResponse', version, '1-2')
      return decodeExpireDelegationTokenResponse(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 1 && version <= 2))
        throwVersionUnencodable('ExpireDelegationTokenResponse', version, '1-2')
      encodeExpireDelegationTokenResponse(writer, message, version)
    },
  },
  requestHeaderVersion: (version) => (version >= 2 ? 2 : 1),
  responseHeaderVersion: (version) => (version >= 2 ? 1 : 0),
}
