import type { Api } from '../api.ts'
import {
  throwFieldAbsent,
  throwVersionUndecodable,
  throwVersionUnencodable,
} from '../codec/errors.ts'
import type { Reader } from '../codec/reader.ts'
import type { UnknownTaggedField } from '../codec/tagged-field.ts'
import type { Writer } from '../codec/writer.ts'

export interface DescribeAclsRequest {
  resourceTypeFilter: number
  resourceNameFilter: string | null
  patternTypeFilter: number
  principalFilter: string | null
  hostFilter: string | null
  operation: number
  permissionType: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function describeAclsRequest(init: Partial<DescribeAclsRequest> = {}): DescribeAclsRequest {
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

function decodeDescribeAclsRequest(reader: Reader, version: number): DescribeAclsRequest {
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

function encodeDescribeAclsRequest(
  writer: Writer,
  message: DescribeAclsRequest,
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
      throwFieldAbsent('DescribeAclsRequest', 'unknownTaggedFields', version)
  }
}
export interface DescribeAclsResponse {
  throttleTimeMs: number
  errorCode: number
  errorMessage: string | null
  resources: DescribeAclsResponseResource[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface DescribeAclsResponseResource {
  resourceType: number
  resourceName: string
  patternType: number
  acls: DescribeAclsResponseResourceAcl[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface DescribeAclsResponseResourceAcl {
  principal: string
  host: string
  operation: number
  permissionType: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function describeAclsResponse(
  init: Partial<DescribeAclsResponse> = {},
): DescribeAclsResponse {
  return {
    throttleTimeMs: init.throttleTimeMs ?? 0,
    errorCode: init.errorCode ?? 0,
    errorMessage: init.errorMessage === undefined ? '' : init.errorMessage,
    resources: init.resources ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function describeAclsResponseResource(
  init: Partial<DescribeAclsResponseResource> = {},
): DescribeAclsResponseResource {
  return {
    resourceType: init.resourceType ?? 0,
    resourceName: init.resourceName ?? '',
    patternType: init.patternType ?? 3,
    acls: init.acls ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function describeAclsResponseResourceAcl(
  init: Partial<DescribeAclsResponseResourceAcl> = {},
): DescribeAclsResponseResourceAcl {
  return {
    principal: init.principal ?? '',
    host: init.host ?? '',
    operation: init.operation ?? 0,
    permissionType: init.permissionType ?? 0,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeDescribeAclsResponse(reader: Reader, version: number): DescribeAclsResponse {
  const throttleTimeMs = reader.int32()
  const errorCode = reader.int16()
  const errorMessage: string | null =
    version >= 2 ? reader.compactNullableString() : reader.nullableString()
  const resourcesCount = version >= 2 ? reader.compactArray(5) : reader.array(8)
  const resources = decodeDescribeAclsResponseResourceArray(reader, version, resourcesCount)
  const unknownTaggedFields = version >= 2 ? reader.unknownTags() : null
  return { throttleTimeMs, errorCode, errorMessage, resources, unknownTaggedFields }
}

function decodeDescribeAclsResponseResource(
  reader: Reader,
  version: number,
): DescribeAclsResponseResource {
  const resourceType = reader.int8()
  const resourceName: string = version >= 2 ? reader.compactString() : reader.string()
  const patternType = reader.int8()
  const aclsCount = version >= 2 ? reader.compactArray(5) : reader.array(6)
  const acls = decodeDescribeAclsResponseResourceAclArray(reader, version, aclsCount)
  const unknownTaggedFields = version >= 2 ? reader.unknownTags() : null
  return { resourceType, resourceName, patternType, acls, unknownTaggedFields }
}

function decodeDescribeAclsResponseResourceArray(
  reader: Reader,
  version: number,
  count: number,
): DescribeAclsResponseResource[] {
  reader.structs(count)
  const items = new Array<DescribeAclsResponseResource>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeDescribeAclsResponseResource(reader, version)
  return items
}

function decodeDescribeAclsResponseResourceAcl(
  reader: Reader,
  version: number,
): DescribeAclsResponseResourceAcl {
  const principal: string = version >= 2 ? reader.compactString() : reader.string()
  const host: string = version >= 2 ? reader.compactString() : reader.string()
  const operation = reader.int8()
  const permissionType = reader.int8()
  const unknownTaggedFields = version >= 2 ? reader.unknownTags() : null
  return { principal, host, operation, permissionType, unknownTaggedFields }
}

function decodeDescribeAclsResponseResourceAclArray(
  reader: Reader,
  version: number,
  count: number,
): DescribeAclsResponseResourceAcl[] {
  reader.structs(count)
  const items = new Array<DescribeAclsResponseResourceAcl>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeDescribeAclsResponseResourceAcl(reader, version)
  return items
}

function encodeDescribeAclsResponse(
  writer: Writer,
  message: DescribeAclsResponse,
  version: number,
): void {
  writer.int32(message.throttleTimeMs)
  writer.int16(message.errorCode)
  if (version >= 2) {
    writer.compactNullableString(message.errorMessage)
  } else {
    writer.nullableString(message.errorMessage)
  }
  if (version >= 2) {
    writer.compactArray(message.resources.length)
    encodeDescribeAclsResponseResourceArray(writer, message.resources, version)
  } else {
    writer.array(message.resources.length)
    encodeDescribeAclsResponseResourceArray(writer, message.resources, version)
  }
  if (version >= 2) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('DescribeAclsResponse', 'unknownTaggedFields', version)
  }
}

function encodeDescribeAclsResponseResource(
  writer: Writer,
  message: DescribeAclsResponseResource,
  version: number,
): void {
  writer.int8(message.resourceType)
  if (version >= 2) {
    writer.compactString(message.resourceName)
  } else {
    writer.string(message.resourceName)
  }
  writer.int8(message.patternType)
  if (version >= 2) {
    writer.compactArray(message.acls.length)
    encodeDescribeAclsResponseResourceAclArray(writer, message.acls, version)
  } else {
    writer.array(message.acls.length)
    encodeDescribeAclsResponseResourceAclArray(writer, message.acls, version)
  }
  if (version >= 2) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('DescribeAclsResponseResource', 'unknownTaggedFields', version)
  }
}

function encodeDescribeAclsResponseResourceArray(
  writer: Writer,
  items: readonly DescribeAclsResponseResource[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeDescribeAclsResponseResource(writer, items[index]!, version)
}

function encodeDescribeAclsResponseResourceAcl(
  writer: Writer,
  message: DescribeAclsResponseResourceAcl,
  version: number,
): void {
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
      throwFieldAbsent('DescribeAclsResponseResourceAcl', 'unknownTaggedFields', version)
  }
}

function encodeDescribeAclsResponseResourceAclArray(
  writer: Writer,
  items: readonly DescribeAclsResponseResourceAcl[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeDescribeAclsResponseResourceAcl(writer, items[index]!, version)
}

export const describeAclsApi: Api<DescribeAclsRequest, DescribeAclsResponse> = {
  key: 29,
  name: 'DescribeAcls',
  versionMin: 1,
  versionMax: 3,
  versionMaxStable: 3,
  flexibleSince: 2,
  listeners: ['broker', 'controller'],
  request: {
    decode(reader, version) {
      if (!(version >= 1 && version <= 3))
        throwVersionUndecodable('DescribeAclsRequest', version, '1-3')
      return decodeDescribeAclsRequest(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 1 && version <= 3))
        throwVersionUnencodable('DescribeAclsRequest', version, '1-3')
      encodeDescribeAclsRequest(writer, message, version)
    },
  },
  response: {
    decode(reader, version) {
      if (!(version >= 1 && version <= 3))
        throwVersionUndecodable('DescribeAclsResponse', version, '1-3')
      return decodeDescribeAclsResponse(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 1 && version <= 3))
        throwVersionUnencodable('DescribeAclsResponse', version, '1-3')
      encodeDescribeAclsResponse(writer, message, version)
    },
  },
  requestHeaderVersion: (version) => (version >= 2 ? 2 : 1),
  responseHeaderVersion: (version) => (version >= 2 ? 1 : 0),
}
