import type { Api } from '../api.ts'
import {
  throwFieldAbsent,
  throwVersionUndecodable,
  throwVersionUnencodable,
} from '../codec/errors.ts'
import type { Reader } from '../codec/reader.ts'
import type { UnknownTaggedField } from '../codec/tagged-field.ts'
import type { Writer } from '../codec/writer.ts'

export interface CreateAclsRequest {
  creations: CreateAclsRequestCreation[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface CreateAclsRequestCreation {
  resourceType: number
  resourceName: string
  resourcePatternType: number
  principal: string
  host: string
  operation: number
  permissionType: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function createAclsRequest(init: Partial<CreateAclsRequest> = {}): CreateAclsRequest {
  return { creations: init.creations ?? [], unknownTaggedFields: init.unknownTaggedFields ?? null }
}

export function createAclsRequestCreation(
  init: Partial<CreateAclsRequestCreation> = {},
): CreateAclsRequestCreation {
  return {
    resourceType: init.resourceType ?? 0,
    resourceName: init.resourceName ?? '',
    resourcePatternType: init.resourcePatternType ?? 3,
    principal: init.principal ?? '',
    host: init.host ?? '',
    operation: init.operation ?? 0,
    permissionType: init.permissionType ?? 0,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeCreateAclsRequest(reader: Reader, version: number): CreateAclsRequest {
  const creationsCount = version >= 2 ? reader.compactArray(8) : reader.array(10)
  const creations = decodeCreateAclsRequestCreationArray(reader, version, creationsCount)
  const unknownTaggedFields = version >= 2 ? reader.unknownTags() : null
  return { creations, unknownTaggedFields }
}

function decodeCreateAclsRequestCreation(
  reader: Reader,
  version: number,
): CreateAclsRequestCreation {
  const resourceType = reader.int8()
  const resourceName: string = version >= 2 ? reader.compactString() : reader.string()
  const resourcePatternType = reader.int8()
  const principal: string = version >= 2 ? reader.compactString() : reader.string()
  const host: string = version >= 2 ? reader.compactString() : reader.string()
  const operation = reader.int8()
  const permissionType = reader.int8()
  const unknownTaggedFields = version >= 2 ? reader.unknownTags() : null
  return {
    resourceType,
    resourceName,
    resourcePatternType,
    principal,
    host,
    operation,
    permissionType,
    unknownTaggedFields,
  }
}

function decodeCreateAclsRequestCreationArray(
  reader: Reader,
  version: number,
  count: number,
): CreateAclsRequestCreation[] {
  reader.structs(count)
  const items = new Array<CreateAclsRequestCreation>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeCreateAclsRequestCreation(reader, version)
  return items
}

function encodeCreateAclsRequest(
  writer: Writer,
  message: CreateAclsRequest,
  version: number,
): void {
  if (version >= 2) {
    writer.compactArray(message.creations.length)
    encodeCreateAclsRequestCreationArray(writer, message.creations, version)
  } else {
    writer.array(message.creations.length)
    encodeCreateAclsRequestCreationArray(writer, message.creations, version)
  }
  if (version >= 2) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('CreateAclsRequest', 'unknownTaggedFields', version)
  }
}

function encodeCreateAclsRequestCreation(
  writer: Writer,
  message: CreateAclsRequestCreation,
  version: number,
): void {
  writer.int8(message.resourceType)
  if (version >= 2) {
    writer.compactString(message.resourceName)
  } else {
    writer.string(message.resourceName)
  }
  writer.int8(message.resourcePatternType)
  if (version >= 2) {
    writer.compactString(message.principal)
  } else {
    writer.string(message.principal)
  }
  if (version >= 2) {
    writer.compactString(message.host)
  } else {
    writer.string(message.host)
  }
  writer.int8(message.operation)
  writer.int8(message.permissionType)
  if (version >= 2) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('CreateAclsRequestCreation', 'unknownTaggedFields', version)
  }
}

function encodeCreateAclsRequestCreationArray(
  writer: Writer,
  items: readonly CreateAclsRequestCreation[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeCreateAclsRequestCreation(writer, items[index]!, version)
}
export interface CreateAclsResponse {
  throttleTimeMs: number
  results: CreateAclsResponseResult[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface CreateAclsResponseResult {
  errorCode: number
  errorMessage: string | null
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function createAclsResponse(init: Partial<CreateAclsResponse> = {}): CreateAclsResponse {
  return {
    throttleTimeMs: init.throttleTimeMs ?? 0,
    results: init.results ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function createAclsResponseResult(
  init: Partial<CreateAclsResponseResult> = {},
): CreateAclsResponseResult {
  return {
    errorCode: init.errorCode ?? 0,
    errorMessage: init.errorMessage === undefined ? '' : init.errorMessage,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeCreateAclsResponse(reader: Reader, version: number): CreateAclsResponse {
  const throttleTimeMs = reader.int32()
  const resultsCount = version >= 2 ? reader.compactArray(4) : reader.array(4)
  const results = decodeCreateAclsResponseResultArray(reader, version, resultsCount)
  const unknownTaggedFields = version >= 2 ? reader.unknownTags() : null
  return { throttleTimeMs, results, unknownTaggedFields }
}

function decodeCreateAclsResponseResult(reader: Reader, version: number): CreateAclsResponseResult {
  const errorCode = reader.int16()
  const errorMessage: string | null =
    version >= 2 ? reader.compactNullableString() : reader.nullableString()
  const unknownTaggedFields = version >= 2 ? reader.unknownTags() : null
  return { errorCode, errorMessage, unknownTaggedFields }
}

function decodeCreateAclsResponseResultArray(
  reader: Reader,
  version: number,
  count: number,
): CreateAclsResponseResult[] {
  reader.structs(count)
  const items = new Array<CreateAclsResponseResult>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeCreateAclsResponseResult(reader, version)
  return items
}

function encodeCreateAclsResponse(
  writer: Writer,
  message: CreateAclsResponse,
  version: number,
): void {
  writer.int32(message.throttleTimeMs)
  if (version >= 2) {
    writer.compactArray(message.results.length)
    encodeCreateAclsResponseResultArray(writer, message.results, version)
  } else {
    writer.array(message.results.length)
    encodeCreateAclsResponseResultArray(writer, message.results, version)
  }
  if (version >= 2) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('CreateAclsResponse', 'unknownTaggedFields', version)
  }
}

function encodeCreateAclsResponseResult(
  writer: Writer,
  message: CreateAclsResponseResult,
  version: number,
): void {
  writer.int16(message.errorCode)
  if (version >= 2) {
    writer.compactNullableString(message.errorMessage)
  } else {
    writer.nullableString(message.errorMessage)
  }
  if (version >= 2) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('CreateAclsResponseResult', 'unknownTaggedFields', version)
  }
}

function encodeCreateAclsResponseResultArray(
  writer: Writer,
  items: readonly CreateAclsResponseResult[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeCreateAclsResponseResult(writer, items[index]!, version)
}

export const createAclsApi: Api<CreateAclsRequest, CreateAclsResponse> = {
  key: 30,
  name: 'CreateAcls',
  versionMin: 1,
  versionMax: 3,
  versionMaxStable: 3,
  flexibleSince: 2,
  listeners: ['broker', 'controller'],
  request: {
    decode(reader, version) {
      if (!(version >= 1 && version <= 3))
        throwVersionUndecodable('CreateAclsRequest', version, '1-3')
      return decodeCreateAclsRequest(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 1 && version <= 3))
        throwVersionUnencodable('CreateAclsRequest', version, '1-3')
      encodeCreateAclsRequest(writer, message, version)
    },
  },
  response: {
    decode(reader, version) {
      if (!(version >= 1 && version <= 3))
        throwVersionUndecodable('CreateAclsResponse', version, '1-3')
      return decodeCreateAclsResponse(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 1 && version <= 3))
        throwVersionUnencodable('CreateAclsResponse', version, '1-3')
      encodeCreateAclsResponse(writer, message, version)
    },
  },
  requestHeaderVersion: (version) => (version >= 2 ? 2 : 1),
  responseHeaderVersion: (version) => (version >= 2 ? 1 : 0),
}
