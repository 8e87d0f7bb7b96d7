import type { Api } from '../api.ts'
import { throwVersionUndecodable, throwVersionUnencodable } from '../codec/errors.ts'
import type { Reader } from '../codec/reader.ts'
import { EMPTY_BYTES } from '../codec/records.ts'
import type { UnknownTaggedField } from '../codec/tagged-field.ts'
import type { Writer } from '../codec/writer.ts'

export interface AlterUserScramCredentialsRequest {
  deletions: AlterUserScramCredentialsRequestDeletion[]
  upsertions: AlterUserScramCredentialsRequestUpsertion[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface AlterUserScramCredentialsRequestUpsertion {
  name: string
  mechanism: number
  iterations: number
  salt: Uint8Array
  saltedPassword: Uint8Array
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface AlterUserScramCredentialsRequestDeletion {
  name: string
  mechanism: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function alterUserScramCredentialsRequest(
  init: Partial<AlterUserScramCredentialsRequest> = {},
): AlterUserScramCredentialsRequest {
  return {
    deletions: init.deletions ?? [],
    upsertions: init.upsertions ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function alterUserScramCredentialsRequestUpsertion(
  init: Partial<AlterUserScramCredentialsRequestUpsertion> = {},
): AlterUserScramCredentialsRequestUpsertion {
  return {
    name: init.name ?? '',
    mechanism: init.mechanism ?? 0,
    iterations: init.iterations ?? 0,
    salt: init.salt ?? EMPTY_BYTES,
    saltedPassword: init.saltedPassword ?? EMPTY_BYTES,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function alterUserScramCredentialsRequestDeletion(
  init: Partial<AlterUserScramCredentialsRequestDeletion> = {},
): AlterUserScramCredentialsRequestDeletion {
  return {
    name: init.name ?? '',
    mechanism: init.mechanism ?? 0,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeAlterUserScramCredentialsRequest(
  reader: Reader,
  version: number,
): AlterUserScramCredentialsRequest {
  const deletionsCount = reader.compactArray(3)
  const deletions = decodeAlterUserScramCredentialsRequestDeletionArray(
    reader,
    version,
    deletionsCount,
  )
  const upsertionsCount = reader.compactArray(9)
  const upsertions = decodeAlterUserScramCredentialsRequestUpsertionArray(
    reader,
    version,
    upsertionsCount,
  )
  const unknownTaggedFields = reader.unknownTags()
  return { deletions, upsertions, unknownTaggedFields }
}

function decodeAlterUserScramCredentialsRequestUpsertion(
  reader: Reader,
  _version: number,
): AlterUserScramCredentialsRequestUpsertion {
  const name = reader.compactString()
  const mechanism = reader.int8()
  const iterations = reader.int32()
  const salt = reader.compactBytes()
  const saltedPassword = reader.compactBytes()
  const unknownTaggedFields = reader.unknownTags()
  return { name, mechanism, iterations, salt, saltedPassword, unknownTaggedFields }
}

function decodeAlterUserScramCredentialsRequestUpsertionArray(
  reader: Reader,
  version: number,
  count: number,
): AlterUserScramCredentialsRequestUpsertion[] {
  reader.structs(count)
  const items = new Array<AlterUserScramCredentialsRequestUpsertion>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeAlterUserScramCredentialsRequestUpsertion(reader, version)
  return items
}

function decodeAlterUserScramCredentialsRequestDeletion(
  reader: Reader,
  _version: number,
): AlterUserScramCredentialsRequestDeletion {
  const name = reader.compactString()
  const mechanism = reader.int8()
  const unknownTaggedFields = reader.unknownTags()
  return { name, mechanism, unknownTaggedFields }
}

function decodeAlterUserScramCredentialsRequestDeletionArray(
  reader: Reader,
  version: number,
  count: number,
): AlterUserScramCredentialsRequestDeletion[] {
  reader.structs(count)
  const items = new Array<AlterUserScramCredentialsRequestDeletion>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeAlterUserScramCredentialsRequestDeletion(reader, version)
  return items
}

function encodeAlterUserScramCredentialsRequest(
  writer: Writer,
  message: AlterUserScramCredentialsRequest,
  version: number,
): void {
  writer.compactArray(message.deletions.length)
  encodeAlterUserScramCredentialsRequestDeletionArray(writer, message.deletions, version)
  writer.compactArray(message.upsertions.length)
  encodeAlterUserScramCredentialsRequestUpsertionArray(writer, message.upsertions, version)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeAlterUserScramCredentialsRequestUpsertion(
  writer: Writer,
  message: AlterUserScramCredentialsRequestUpsertion,
  _version: number,
): void {
  writer.compactString(message.name)
  writer.int8(message.mechanism)
  writer.int32(message.iterations)
  writer.compactBytes(message.salt)
  writer.compactBytes(message.saltedPassword)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeAlterUserScramCredentialsRequestUpsertionArray(
  writer: Writer,
  items: readonly AlterUserScramCredentialsRequestUpsertion[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeAlterUserScramCredentialsRequestUpsertion(writer, items[index]!, version)
}

function encodeAlterUserScramCredentialsRequestDeletion(
  writer: Writer,
  message: AlterUserScramCredentialsRequestDeletion,
  _version: number,
): void {
  writer.compactString(message.name)
  writer.int8(message.mechanism)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeAlterUserScramCredentialsRequestDeletionArray(
  writer: Writer,
  items: readonly AlterUserScramCredentialsRequestDeletion[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeAlterUserScramCredentialsRequestDeletion(writer, items[index]!, version)
}
export interface AlterUserScramCredentialsResponse {
  throttleTimeMs: number
  results: AlterUserScramCredentialsResponseResult[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface AlterUserScramCredentialsResponseResult {
  user: string
  errorCode: number
  errorMessage: string | null
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function alterUserScramCredentialsResponse(
  init: Partial<AlterUserScramCredentialsResponse> = {},
): AlterUserScramCredentialsResponse {
  return {
    throttleTimeMs: init.throttleTimeMs ?? 0,
    results: init.results ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function alterUserScramCredentialsResponseResult(
  init: Partial<AlterUserScramCredentialsResponseResult> = {},
): AlterUserScramCredentialsResponseResult {
  return {
    user: init.user ?? '',
    errorCode: init.errorCode ?? 0,
    errorMessage: init.errorMessage === undefined ? '' : init.errorMessage,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeAlterUserScramCredentialsResponse(
  reader: Reader,
  version: number,
): AlterUserScramCredentialsResponse {
  const throttleTimeMs = reader.int32()
  const resultsCount = reader.compactArray(5)
  const results = decodeAlterUserScramCredentialsResponseResultArray(reader, version, resultsCount)
  const unknownTaggedFields = reader.unknownTags()
  return { throttleTimeMs, results, unknownTaggedFields }
}

function decodeAlterUserScramCredentialsResponseResult(
  reader: Reader,
  _version: number,
): AlterUserScramCredentialsResponseResult {
  const user = reader.compactString()
  const errorCode = reader.int16()
  const errorMessage = reader.compactNullableString()
  const unknownTaggedFields = reader.unknownTags()
  return { user, errorCode, errorMessage, unknownTaggedFields }
}

function decodeAlterUserScramCredentialsResponseResultArray(
  reader: Reader,
  version: number,
  count: number,
): AlterUserScramCredentialsResponseResult[] {
  reader.structs(count)
  const items = new Array<AlterUserScramCredentialsResponseResult>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeAlterUserScramCredentialsResponseResult(reader, version)
  return items
}

function encodeAlterUserScramCredentialsResponse(
  writer: Writer,
  message: AlterUserScramCredentialsResponse,
  version: number,
): void {
  writer.int32(message.throttleTimeMs)
  writer.compactArray(message.results.length)
  encodeAlterUserScramCredentialsResponseResultArray(writer, message.results, version)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeAlterUserScramCredentialsResponseResult(
  writer: Writer,
  message: AlterUserScramCredentialsResponseResult,
  _version: number,
): void {
  writer.compactString(message.user)
  writer.int16(message.errorCode)
  writer.compactNullableString(message.errorMessage)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeAlterUserScramCredentialsResponseResultArray(
  writer: Writer,
  items: readonly AlterUserScramCredentialsResponseResult[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeAlterUserScramCredentialsResponseResult(writer, items[index]!, version)
}

export const alterUserScramCredentialsApi: Api<
  AlterUserScramCredentialsRequest,
  AlterUserScramCredentialsResponse
> = {
  key: 51,
  name: 'AlterUserScramCredentials',
  versionMin: 0,
  versionMax: 0,
  versionMaxStable: 0,
  flexibleSince: 0,
  listeners: ['broker', 'controller'],
  request: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUndecodable('AlterUserScramCredentialsRequest', version, '0')
      return decodeAlterUserScramCredentialsRequest(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUnencodable('AlterUserScramCredentialsRequest', version, '0')
      encodeAlterUserScramCredentialsRequest(writer, message, version)
    },
  },
  response: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUndecodable('AlterUserScramCredentialsResponse', version, '0')
      return decodeAlterUserScramCredentialsResponse(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUnencodable('AlterUserScramCredentialsResponse', version, '0')
      encodeAlterUserScramCredentialsResponse(writer, message, version)
    },
  },
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1,
}
