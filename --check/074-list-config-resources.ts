import type { Api } from '../api.ts'
import { readInt8s, writeInt8s } from '../codec/arrays.ts'
import {
  throwFieldAbsent,
  throwVersionUndecodable,
  throwVersionUnencodable,
} from '../codec/errors.ts'
import type { Reader } from '../codec/reader.ts'
import type { UnknownTaggedField } from '../codec/tagged-field.ts'
import type { Writer } from '../codec/writer.ts'

export interface ListConfigResourcesRequest {
  resourceTypes: number[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function listConfigResourcesRequest(
  init: Partial<ListConfigResourcesRequest> = {},
): ListConfigResourcesRequest {
  return {
    resourceTypes: init.resourceTypes ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeListConfigResourcesRequest(
  reader: Reader,
  version: number,
): ListConfigResourcesRequest {
  const resourceTypesCount = version >= 1 ? reader.compactArray(1) : 0
  const resourceTypes = readInt8s(reader, resourceTypesCount)
  const unknownTaggedFields = reader.unknownTags()
  return { resourceTypes, unknownTaggedFields }
}

function encodeListConfigResourcesRequest(
  writer: Writer,
  message: ListConfigResourcesRequest,
  version: number,
): void {
  if (version >= 1) {
    writer.compactArray(message.resourceTypes.length)
    writeInt8s(writer, message.resourceTypes)
  } else {
    if (message.resourceTypes.length !== 0)
      throwFieldAbsent('ListConfigResourcesRequest', 'resourceTypes', version)
  }
  writer.onlyUnknownTags(message.unknownTaggedFields)
}
export interface ListConfigResourcesResponse {
  throttleTimeMs: number
  errorCode: number
  configResources: ListConfigResourcesResponseConfigResource[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface ListConfigResourcesResponseConfigResource {
  resourceName: string
  resourceType: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function listConfigResourcesResponse(
  init: Partial<ListConfigResourcesResponse> = {},
): ListConfigResourcesResponse {
  return {
    throttleTimeMs: init.throttleTimeMs ?? 0,
    errorCode: init.errorCode ?? 0,
    configResources: init.configResources ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function listConfigResourcesResponseConfigResource(
  init: Partial<ListConfigResourcesResponseConfigResource> = {},
): ListConfigResourcesResponseConfigResource {
  return {
    resourceName: init.resourceName ?? '',
    resourceType: init.resourceType ?? 16,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeListConfigResourcesResponse(
  reader: Reader,
  version: number,
): ListConfigResourcesResponse {
  const throttleTimeMs = reader.int32()
  const errorCode = reader.int16()
  const configResourcesCount = reader.compactArray(2)
  const configResources = decodeListConfigResourcesResponseConfigResourceArray(
    reader,
    version,
    configResourcesCount,
  )
  const unknownTaggedFields = reader.unknownTags()
  return { throttleTimeMs, errorCode, configResources, unknownTaggedFields }
}

function decodeListConfigResourcesResponseConfigResource(
  reader: Reader,
  version: number,
): ListConfigResourcesResponseConfigResource {
  const resourceName = reader.compactString()
  const resourceType: number = version >= 1 ? reader.int8() : 16
  const unknownTaggedFields = reader.unknownTags()
  return { resourceName, resourceType, unknownTaggedFields }
}

function decodeListConfigResourcesResponseConfigResourceArray(
  reader: Reader,
  version: number,
  count: number,
): ListConfigResourcesResponseConfigResource[] {
  reader.structs(count)
  const items = new Array<ListConfigResourcesResponseConfigResource>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeListConfigResourcesResponseConfigResource(reader, version)
  return items
}

function encodeListConfigResourcesResponse(
  writer: Writer,
  message: ListConfigResourcesResponse,
  version: number,
): void {
  writer.int32(message.throttleTimeMs)
  writer.int16(message.errorCode)
  writer.compactArray(message.configResources.length)
  encodeListConfigResourcesResponseConfigResourceArray(writer, message.configResources, version)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeListConfigResourcesResponseConfigResource(
  writer: Writer,
  message: ListConfigResourcesResponseConfigResource,
  version: number,
): void {
  writer.compactString(message.resourceName)
  if (version >= 1) {
    writer.int8(message.resourceType)
  }
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeListConfigResourcesResponseConfigResourceArray(
  writer: Writer,
  items: readonly ListConfigResourcesResponseConfigResource[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeListConfigResourcesResponseConfigResource(writer, items[index]!, version)
}

export const listConfigResourcesApi: Api<ListConfigResourcesRequest, ListConfigResourcesResponse> =
  {
    key: 74,
    name: 'ListConfigResources',
    versionMin: 0,
    versionMax: 1,
    versionMaxStable: 1,
    flexibleSince: 0,
    listeners: ['broker'],
    request: {
      decode(reader, version) {
        if (!(version >= 0 && version <= 1))
          throwVersionUndecodable('ListConfigResourcesRequest', version, '0-1')
        return decodeListConfigResourcesRequest(reader, version)
      },
      encode(writer, message, version) {
        if (!(version >= 0 && version <= 1))
          throwVersionUnencodable('ListConfigResourcesRequest', version, '0-1')
        encodeListConfigResourcesRequest(writer, message, version)
      },
    },
    response: {
      decode(reader, version) {
        if (!(version >= 0 && version <= 1))
          throwVersionUndecodable('ListConfigResourcesResponse', version, '0-1')
        return decodeListConfigResourcesResponse(reader, version)
      },
      encode(writer, message, version) {
        if (!(version >= 0 && version <= 1))
          throwVersionUnencodable('ListConfigResourcesResponse', version, '0-1')
        encodeListConfigResourcesResponse(writer, message, version)
      },
    },
    requestHeaderVersion: () => 2,
    responseHeaderVersion: () => 1,
  }
