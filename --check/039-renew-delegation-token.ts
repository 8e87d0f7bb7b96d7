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

export interface RenewDelegationTokenRequest {
  hmac: Uint8Array
  renewPeriodMs: bigint
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function renewDelegationTokenRequest(
  init: Partial<RenewDelegationTokenRequest> = {},
): RenewDelegationTokenRequest {
  return {
    hmac: init.hmac ?? EMPTY_BYTES,
    renewPeriodMs: init.renewPeriodMs ?? 0n,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeRenewDelegationTokenRequest(
  reader: Reader,
  version: number,
): RenewDelegationTokenRequest {
  const hmac: Uint8Array = version >= 2 ? reader.compactBytes() : reader.bytes()
  const renewPeriodMs = reader.int64Wide()
  const unknownTaggedFields = version >= 2 ? reader.unknownTags() : null
  return { hmac, renewPeriodMs, unknownTaggedFields }
}

function encodeRenewDelegationTokenRequest(
  writer: Writer,
  message: RenewDelegationTokenRequest,
  version: number,
): void {
  if (version >= 2) {
    writer.compactBytes(message.hmac)
  } else {
    writer.bytes(message.hmac)
  }
  writer.int64Wide(message.renewPeriodMs)
  if (version >= 2) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('RenewDelegationTokenRequest', 'unknownTaggedFields', version)
  }
}
export interface RenewDelegationTokenResponse {
  errorCode: number
  expiryTimestampMs: bigint
  throttleTimeMs: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function renewDelegationTokenResponse(
  init: Partial<RenewDelegationTokenResponse> = {},
): RenewDelegationTokenResponse {
  return {
    errorCode: init.errorCode ?? 0,
    expiryTimestampMs: init.expiryTimestampMs ?? 0n,
    throttleTimeMs: init.throttleTimeMs ?? 0,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeRenewDelegationTokenResponse(
  reader: Reader,
  version: number,
): RenewDelegationTokenResponse {
  const errorCode = reader.int16()
  const expiryTimestampMs = reader.int64Wide()
  const throttleTimeMs = reader.int32()
  const unknownTaggedFields = version >= 2 ? reader.unknownTags() : null
  return { errorCode, expiryTimestampMs, throttleTimeMs, unknownTaggedFields }
}

function encodeRenewDelegationTokenResponse(
  writer: Writer,
  message: RenewDelegationTokenResponse,
  version: number,
): void {
  writer.int16(message.errorCode)
  writer.int64Wide(message.expiryTimestampMs)
  writer.int32(message.throttleTimeMs)
  if (version >= 2) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('RenewDelegationTokenResponse', 'unknownTaggedFields', version)
  }
}

export const renewDelegationTokenApi: Api<
  RenewDelegationTokenRequest,
  RenewDelegationTokenResponse
> = {
  key: 39,
  name: 'RenewDelegationToken',
  versionMin: 1,
  versionMax: 2,
  versionMaxStable: 2,
  flexibleSince: 2,
  listeners: ['broker', 'controller'],
  request: {
    decode(reader, version) {
      if (!(version >= 1 && version <= 2))
        throwVersionUndecodable('RenewDelegationTokenRequest', version, '1-2')
      return decodeRenewDelegationTokenRequest(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 1 && version <= 2))
        throwVersionUnencodable('RenewDelegationTokenRequest', version, '1-2')
      encodeRenewDelegationTokenRequest(writer, message, version)
    },
  },
  response: {
    decode(reader, version) {
      if (!(version >= 1 && version <= 2))
        throwVersionUndecodable('RenewDelegationTokenResponse', version, '1-2')
      return decodeRenewDelegationTokenResponse(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 1 && version <= 2))
        throwVersionUnencodable('RenewDelegationTokenResponse', version, '1-2')
      encodeRenewDelegationTokenResponse(writer, message, version)
    },
  },
  requestHeaderVersion: (version) => (version >= 2 ? 2 : 1),
  responseHeaderVersion: (version) => (version >= 2 ? 1 : 0),
}
