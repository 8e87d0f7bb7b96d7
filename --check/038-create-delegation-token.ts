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

export interface CreateDelegationTokenRequest {
  ownerPrincipalType: string | null
  ownerPrincipalName: string | null
  renewers: CreateDelegationTokenRequestRenewer[]
  maxLifetimeMs: bigint
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface CreateDelegationTokenRequestRenewer {
  principalType: string
  principalName: string
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function createDelegationTokenRequest(
  init: Partial<CreateDelegationTokenRequest> = {},
): CreateDelegationTokenRequest {
  return {
    ownerPrincipalType: init.ownerPrincipalType === undefined ? '' : init.ownerPrincipalType,
    ownerPrincipalName: init.ownerPrincipalName === undefined ? '' : init.ownerPrincipalName,
    renewers: init.renewers ?? [],
    maxLifetimeMs: init.maxLifetimeMs ?? 0n,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function createDelegationTokenRequestRenewer(
  init: Partial<CreateDelegationTokenRequestRenewer> = {},
): CreateDelegationTokenRequestRenewer {
  return {
    principalType: init.principalType ?? '',
    principalName: init.principalName ?? '',
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeCreateDelegationTokenRequest(
  reader: Reader,
  version: number,
): CreateDelegationTokenRequest {
  const ownerPrincipalType: string | null = version >= 3 ? reader.compactNullableString() : ''
  const ownerPrincipalName: string | null = version >= 3 ? reader.compactNullableString() : ''
  const renewersCount = version >= 2 ? reader.compactArray(3) : reader.array(4)
  const renewers = decodeCreateDelegationTokenRequestRenewerArray(reader, version, renewersCount)
  const maxLifetimeMs = reader.int64Wide()
  const unknownTaggedFields = version >= 2 ? reader.unknownTags() : null
  return { ownerPrincipalType, ownerPrincipalName, renewers, maxLifetimeMs, unknownTaggedFields }
}

function decodeCreateDelegationTokenRequestRenewer(
  reader: Reader,
  version: number,
): CreateDelegationTokenRequestRenewer {
  const principalType: string = version >= 2 ? reader.compactString() : reader.string()
  const principalName: string = version >= 2 ? reader.compactString() : reader.string()
  const unknownTaggedFields = version >= 2 ? reader.unknownTags() : null
  return { principalType, principalName, unknownTaggedFields }
}

function decodeCreateDelegationTokenRequestRenewerArray(
  reader: Reader,
  version: number,
  count: number,
): CreateDelegationTokenRequestRenewer[] {
  reader.structs(count)
  const items = new Array<CreateDelegationTokenRequestRenewer>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeCreateDelegationTokenRequestRenewer(reader, version)
  return items
}

function encodeCreateDelegationTokenRequest(
  writer: Writer,
  message: CreateDelegationTokenRequest,
  version: number,
): void {
  if (version >= 3) {
    writer.compactNullableString(message.ownerPrincipalType)
  } else {
    if (message.ownerPrincipalType !== '')
      throwFieldAbsent('CreateDelegationTokenRequest', 'ownerPrincipalType', version)
  }
  if (version >= 3) {
    writer.compactNullableString(message.ownerPrincipalName)
  } else {
    if (message.ownerPrincipalName !== '')
      throwFieldAbsent('CreateDelegationTokenRequest', 'ownerPrincipalName', version)
  }
  if (version >= 2) {
    writer.compactArray(message.renewers.length)
    encodeCreateDelegationTokenRequestRenewerArray(writer, message.renewers, version)
  } else {
    writer.array(message.renewers.length)
    encodeCreateDelegationTokenRequestRenewerArray(writer, message.renewers, version)
  }
  writer.int64Wide(message.maxLifetimeMs)
  if (version >= 2) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('CreateDelegationTokenRequest', 'unknownTaggedFields', version)
  }
}

function encodeCreateDelegationTokenRequestRenewer(
  writer: Writer,
  message: CreateDelegationTokenRequestRenewer,
  version: number,
): void {
  if (version >= 2) {
    writer.compactString(message.principalType)
  } else {
    writer.string(message.principalType)
  }
  if (version >= 2) {
    writer.compactString(message.principalName)
  } else {
    writer.string(message.principalName)
  }
  if (version >= 2) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('CreateDelegationTokenRequestRenewer', 'unknownTaggedFields', version)
  }
}

function encodeCreateDelegationTokenRequestRenewerArray(
  writer: Writer,
  items: readonly CreateDelegationTokenRequestRenewer[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeCreateDelegationTokenRequestRenewer(writer, items[index]!, version)
}
export interface CreateDelegationTokenResponse {
  errorCode: number
  principalType: string
  principalName: string
  tokenRequesterPrincipalType: string
  tokenRequesterPrincipalName: string
  issueTimestampMs: bigint
  expiryTimestampMs: bigint
  maxTimestampMs: bigint
  tokenId: string
  hmac: Uint8Array
  throttleTimeMs: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function createDelegationTokenResponse(
  init: Partial<CreateDelegationTokenResponse> = {},
): CreateDelegationTokenResponse {
  return {
    errorCode: init.errorCode ?? 0,
    principalType: init.principalType ?? '',
    principalName: init.principalName ?? '',
    tokenRequesterPrincipalType: init.tokenRequesterPrincipalType ?? '',
    tokenRequesterPrincipalName: init.tokenRequesterPrincipalName ?? '',
    issueTimestampMs: init.issueTimestampMs ?? 0n,
    expiryTimestampMs: init.expiryTimestampMs ?? 0n,
    maxTimestampMs: init.maxTimestampMs ?? 0n,
    tokenId: init.tokenId ?? '',
    hmac: init.hmac ?? EMPTY_BYTES,
    throttleTimeMs: init.throttleTimeMs ?? 0,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeCreateDelegationTokenResponse(
  reader: Reader,
  version: number,
): CreateDelegationTokenResponse {
  const errorCode = reader.int16()
  const principalType: string = version >= 2 ? reader.compactString() : reader.string()
  const principalName: string = version >= 2 ? reader.compactString() : reader.string()
  const tokenRequesterPrincipalType: string = version >= 3 ? reader.compactString() : ''
  const tokenRequesterPrincipalName: string = version >= 3 ? reader.compactString() : ''
  const issueTimestampMs = reader.int64Wide()
  const expiryTimestampMs = reader.int64Wide()
  const maxTimestampMs = reader.int64Wide()
  const tokenId: string = version >= 2 ? reader.compactString() : reader.string()
  const hmac: Uint8Array = version >= 2 ? reader.compactBytes() : reader.bytes()
  const throttleTimeMs = reader.int32()
  const unknownTaggedFields = version >= 2 ? reader.unknownTags() : null
  return {
    errorCode,
    principalType,
    principalName,
    tokenRequesterPrincipalType,
    tokenRequesterPrincipalName,
    issueTimestampMs,
    expiryTimestampMs,
    maxTimestampMs,
    tokenId,
    hmac,
    throttleTimeMs,
    unknownTaggedFields,
  }
}

function encodeCreateDelegationTokenResponse(
  writer: Writer,
  message: CreateDelegationTokenResponse,
  version: number,
): void {
  writer.int16(message.errorCode)
  if (version >= 2) {
    writer.compactString(message.principalType)
  } else {
    writer.string(message.principalType)
  }
  if (version >= 2) {
    writer.compactString(message.principalName)
  } else {
    writer.string(message.principalName)
  }
  if (version >= 3) {
    writer.compactString(message.tokenRequesterPrincipalType)
  } else {
    if (message.tokenRequesterPrincipalType !== '')
      throwFieldAbsent('CreateDelegationTokenResponse', 'tokenRequesterPrincipalType', version)
  }
  if (version >= 3) {
    writer.compactString(message.tokenRequesterPrincipalName)
  } else {
    if (message.tokenRequesterPrincipalName !== '')
      throwFieldAbsent('CreateDelegationTokenResponse', 'tokenRequesterPrincipalName', version)
  }
  writer.int64Wide(message.issueTimestampMs)
  writer.int64Wide(message.expiryTimestampMs)
  writer.int64Wide(message.maxTimestampMs)
  if (version >= 2) {
    writer.compactString(message.tokenId)
  } else {
    writer.string(message.tokenId)
  }
  if (version >= 2) {
    writer.compactBytes(message.hmac)
  } else {
    writer.bytes(message.hmac)
  }
  writer.int32(message.throttleTimeMs)
  if (version >= 2) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('CreateDelegationTokenResponse', 'unknownTaggedFields', version)
  }
}

export const createDelegationTokenApi: Api<
  CreateDelegationTokenRequest,
  CreateDelegationTokenResponse
> = {
  key: 38,
  name: 'CreateDelegationToken',
  versionMin: 1,
  versionMax: 3,
  versionMaxStable: 3,
  flexibleSince: 2,
  listeners: ['broker', 'controller'],
  request: {
    decode(reader, version) {
      if (!(version >= 1 && version <= 3))
        throwVersionUndecodable('CreateDelegationTokenRequest', version, '1-3')
      return decodeCreateDelegationTokenRequest(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 1 && version <= 3))
        throwVersionUnencodable('CreateDelegationTokenRequest', version, '1-3')
      encodeCreateDelegationTokenRequest(writer, message, version)
    },
  },
  response: {
    decode(reader, version) {
      if (!(version >= 1 && version <= 3))
        throwVersionUndecodable('CreateDelegationTokenResponse', version, '1-3')
      return decodeCreateDelegationTokenResponse(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 1 && version <= 3))
        throwVersionUnencodable('CreateDelegationTokenResponse', version, '1-3')
      encodeCreateDelegationTokenResponse(writer, message, version)
    },
  },
  requestHeaderVersion: (version) => (version >= 2 ? 2 : 1),
  responseHeaderVersion: (version) => (version >= 2 ? 1 : 0),
}
