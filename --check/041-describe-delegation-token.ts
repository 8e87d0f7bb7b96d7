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

export interface DescribeDelegationTokenRequest {
  owners: DescribeDelegationTokenRequestOwner[] | null
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface DescribeDelegationTokenRequestOwner {
  principalType: string
  principalName: string
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function describeDelegationTokenRequest(
  init: Partial<DescribeDelegationTokenRequest> = {},
): DescribeDelegationTokenRequest {
  return {
    owners: init.owners === undefined ? [] : init.owners,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function describeDelegationTokenRequestOwner(
  init: Partial<DescribeDelegationTokenRequestOwner> = {},
): DescribeDelegationTokenRequestOwner {
  return {
    principalType: init.principalType ?? '',
    principalName: init.principalName ?? '',
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeDescribeDelegationTokenRequest(
  reader: Reader,
  version: number,
): DescribeDelegationTokenRequest {
  const ownersCount = version >= 2 ? reader.compactNullableArray(3) : reader.nullableArray(4)
  const owners =
    ownersCount < 0
      ? null
      : decodeDescribeDelegationTokenRequestOwnerArray(reader, version, ownersCount)
  const unknownTaggedFields = version >= 2 ? reader.unknownTags() : null
  return { owners, unknownTaggedFields }
}

function decodeDescribeDelegationTokenRequestOwner(
  reader: Reader,
  version: number,
): DescribeDelegationTokenRequestOwner {
  const principalType: string = version >= 2 ? reader.compactString() : reader.string()
  const principalName: string = version >= 2 ? reader.compactString() : reader.string()
  const unknownTaggedFields = version >= 2 ? reader.unknownTags() : null
  return { principalType, principalName, unknownTaggedFields }
}

function decodeDescribeDelegationTokenRequestOwnerArray(
  reader: Reader,
  version: number,
  count: number,
): DescribeDelegationTokenRequestOwner[] {
  reader.structs(count)
  const items = new Array<DescribeDelegationTokenRequestOwner>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeDescribeDelegationTokenRequestOwner(reader, version)
  return items
}

function encodeDescribeDelegationTokenRequest(
  writer: Writer,
  message: DescribeDelegationTokenRequest,
  version: number,
): void {
  if (version >= 2) {
    if (message.owners === null) writer.compactArray(-1)
    else {
      writer.compactArray(message.owners.length)
      encodeDescribeDelegationTokenRequestOwnerArray(writer, message.owners, version)
    }
  } else {
    if (message.owners === null) writer.array(-1)
    else {
      writer.array(message.owners.length)
      encodeDescribeDelegationTokenRequestOwnerArray(writer, message.owners, version)
    }
  }
  if (version >= 2) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('DescribeDelegationTokenRequest', 'unknownTaggedFields', version)
  }
}

function encodeDescribeDelegationTokenRequestOwner(
  writer: Writer,
  message: DescribeDelegationTokenRequestOwner,
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
      throwFieldAbsent('DescribeDelegationTokenRequestOwner', 'unknownTaggedFields', version)
  }
}

function encodeDescribeDelegationTokenRequestOwnerArray(
  writer: Writer,
  items: readonly DescribeDelegationTokenRequestOwner[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeDescribeDelegationTokenRequestOwner(writer, items[index]!, version)
}
export interface DescribeDelegationTokenResponse {
  errorCode: number
  tokens: DescribeDelegationTokenResponseToken[]
  throttleTimeMs: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface DescribeDelegationTokenResponseToken {
  principalType: string
  principalName: string
  tokenRequesterPrincipalType: string
  tokenRequesterPrincipalName: string
  issueTimestamp: bigint
  expiryTimestamp: bigint
  maxTimestamp: bigint
  tokenId: string
  hmac: Uint8Array
  renewers: DescribeDelegationTokenResponseTokenRenewer[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface DescribeDelegationTokenResponseTokenRenewer {
  principalType: string
  principalName: string
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function describeDelegationTokenResponse(
  init: Partial<DescribeDelegationTokenResponse> = {},
): DescribeDelegationTokenResponse {
  return {
    errorCode: init.errorCode ?? 0,
    tokens: init.tokens ?? [],
    throttleTimeMs: init.throttleTimeMs ?? 0,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function describeDelegationTokenResponseToken(
  init: Partial<DescribeDelegationTokenResponseToken> = {},
): DescribeDelegationTokenResponseToken {
  return {
    principalType: init.principalType ?? '',
    principalName: init.principalName ?? '',
    tokenRequesterPrincipalType: init.tokenRequesterPrincipalType ?? '',
    tokenRequesterPrincipalName: init.tokenRequesterPrincipalName ?? '',
    issueTimestamp: init.issueTimestamp ?? 0n,
    expiryTimestamp: init.expiryTimestamp ?? 0n,
    maxTimestamp: init.maxTimestamp ?? 0n,
    tokenId: init.tokenId ?? '',
    hmac: init.hmac ?? EMPTY_BYTES,
    renewers: init.renewers ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function describeDelegationTokenResponseTokenRenewer(
  init: Partial<DescribeDelegationTokenResponseTokenRenewer> = {},
): DescribeDelegationTokenResponseTokenRenewer {
  return {
    principalType: init.principalType ?? '',
    principalName: init.principalName ?? '',
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeDescribeDelegationTokenResponse(
  reader: Reader,
  version: number,
): DescribeDelegationTokenResponse {
  const errorCode = reader.int16()
  const tokensCount = version >= 2 ? reader.compactArray(30) : reader.array(38)
  const tokens = decodeDescribeDelegationTokenResponseTokenArray(reader, version, tokensCount)
  const throttleTimeMs = reader.int32()
  const unknownTaggedFields = version >= 2 ? reader.unknownTags() : null
  return { errorCode, tokens, throttleTimeMs, unknownTaggedFields }
}

function decodeDescribeDelegationTokenResponseToken(
  reader: Reader,
  version: number,
): DescribeDelegationTokenResponseToken {
  const principalType: string = version >= 2 ? reader.compactString() : reader.string()
  const principalName: string = version >= 2 ? reader.compactString() : reader.string()
  const tokenRequesterPrincipalType: string = version >= 3 ? reader.compactString() : ''
  const tokenRequesterPrincipalName: string = version >= 3 ? reader.compactString() : ''
  const issueTimestamp = reader.int64Wide()
  const expiryTimestamp = reader.int64Wide()
  const maxTimestamp = reader.int64Wide()
  const tokenId: string = version >= 2 ? reader.compactString() : reader.string()
  const hmac: Uint8Array = version >= 2 ? reader.compactBytes() : reader.bytes()
  const renewersCount = version >= 2 ? reader.compactArray(3) : reader.array(4)
  const renewers = decodeDescribeDelegationTokenResponseTokenRenewerArray(
    reader,
    version,
    renewersCount,
  )
  const unknownTaggedFields = version >= 2 ? reader.unknownTags() : null
  return {
    principalType,
    principalName,
    tokenRequesterPrincipalType,
    tokenRequesterPrincipalName,
    issueTimestamp,
    expiryTimestamp,
    maxTimestamp,
    tokenId,
    hmac,
    renewers,
    unknownTaggedFields,
  }
}

function decodeDescribeDelegationTokenResponseTokenArray(
  reader: Reader,
  version: number,
  count: number,
): DescribeDelegationTokenResponseToken[] {
  reader.structs(count)
  const items = new Array<DescribeDelegationTokenResponseToken>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeDescribeDelegationTokenResponseToken(reader, version)
  return items
}

function decodeDescribeDelegationTokenResponseTokenRenewer(
  reader: Reader,
  version: number,
): DescribeDelegationTokenResponseTokenRenewer {
  const principalType: string = version >= 2 ? reader.compactString() : reader.string()
  const principalName: string = version >= 2 ? reader.compactString() : reader.string()
  const unknownTaggedFields = version >= 2 ? reader.unknownTags() : null
  return { principalType, principalName, unknownTaggedFields }
}

function decodeDescribeDelegationTokenResponseTokenRenewerArray(
  reader: Reader,
  version: number,
  count: number,
): DescribeDelegationTokenResponseTokenRenewer[] {
  reader.structs(count)
  const items = new Array<DescribeDelegationTokenResponseTokenRenewer>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeDescribeDelegationTokenResponseTokenRenewer(reader, version)
  return items
}

function encodeDescribeDelegationTokenResponse(
  writer: Writer,
  message: DescribeDelegationTokenResponse,
  version: number,
): void {
  writer.int16(message.errorCode)
  if (version >= 2) {
    writer.compactArray(message.tokens.length)
    encodeDescribeDelegationTokenResponseTokenArray(writer, message.tokens, version)
  } else {
    writer.array(message.tokens.length)
    encodeDescribeDelegationTokenResponseTokenArray(writer, message.tokens, version)
  }
  writer.int32(message.throttleTimeMs)
  if (version >= 2) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('DescribeDelegationTokenResponse', 'unknownTaggedFields', version)
  }
}

function encodeDescribeDelegationTokenResponseToken(
  writer: Writer,
  message: DescribeDelegationTokenResponseToken,
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
  if (version >= 3) {
    writer.compactString(message.tokenRequesterPrincipalType)
  } else {
    if (message.tokenRequesterPrincipalType !== '')
      throwFieldAbsent(
        'DescribeDelegationTokenResponseToken',
        'tokenRequesterPrincipalType',
        version,
      )
  }
  if (version >= 3) {
    writer.compactString(message.tokenRequesterPrincipalName)
  } else {
    if (message.tokenRequesterPrincipalName !== '')
      throwFieldAbsent(
        'DescribeDelegationTokenResponseToken',
        'tokenRequesterPrincipalName',
        version,
      )
  }
  writer.int64Wide(message.issueTimestamp)
  writer.int64Wide(message.expiryTimestamp)
  writer.int64Wide(message.maxTimestamp)
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
  if (version >= 2) {
    writer.compactArray(message.renewers.length)
    encodeDescribeDelegationTokenResponseTokenRenewerArray(writer, message.renewers, version)
  } else {
    writer.array(message.renewers.length)
    encodeDescribeDelegationTokenResponseTokenRenewerArray(writer, message.renewers, version)
  }
  if (version >= 2) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('DescribeDelegationTokenResponseToken', 'unknownTaggedFields', version)
  }
}

function encodeDescribeDelegationTokenResponseTokenArray(
  writer: Writer,
  items: readonly DescribeDelegationTokenResponseToken[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeDescribeDelegationTokenResponseToken(writer, items[index]!, version)
}

function encodeDescribeDelegationTokenResponseTokenRenewer(
  writer: Writer,
  message: DescribeDelegationTokenResponseTokenRenewer,
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
      throwFieldAbsent(
        'DescribeDelegationTokenResponseTokenRenewer',
        'unknownTaggedFields',
        version,
      )
  }
}

function encodeDescribeDelegationTokenResponseTokenRenewerArray(
  writer: Writer,
  items: readonly DescribeDelegationTokenResponseTokenRenewer[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeDescribeDelegationTokenResponseTokenRenewer(writer, items[index]!, version)
}

export const describeDelegationTokenApi: Api<
  DescribeDelegationTokenRequest,
  DescribeDelegationTokenResponse
> = {
  key: 41,
  name: 'DescribeDelegationToken',
  versionMin: 1,
  versionMax: 3,
  versionMaxStable: 3,
  flexibleSince: 2,
  listeners: ['broker', 'controller'],
  request: {
    decode(reader, version) {
      if (!(version >= 1 && version <= 3))
        throwVersionUndecodable('DescribeDelegationTokenRequest', version, '1-3')
      return decodeDescribeDelegationTokenRequest(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 1 && version <= 3))
        throwVersionUnencodable('DescribeDelegationTokenRequest', version, '1-3')
      encodeDescribeDelegationTokenRequest(writer, message, version)
    },
  },
  response: {
    decode(reader, version) {
      if (!(version >= 1 && version <= 3))
        throwVersionUndecodable('DescribeDelegationTokenResponse', version, '1-3')
      return decodeDescribeDelegationTokenResponse(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 1 && version <= 3))
        throwVersionUnencodable('DescribeDelegationTokenResponse', version, '1-3')
      encodeDescribeDelegationTokenResponse(writer, message, version)
    },
  },
  requestHeaderVersion: (version) => (version >= 2 ? 2 : 1),
  responseHeaderVersion: (version) => (version >= 2 ? 1 : 0),
}
