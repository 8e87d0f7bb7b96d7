import type { Api } from '../api.ts'
import {
  throwFieldAbsent,
  throwVersionUndecodable,
  throwVersionUnencodable,
} from '../codec/errors.ts'
import type { Reader } from '../codec/reader.ts'
import type { UnknownTaggedField } from '../codec/tagged-field.ts'
import type { Writer } from '../codec/writer.ts'

export interface DeleteAclsRequest {
  filters: DeleteAclsRequestFilter[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface DeleteAclsRequestFilter {
  resourceTypeFilter: number
  resourceNameFilter: string | null
  patternTypeFilter: number
  principalFilter: string | null
  hostFilter: string | null
  operation: number
  permissionType: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function deleteAclsRequest(init: Partial<DeleteAclsRequest> = {}): DeleteAclsRequest {
  return { filters: init.filters ?? [], unknownTaggedFields: init.unknownTaggedFields ?? null }
}

export function deleteAclsRequestFilter(
  init: Partial<DeleteAclsRequestFilter> = {},
): DeleteAclsRequestFilter {
  return {
    resourceTypeFilter: init.resourceTypeFilter ?? 0,
    resourceNameFilter: init.resourceNameFilter === undefined ? '' : init.resourceNameFilter,
    patternTypeFilter: init.patternTypeFilter ?? 3,
    principalFilter: init.principalFilter === undefined ? '' : init.principalFilter,
    hostFilter: init.hostFilter === undefined ? '' : init.hostFilter,
    operation: init.operation ?? 0,
    permissionType: init.permissionType ?? 0,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeDeleteAclsRequest(reader: Reader, version: number): DeleteAclsRequest {
  const filtersCount = version >= 2 ? reader.compactArray(8) : reader.array(10)
  const filters = decodeDeleteAclsRequestFilterArray(reader, version, filtersCount)
  const unknownTaggedFields = version >= 2 ? reader.unknownTags() : null
  return { filters, unknownTaggedFields }
}

function decodeDeleteAclsRequestFilter(reader: Reader, version: number): DeleteAclsRequestFilter {
  const resourceTypeFilter = reader.int8()
  const resourceNameFilter: string | null =
    version >= 2 ? reader.compactNullableString() : reader.nullableString()
  const patternTypeFilter = reader.int8()
  const principalFilter: string | null =
    version >= 2 ? reader.compactNullableString() : reader.nullableString()
  const hostFilter: string | null =
    version >= 2 ? reader.compactNullableString() : reader.nullableString()
  const operation = reader.int8()
  const permissionType = reader.int8()
  const unknownTaggedFields = version >= 2 ? reader.unknownTags() : null
  return {
    resourceTypeFilter,
    resourceNameFilter,
    patternTypeFilter,
    principalFilter,
    hostFilter,
    operation,
    permissionType,
    unknownTaggedFields,
  }
}

function decodeDeleteAclsRequestFilterArray(
  reader: Reader,
  version: number,
  count: number,
): DeleteAclsRequestFilter[] {
  reader.structs(count)
  const items = new Array<DeleteAclsRequestFilter>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeDeleteAclsRequestFilter(reader, version)
  return items
}

function encodeDeleteAclsRequest(
  writer: Writer,
  message: DeleteAclsRequest,
  version: number,
): void {
  if (version >= 2) {
    writer.compactArray(message.filters.length)
    encodeDeleteAclsRequestFilterArray(writer, message.filters, version)
  } else {
    writer.array(message.filters.length)
    encodeDeleteAclsRequestFilterArray(writer, message.filters, version)
  }
  if (version >= 2) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('DeleteAclsRequest', 'unknownTaggedFields', version)
  }
}

function encodeDeleteAclsRequestFilter(
  writer: Writer,
  message: DeleteAclsRequestFilter,
  version: number,
): void {
  writer.int8(message.resourceTypeFilter)
  if (version >= 2) {
    writer.compactNullableString(message.resourceNameFilter)
  } else {
    writer.nullableString(message.resourceNameFilter)
  }
  writer.int8(message.patternTypeFilter)
  if (version >= 2) {
    writer.compactNullableString(message.principalFilter)
  } else {
    writer.nullableString(message.principalFilter)
  }
  if (version >= 2) {
    writer.compactNullableString(message.hostFilter)
  } else {
    writer.nullableString(message.hostFilter)
  }
  writer.int8(message.operation)
  writer.int8(message.permissionType)
  if (version >= 2) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('DeleteAclsRequestFilter', 'unknownTaggedFields', version)
  }
}

function encodeDeleteAclsRequestFilterArray(
  writer: Writer,
  items: readonly DeleteAclsRequestFilter[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeDeleteAclsRequestFilter(writer, items[index]!, version)
}
export interface DeleteAclsResponse {
  throttleTimeMs: number
  filterResults: DeleteAclsResponseFilterResult[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface DeleteAclsResponseFilterResult {
  errorCode: number
  errorMessage: string | null
  matchingAcls: DeleteAclsResponseFilterResultMatchingAcl[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface DeleteAclsResponseFilterResultMatchingAcl {
  errorCode: number
  errorMessage: string | null
  resourceType: number
  resourceName: string
  patternType: number
  principal: string
  host: string
  operation: number
  permissionType: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function deleteAclsResponse(init: Partial<DeleteAclsResponse> = {}): DeleteAclsResponse {
  return {
    throttleTimeMs: init.throttleTimeMs ?? 0,
    filterResults: init.filterResults ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function deleteAclsResponseFilterResult(
  init: Partial<DeleteAclsResponseFilterResult> = {},
): DeleteAclsResponseFilterResult {
  return {
    errorCode: init.errorCode ?? 0,
    errorMessage: init.errorMessage === undefined ? '' : init.errorMessage,
    matchingAcls: init.matchingAcls ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function deleteAclsResponseFilterResultMatchingAcl(
  init: Partial<DeleteAclsResponseFilterResultMatchingAcl> = {},
): DeleteAclsResponseFilterResultMatchingAcl {
  return {
    errorCode: init.errorCode ?? 0,
    errorMessage: init.errorMessage === undefined ? '' : init.errorMessage,
    resourceType: init.resourceType ?? 0,
    resourceName: init.resourceName ?? '',
    patternType: init.patternType ?? 3,
    principal: init.principal ?? '',
    host: init.host ?? '',
    operation: init.operation ?? 0,
    permissionType: init.permissionType ?? 0,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeDeleteAclsResponse(reader: Reader, version: number): DeleteAclsResponse {
  const throttleTimeMs = reader.int32()
  const filterResultsCount = version >= 2 ? reader.compactArray(5) : reader.array(8)
  const filterResults = decodeDeleteAclsResponseFilterResultArray(
    reader,
    version,
    filterResultsCount,
  )
  const unknownTaggedFields = version >= 2 ? reader.unknownTags() : null
  return { throttleTimeMs, filterResults, unknownTaggedFields }
}

function decodeDeleteAclsResponseFilterResult(
  reader: Reader,
  version: number,
): DeleteAclsResponseFilterResult {
  const errorCode = reader.int16()
  const errorMessage: string | null =
    version >= 2 ? reader.compactNullableString() : reader.nullableString()
  const matchingAclsCount = version >= 2 ? reader.compactArray(11) : reader.array(14)
  const matchingAcls = decodeDeleteAclsResponseFilterResultMatchingAclArray(
    reader,
    version,
    matchingAclsCount,
  )
  const unknownTaggedFields = version >= 2 ? reader.unknownTags() : null
  return { errorCode, errorMessage, matchingAcls, unknownTaggedFields }
}

function decodeDeleteAclsResponseFilterResultArray(
  reader: Reader,
  version: number,
  count: number,
): DeleteAclsResponseFilterResult[] {
  reader.structs(count)
  const items = new Array<DeleteAclsResponseFilterResult>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeDeleteAclsResponseFilterResult(reader, version)
  return items
}

function decodeDeleteAclsResponseFilterResultMatchingAcl(
  reader: Reader,
  version: number,
): DeleteAclsResponseFilterResultMatchingAcl {
  const errorCode = reader.int16()
  const errorMessage: string | null =
    version >= 2 ? reader.compactNullableString() : reader.nullableString()
  const resourceType = reader.int8()
  const resourceName: string = version >= 2 ? reader.compactString() : reader.string()
  const patternType = reader.int8()
  const principal: string = version >= 2 ? reader.compactString() : reader.string()
  const host: string = version >= 2 ? reader.compactString() : reader.string()
  const operation = reader.int8()
  const permissionType = reader.int8()
  const unknownTaggedFields = version >= 2 ? reader.unknownTags() : null
  return {
    errorCode,
    errorMessage,
    resourceType,
    resourceName,
    patternType,
    principal,
    host,
    operation,
    permissionType,
    unknownTaggedFields,
  }
}

function decodeDeleteAclsResponseFilterResultMatchingAclArray(
  reader: Reader,
  version: number,
  count: number,
): DeleteAclsResponseFilterResultMatchingAcl[] {
  reader.structs(count)
  const items = new Array<DeleteAclsResponseFilterResultMatchingAcl>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeDeleteAclsResponseFilterResultMatchingAcl(reader, version)
  return items
}

function encodeDeleteAclsResponse(
  writer: Writer,
  message: DeleteAclsResponse,
  version: number,
): void {
  writer.int32(message.throttleTimeMs)
  if (version >= 2) {
    writer.compactArray(message.filterResults.length)
    encodeDeleteAclsResponseFilterResultArray(writer, message.filterResults, version)
  } else {
    writer.array(message.filterResults.length)
    encodeDeleteAclsResponseFilterResultArray(writer, message.filterResults, version)
  }
  if (version >= 2) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('DeleteAclsResponse', 'unknownTaggedFields', version)
  }
}

function encodeDeleteAclsResponseFilterResult(
  writer: Writer,
  message: DeleteAclsResponseFilterResult,
  version: number,
): void {
  writer.int16(message.errorCode)
  if (version >= 2) {
    writer.compactNullableString(message.errorMessage)
  } else {
    writer.nullableString(message.errorMessage)
  }
  if (version >= 2) {
    writer.compactArray(message.matchingAcls.length)
    encodeDeleteAclsResponseFilterResultMatchingAclArray(writer, message.matchingAcls, version)
  } else {
    writer.array(message.matchingAcls.length)
    encodeDeleteAclsResponseFilterResultMatchingAclArray(writer, message.matchingAcls, version)
  }
  if (version >= 2) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('DeleteAclsResponseFilterResult', 'unknownTaggedFields', version)
  }
}

function encodeDeleteAclsResponseFilterResultArray(
  writer: Writer,
  items: readonly DeleteAclsResponseFilterResult[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeDeleteAclsResponseFilterResult(writer, items[index]!, version)
}

function encodeDeleteAclsResponseFilterResultMatchingAcl(
  writer: Writer,
  message: DeleteAclsResponseFilterResultMatchingAcl,
  version: number,
): void {
  writer.int16(message.errorCode)
  if (version >= 2) {
    writer.compactNullableString(message.errorMessage)
  } else {
    writer.nullableString(message.errorMessage)
  }
  writer.int8(message.resourceType)
  if (version >= 2) {
    writer.compactString(message.resourceName)
  } else {
    writer.string(message.resourceName)
  }
  writer.int8(message.patternType)
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
      throwFieldAbsent('DeleteAclsResponseFilterResultMatchingAcl', 'unknownTaggedFields', version)
  }
}

function encodeDeleteAclsResponseFilterResultMatchingAclArray(
  writer: Writer,
  items: readonly DeleteAclsResponseFilterResultMatchingAcl[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeDeleteAclsResponseFilterResultMatchingAcl(writer, items[index]!, version)
}

export const deleteAclsApi: Api<DeleteAclsRequest, DeleteAclsResponse> = {
  key: 31,
  name: 'DeleteAcls',
  versionMin: 1,
  versionMax: 3,
  versionMaxStable: 3,
  flexibleSince: 2,
  listeners: ['broker', 'controller'],
  request: {
    decode(reader, version) {
      if (!(version >= 1 && version <= 3))
        throwVersionUndecodable('DeleteAclsRequest', version, '1-3')
      return decodeDeleteAclsRequest(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 1 && version <= 3))
        throwVersionUnencodable('DeleteAclsRequest', version, '1-3')
      encodeDeleteAclsRequest(writer, message, version)
    },
  },
  response: {
    decode(reader, version) {
      if (!(version >= 1 && version <= 3))
        throwVersionUndecodable('DeleteAclsResponse', version, '1-3')
      return decodeDeleteAclsResponse(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 1 && version <= 3))
        throwVersionUnencodable('DeleteAclsResponse', version, '1-3')
      encodeDeleteAclsResponse(writer, message, version)
    },
  },
  requestHeaderVersion: (version) => (version >= 2 ? 2 : 1),
  responseHeaderVersion: (version) => (version >= 2 ? 1 : 0),
}
