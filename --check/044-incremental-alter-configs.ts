import type { Api } from '../api.ts'
import {
  throwFieldAbsent,
  throwVersionUndecodable,
  throwVersionUnencodable,
} from '../codec/errors.ts'
import type { Reader } from '../codec/reader.ts'
import type { UnknownTaggedField } from '../codec/tagged-field.ts'
import type { Writer } from '../codec/writer.ts'

export interface IncrementalAlterConfigsRequest {
  resources: IncrementalAlterConfigsRequestResource[]
  validateOnly: boolean
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface IncrementalAlterConfigsRequestResource {
  resourceType: number
  resourceName: string
  configs: IncrementalAlterConfigsRequestResourceConfig[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface IncrementalAlterConfigsRequestResourceConfig {
  name: string
  configOperation: number
  value: string | null
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function incrementalAlterConfigsRequest(
  init: Partial<IncrementalAlterConfigsRequest> = {},
): IncrementalAlterConfigsRequest {
  return {
    resources: init.resources ?? [],
    validateOnly: init.validateOnly ?? false,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function incrementalAlterConfigsRequestResource(
  init: Partial<IncrementalAlterConfigsRequestResource> = {},
): IncrementalAlterConfigsRequestResource {
  return {
    resourceType: init.resourceType ?? 0,
    resourceName: init.resourceName ?? '',
    configs: init.configs ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function incrementalAlterConfigsRequestResourceConfig(
  init: Partial<IncrementalAlterConfigsRequestResourceConfig> = {},
): IncrementalAlterConfigsRequestResourceConfig {
  return {
    name: init.name ?? '',
    configOperation: init.configOperation ?? 0,
    value: init.value === undefined ? '' : init.value,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeIncrementalAlterConfigsRequest(
  reader: Reader,
  version: number,
): IncrementalAlterConfigsRequest {
  const resourcesCount = version >= 1 ? reader.compactArray(4) : reader.array(7)
  const resources = decodeIncrementalAlterConfigsRequestResourceArray(
    reader,
    version,
    resourcesCount,
  )
  const validateOnly = reader.bool()
  const unknownTaggedFields = version >= 1 ? reader.unknownTags() : null
  return { resources, validateOnly, unknownTaggedFields }
}

function decodeIncrementalAlterConfigsRequestResource(
  reader: Reader,
  version: number,
): IncrementalAlterConfigsRequestResource {
  const resourceType = reader.int8()
  const resourceName: string = version >= 1 ? reader.compactString() : reader.string()
  const configsCount = version >= 1 ? reader.compactArray(4) : reader.array(5)
  const configs = decodeIncrementalAlterConfigsRequestResourceConfigArray(
    reader,
    version,
    configsCount,
  )
  const unknownTaggedFields = version >= 1 ? reader.unknownTags() : null
  return { resourceType, resourceName, configs, unknownTaggedFields }
}

function decodeIncrementalAlterConfigsRequestResourceArray(
  reader: Reader,
  version: number,
  count: number,
): IncrementalAlterConfigsRequestResource[] {
  reader.structs(count)
  const items = new Array<IncrementalAlterConfigsRequestResource>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeIncrementalAlterConfigsRequestResource(reader, version)
  return items
}

function decodeIncrementalAlterConfigsRequestResourceConfig(
  reader: Reader,
  version: number,
): IncrementalAlterConfigsRequestResourceConfig {
  const name: string = version >= 1 ? reader.compactString() : reader.string()
  const configOperation = reader.int8()
  const value: string | null =
    version >= 1 ? reader.compactNullableString() : reader.nullableString()
  const unknownTaggedFields = version >= 1 ? reader.unknownTags() : null
  return { name, configOperation, value, unknownTaggedFields }
}

function decodeIncrementalAlterConfigsRequestResourceConfigArray(
  reader: Reader,
  version: number,
  count: number,
): IncrementalAlterConfigsRequestResourceConfig[] {
  reader.structs(count)
  const items = new Array<IncrementalAlterConfigsRequestResourceConfig>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeIncrementalAlterConfigsRequestResourceConfig(reader, version)
  return items
}

function encodeIncrementalAlterConfigsRequest(
  writer: Writer,
  message: IncrementalAlterConfigsRequest,
  version: number,
): void {
  if (version >= 1) {
    writer.compactArray(message.resources.length)
    encodeIncrementalAlterConfigsRequestResourceArray(writer, message.resources, version)
  } else {
    writer.array(message.resources.length)
    encodeIncrementalAlterConfigsRequestResourceArray(writer, message.resources, version)
  }
  writer.bool(message.validateOnly)
  if (version >= 1) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('IncrementalAlterConfigsRequest', 'unknownTaggedFields', version)
  }
}

function encodeIncrementalAlterConfigsRequestResource(
  writer: Writer,
  message: IncrementalAlterConfigsRequestResource,
  version: number,
): void {
  writer.int8(message.resourceType)
  if (version >= 1) {
    writer.compactString(message.resourceName)
  } else {
    writer.string(message.resourceName)
  }
  if (version >= 1) {
    writer.compactArray(message.configs.length)
    encodeIncrementalAlterConfigsRequestResourceConfigArray(writer, message.configs, version)
  } else {
    writer.array(message.configs.length)
    encodeIncrementalAlterConfigsRequestResourceConfigArray(writer, message.configs, version)
  }
  if (version >= 1) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('IncrementalAlterConfigsRequestResource', 'unknownTaggedFields', version)
  }
}

function encodeIncrementalAlterConfigsRequestResourceArray(
  writer: Writer,
  items: readonly IncrementalAlterConfigsRequestResource[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeIncrementalAlterConfigsRequestResource(writer, items[index]!, version)
}

function encodeIncrementalAlterConfigsRequestResourceConfig(
  writer: Writer,
  message: IncrementalAlterConfigsRequestResourceConfig,
  version: number,
): void {
  if (version >= 1) {
    writer.compactString(message.name)
  } else {
    writer.string(message.name)
  }
  writer.int8(message.configOperation)
  if (version >= 1) {
    writer.compactNullableString(message.value)
  } else {
    writer.nullableString(message.value)
  }
  if (version >= 1) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent(
        'IncrementalAlterConfigsRequestResourceConfig',
        'unknownTaggedFields',
        version,
      )
  }
}

function encodeIncrementalAlterConfigsRequestResourceConfigArray(
  writer: Writer,
  items: readonly IncrementalAlterConfigsRequestResourceConfig[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeIncrementalAlterConfigsRequestResourceConfig(writer, items[index]!, version)
}
export interface IncrementalAlterConfigsResponse {
  throttleTimeMs: number
  responses: IncrementalAlterConfigsResponseResource[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface IncrementalAlterConfigsResponseResource {
  errorCode: number
  errorMessage: string | null
  resourceType: number
  resourceName: string
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function incrementalAlterConfigsResponse(
  init: Partial<IncrementalAlterConfigsResponse> = {},
): IncrementalAlterConfigsResponse {
  return {
    throttleTimeMs: init.throttleTimeMs ?? 0,
    responses: init.responses ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function incrementalAlterConfigsResponseResource(
  init: Partial<IncrementalAlterConfigsResponseResource> = {},
): IncrementalAlterConfigsResponseResource {
  return {
    errorCode: init.errorCode ?? 0,
    errorMessage: init.errorMessage === undefined ? '' : init.errorMessage,
    resourceType: init.resourceType ?? 0,
    resourceName: init.resourceName ?? '',
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeIncrementalAlterConfigsResponse(
  reader: Reader,
  version: number,
): IncrementalAlterConfigsResponse {
  const throttleTimeMs = reader.int32()
  const responsesCount = version >= 1 ? reader.compactArray(6) : reader.array(7)
  const responses = decodeIncrementalAlterConfigsResponseResourceArray(
    reader,
    version,
    responsesCount,
  )
  const unknownTaggedFields = version >= 1 ? reader.unknownTags() : null
  return { throttleTimeMs, responses, unknownTaggedFields }
}

function decodeIncrementalAlterConfigsResponseResource(
  reader: Reader,
  version: number,
): IncrementalAlterConfigsResponseResource {
  const errorCode = reader.int16()
  const errorMessage: string | null =
    version >= 1 ? reader.compactNullableString() : reader.nullableString()
  const resourceType = reader.int8()
  const resourceName: string = version >= 1 ? reader.compactString() : reader.string()
  const unknownTaggedFields = version >= 1 ? reader.unknownTags() : null
  return { errorCode, errorMessage, resourceType, resourceName, unknownTaggedFields }
}

function decodeIncrementalAlterConfigsResponseResourceArray(
  reader: Reader,
  version: number,
  count: number,
): IncrementalAlterConfigsResponseResource[] {
  reader.structs(count)
  const items = new Array<IncrementalAlterConfigsResponseResource>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeIncrementalAlterConfigsResponseResource(reader, version)
  return items
}

function encodeIncrementalAlterConfigsResponse(
  writer: Writer,
  message: IncrementalAlterConfigsResponse,
  version: number,
): void {
  writer.int32(message.throttleTimeMs)
  if (version >= 1) {
    writer.compactArray(message.responses.length)
    encodeIncrementalAlterConfigsResponseResourceArray(writer, message.responses, version)
  } else {
    writer.array(message.responses.length)
    encodeIncrementalAlterConfigsResponseResourceArray(writer, message.responses, version)
  }
  if (version >= 1) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('IncrementalAlterConfigsResponse', 'unknownTaggedFields', version)
  }
}

function encodeIncrementalAlterConfigsResponseResource(
  writer: Writer,
  message: IncrementalAlterConfigsResponseResource,
  version: number,
): void {
  writer.int16(message.errorCode)
  if (version >= 1) {
    writer.compactNullableString(message.errorMessage)
  } else {
    writer.nullableString(message.errorMessage)
  }
  writer.int8(message.resourceType)
  if (version >= 1) {
    writer.compactString(message.resourceName)
  } else {
    writer.string(message.resourceName)
  }
  if (version >= 1) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('IncrementalAlterConfigsResponseResource', 'unknownTaggedFields', version)
  }
}

function encodeIncrementalAlterConfigsResponseResourceArray(
  writer: Writer,
  items: readonly IncrementalAlterConfigsResponseResource[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeIncrementalAlterConfigsResponseResource(writer, items[index]!, version)
}

export const incrementalAlterConfigsApi: Api<
  IncrementalAlterConfigsRequest,
  IncrementalAlterConfigsResponse
> = {
  key: 44,
  name: 'IncrementalAlterConfigs',
  versionMin: 0,
  versionMax: 1,
  versionMaxStable: 1,
  flexibleSince: 1,
  listeners: ['broker', 'controller'],
  request: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 1))
        throwVersionUndecodable('IncrementalAlterConfigsRequest', version, '0-1')
      return decodeIncrementalAlterConfigsRequest(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 1))
        throwVersionUnencodable('IncrementalAlterConfigsRequest', version, '0-1')
      encodeIncrementalAlterConfigsRequest(writer, message, version)
    },
  },
  response: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 1))
        throwVersionUndecodable('IncrementalAlterConfigsResponse', version, '0-1')
      return decodeIncrementalAlterConfigsResponse(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 1))
        throwVersionUnencodable('IncrementalAlterConfigsResponse', version, '0-1')
      encodeIncrementalAlterConfigsResponse(writer, message, version)
    },
  },
  requestHeaderVersion: (version) => (version >= 1 ? 2 : 1),
  responseHeaderVersion: (version) => (version >= 1 ? 1 : 0),
}
