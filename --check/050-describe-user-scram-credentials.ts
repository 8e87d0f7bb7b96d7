import type { Api } from '../api.ts'
import { throwVersionUndecodable, throwVersionUnencodable } from '../codec/errors.ts'
import type { Reader } from '../codec/reader.ts'
import type { UnknownTaggedField } from '../codec/tagged-field.ts'
import type { Writer } from '../codec/writer.ts'

export interface DescribeUserScramCredentialsRequest {
  users: DescribeUserScramCredentialsRequestUser[] | null
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface DescribeUserScramCredentialsRequestUser {
  name: string
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function describeUserScramCredentialsRequest(
  init: Partial<DescribeUserScramCredentialsRequest> = {},
): DescribeUserScramCredentialsRequest {
  return {
    users: init.users === undefined ? [] : init.users,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function describeUserScramCredentialsRequestUser(
  init: Partial<DescribeUserScramCredentialsRequestUser> = {},
): DescribeUserScramCredentialsRequestUser {
  return { name: init.name ?? '', unknownTaggedFields: init.unknownTaggedFields ?? null }
}

function decodeDescribeUserScramCredentialsRequest(
  reader: Reader,
  version: number,
): DescribeUserScramCredentialsRequest {
  const usersCount = reader.compactNullableArray(2)
  const users =
    usersCount < 0
      ? null
      : decodeDescribeUserScramCredentialsRequestUserArray(reader, version, usersCount)
  const unknownTaggedFields = reader.unknownTags()
  return { users, unknownTaggedFields }
}

function decodeDescribeUserScramCredentialsRequestUser(
  reader: Reader,
  _version: number,
): DescribeUserScramCredentialsRequestUser {
  const name = reader.compactString()
  const unknownTaggedFields = reader.unknownTags()
  return { name, unknownTaggedFields }
}

function decodeDescribeUserScramCredentialsRequestUserArray(
  reader: Reader,
  version: number,
  count: number,
): DescribeUserScramCredentialsRequestUser[] {
  reader.structs(count)
  const items = new Array<DescribeUserScramCredentialsRequestUser>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeDescribeUserScramCredentialsRequestUser(reader, version)
  return items
}

function encodeDescribeUserScramCredentialsRequest(
  writer: Writer,
  message: DescribeUserScramCredentialsRequest,
  version: number,
): void {
  if (message.users === null) writer.compactArray(-1)
  else {
    writer.compactArray(message.users.length)
    encodeDescribeUserScramCredentialsRequestUserArray(writer, message.users, version)
  }
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeDescribeUserScramCredentialsRequestUser(
  writer: Writer,
  message: DescribeUserScramCredentialsRequestUser,
  _version: number,
): void {
  writer.compactString(message.name)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeDescribeUserScramCredentialsRequestUserArray(
  writer: Writer,
  items: readonly DescribeUserScramCredentialsRequestUser[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeDescribeUserScramCredentialsRequestUser(writer, items[index]!, version)
}
export interface DescribeUserScramCredentialsResponse {
  throttleTimeMs: number
  errorCode: number
  errorMessage: string | null
  results: DescribeUserScramCredentialsResponseResult[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface DescribeUserScramCredentialsResponseResult {
  user: string
  errorCode: number
  errorMessage: string | null
  credentialInfos: DescribeUserScramCredentialsResponseResultCredentialInfo[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface DescribeUserScramCredentialsResponseResultCredentialInfo {
  mechanism: number
  iterations: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function describeUserScramCredentialsResponse(
  init: Partial<DescribeUserScramCredentialsResponse> = {},
): DescribeUserScramCredentialsResponse {
  return {
    throttleTimeMs: init.throttleTimeMs ?? 0,
    errorCode: init.errorCode ?? 0,
    errorMessage: init.errorMessage === undefined ? '' : init.errorMessage,
    results: init.results ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function describeUserScramCredentialsResponseResult(
  init: Partial<DescribeUserScramCredentialsResponseResult> = {},
): DescribeUserScramCredentialsResponseResult {
  return {
    user: init.user ?? '',
    errorCode: init.errorCode ?? 0,
    errorMessage: init.errorMessage === undefined ? '' : init.errorMessage,
    credentialInfos: init.credentialInfos ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function describeUserScramCredentialsResponseResultCredentialInfo(
  init: Partial<DescribeUserScramCredentialsResponseResultCredentialInfo> = {},
): DescribeUserScramCredentialsResponseResultCredentialInfo {
  return {
    mechanism: init.mechanism ?? 0,
    iterations: init.iterations ?? 0,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeDescribeUserScramCredentialsResponse(
  reader: Reader,
  version: number,
): DescribeUserScramCredentialsResponse {
  const throttleTimeMs = reader.int32()
  const errorCode = reader.int16()
  const errorMessage = reader.compactNullableString()
  const resultsCount = reader.compactArray(6)
  const results = decodeDescribeUserScramCredentialsResponseResultArray(
    reader,
    version,
    resultsCount,
  )
  const unknownTaggedFields = reader.unknownTags()
  return { throttleTimeMs, errorCode, errorMessage, results, unknownTaggedFields }
}

function decodeDescribeUserScramCredentialsResponseResult(
  reader: Reader,
  version: number,
): DescribeUserScramCredentialsResponseResult {
  const user = reader.compactString()
  const errorCode = reader.int16()
  const errorMessage = reader.compactNullableString()
  const credentialInfosCount = reader.compactArray(6)
  const credentialInfos = decodeDescribeUserScramCredentialsResponseResultCredentialInfoArray(
    reader,
    version,
    credentialInfosCount,
  )
  const unknownTaggedFields = reader.unknownTags()
  return { user, errorCode, errorMessage, credentialInfos, unknownTaggedFields }
}

function decodeDescribeUserScramCredentialsResponseResultArray(
  reader: Reader,
  version: number,
  count: number,
): DescribeUserScramCredentialsResponseResult[] {
  reader.structs(count)
  const items = new Array<DescribeUserScramCredentialsResponseResult>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeDescribeUserScramCredentialsResponseResult(reader, version)
  return items
}

function decodeDescribeUserScramCredentialsResponseResultCredentialInfo(
  reader: Reader,
  _version: number,
): DescribeUserScramCredentialsResponseResultCredentialInfo {
  const mechanism = reader.int8()
  const iterations = reader.int32()
  const unknownTaggedFields = reader.unknownTags()
  return { mechanism, iterations, unknownTaggedFields }
}

function decodeDescribeUserScramCredentialsResponseResultCredentialInfoArray(
  reader: Reader,
  version: number,
  count: number,
): DescribeUserScramCredentialsResponseResultCredentialInfo[] {
  reader.structs(count)
  const items = new Array<DescribeUserScramCredentialsResponseResultCredentialInfo>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeDescribeUserScramCredentialsResponseResultCredentialInfo(reader, version)
  return items
}

function encodeDescribeUserScramCredentialsResponse(
  writer: Writer,
  message: DescribeUserScramCredentialsResponse,
  version: number,
): void {
  writer.int32(message.throttleTimeMs)
  writer.int16(message.errorCode)
  writer.compactNullableString(message.errorMessage)
  writer.compactArray(message.results.length)
  encodeDescribeUserScramCredentialsResponseResultArray(writer, message.results, version)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeDescribeUserScramCredentialsResponseResult(
  writer: Writer,
  message: DescribeUserScramCredentialsResponseResult,
  version: number,
): void {
  writer.compactString(message.user)
  writer.int16(message.errorCode)
  writer.compactNullableString(message.errorMessage)
  writer.compactArray(message.credentialInfos.length)
  encodeDescribeUserScramCredentialsResponseResultCredentialInfoArray(
    writer,
    message.credentialInfos,
    version,
  )
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeDescribeUserScramCredentialsResponseResultArray(
  writer: Writer,
  items: readonly DescribeUserScramCredentialsResponseResult[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeDescribeUserScramCredentialsResponseResult(writer, items[index]!, version)
}

function encodeDescribeUserScramCredentialsResponseResultCredentialInfo(
  writer: Writer,
  message: DescribeUserScramCredentialsResponseResultCredentialInfo,
  _version: number,
): void {
  writer.int8(message.mechanism)
  writer.int32(message.iterations)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeDescribeUserScramCredentialsResponseResultCredentialInfoArray(
  writer: Writer,
  items: readonly DescribeUserScramCredentialsResponseResultCredentialInfo[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeDescribeUserScramCredentialsResponseResultCredentialInfo(writer, items[index]!, version)
}

export const describeUserScramCredentialsApi: Api<
  DescribeUserScramCredentialsRequest,
  DescribeUserScramCredentialsResponse
> = {
  key: 50,
  name: 'DescribeUserScramCredentials',
  versionMin: 0,
  versionMax: 0,
  versionMaxStable: 0,
  flexibleSince: 0,
  listeners: ['broker', 'controller'],
  request: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUndecodable('DescribeUserScramCredentialsRequest', version, '0')
      return decodeDescribeUserScramCredentialsRequest(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUnencodable('DescribeUserScramCredentialsRequest', version, '0')
      encodeDescribeUserScramCredentialsRequest(writer, message, version)
    },
  },
  response: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUndecodable('DescribeUserScramCredentialsResponse', version, '0')
      return decodeDescribeUserScramCredentialsResponse(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUnencodable('DescribeUserScramCredentialsResponse', version, '0')
      encodeDescribeUserScramCredentialsResponse(writer, message, version)
    },
  },
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1,
}
