import type { Api } from '../api.ts'
import {
  throwFieldAbsent,
  throwVersionUndecodable,
  throwVersionUnencodable,
} from '../codec/errors.ts'
import type { Reader } from '../codec/reader.ts'
import type { UnknownTaggedField } from '../codec/tagged-field.ts'
import type { Writer } from '../codec/writer.ts'

export interface AlterConfigsRequest {
  resources: AlterConfigsRequestResource[]
  validateOnly: boolean
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface AlterConfigsRequestResource {
  resourceType: number
  resourceName: string
  configs: AlterConfigsRequestResourceConfig[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface AlterConfigsRequestResourceConfig {
  name: string
  value: string | null
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function alterConfigsRequest(init: Partial<AlterConfigsRequest> = {}): AlterConfigsRequest {
  return {
    resources: init.resources ?? [],
    validateOnly: init.validateOnly ?? false,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function alterConfigsRequestResource(
  init: Partial<AlterConfigsRequestResource> = {},
): AlterConfigsRequestResource {
  return {
    resourceType: init.resourceType ?? 0,
    resourceName: init.resourceName ?? '',
    configs: init.configs ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function alterConfigsRequestResourceConfig(
  init: Partial<AlterConfigsRequestResourceConfig> = {},
): AlterConfigsRequestResourceConfig {
  return {
    name: init.name ?? '',
    value: init.value === undefined ? '' : init.value,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeAlterConfigsRequest(reader: Reader, version: number): AlterConfigsRequest {
  const resourcesCount = version >= 2 ? reader.compactArray(4) : reader.array(7)
  const resources = decodeAlterConfigsRequestResourceArray(reader, version, resourcesCount)
  const validateOnly = reader.bool()
  const unknownTaggedFields = version >= 2 ? reader.unknownTags() : null
  return { resources, validateOnly, unknownTaggedFields }
}

function decodeAlterConfigsRequestResource(
  reader: Reader,
  version: number,
): AlterConfigsRequestResource {
  const resourceType = reader.int8()
  const resourceName: string = version >= 2 ? reader.compactString() : reader.string()
  const configsCount = version >= 2 ? reader.compactArray(3) : reader.array(4)
  const configs = decodeAlterConfigsRequestResourceConfigArray(reader, version, configsCount)
  const unknownTaggedFields = version >= 2 ? reader.unknownTags() : null
  return { resourceType, resourceName, configs, unknownTaggedFields }
}

function decodeAlterConfigsRequestResourceArray(
  reader: Reader,
  version: number,
  count: number,
): AlterConfigsRequestResource[] {
  reader.structs(count)
  const items = new Array<AlterConfigsRequestResource>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeAlterConfigsRequestResource(reader, version)
  return items
}

function decodeAlterConfigsRequestResourceConfig(
  reader: Reader,
  version: number,
): AlterConfigsRequestResourceConfig {
  const name: string = version >= 2 ? reader.compactString() : reader.string()
  const value: string | null =
    version >= 2 ? reader.compactNullableString() : reader.nullableString()
  const unknownTaggedFields = version >= 2 ? reader.unknownTags() : null
  return { name, value, unknownTaggedFields }
}

function decodeAlterConfigsRequestResourceConfigArray(
  reader: Reader,
  version: number,
  count: number,
): AlterConfigsRequestResourceConfig[] {
  reader.structs(count)
  const items = new Array<AlterConfigsRequestResourceConfig>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeAlterConfigsRequestResourceConfig(reader, version)
  return items
}

function encodeAlterConfigsRequest(
  writer: Writer,
  message: AlterConfigsRequest,
  version: number,
): void {
  if (version >= 2) {
    writer.compactArray(message.resources.length)
    encodeAlterConfigsRequestResourceArray(writer, message.resources, version)
  } else {
    writer.array(message.resources.length)
    encodeAlterConfigsRequestResourceArray(writer, message.resources, version)
  }
  writer.bool(message.validateOnly)
  if (version >= 2) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('AlterConfigsRequest', 'unknownTaggedFields', version)
  }
}

function encodeAlterConfigsRequestResource(
  writer: Writer,
  message: AlterConfigsRequestResource,
  version: number,
): void {
  writer.int8(message.resourceType)
  if (version >= 2) {
    writer.compactString(message.resourceName)
  } else {
    writer.string(message.resourceName)
  }
  if (version >= 2) {
    writer.compactArray(message.configs.length)
    encodeAlterConfigsRequestResourceConfigArray(writer, message.configs, version)
  } else {
    writer.array(message.configs.length)
    encodeAlterConfigsRequestResourceConfigArray(writer, message.configs, version)
  }
  if (version >= 2) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('AlterConfigsRequestResource', 'unknownTaggedFields', version)
  }
}

function encodeAlterConfigsRequestResourceArray(
  writer: Writer,
  items: readonly AlterConfigsRequestResource[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeAlterConfigsRequestResource(writer, items[index]!, version)
}

function encodeAlterConfigsRequestResourceConfig(
  writer: Writer,
  message: AlterConfigsRequestResourceConfig,
  version: number,
): void {
  if (version >= 2) {
    writer.compactString(message.name)
  } else {
    writer.string(message.name)
  }
  if (version >= 2) {
    writer.compactNullableString(message.value)
  } else {
    writer.nullableString(message.value)
  }
  if (version >= 2) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('AlterConfigsRequestResourceConfig', 'unknownTaggedFields', version)
  }
}

function encodeAlterConfigsRequestResourceConfigArray(
  writer: Writer,
  items: readonly AlterConfigsRequestResourceConfig[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeAlterConfigsRequestResourceConfig(writer, items[index]!, version)
}
export interface AlterConfigsResponse {
  throttleTimeMs: number
  responses: AlterConfigsResponseResource[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface AlterConfigsResponseResource {
  errorCode: number
  errorMessage: string | null
  resourceType: number
  resourceName: string
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function alterConfigsResponse(
  init: Partial<AlterConfigsResponse> = {},
): AlterConfigsResponse {
  return {
    throttleTimeMs: init.throttleTimeMs ?? 0,
    responses: init.responses ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function alterConfigsResponseResource(
  init: Partial<AlterConfigsResponseResource> = {},
): AlterConfigsResponseResource {
  return {
    errorCode: init.errorCode ?? 0,
    errorMessage: init.errorMessage === undefined ? '' : init.errorMessage,
    resourceType: init.resourceType ?? 0,
    resourceName: init.resourceName ?? '',
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeAlterConfigsResponse(reader: Reader, version: number): AlterConfigsResponse {
  const throttleTimeMs = reader.int32()
  const responsesCount = version >= 2 ? reader.compactArray(6) : reader.array(7)
  const responses = decodeAlterConfigsResponseResourceArray(reader, version, responsesCount)
  const unknownTaggedFields = version >= 2 ? reader.unknownTags() : null
  return { throttleTimeMs, responses, unknownTaggedFields }
}

function decodeAlterConfigsResponseResource(
  reader: Reader,
  version: number,
): AlterConfigsResponseResource {
  const errorCode = reader.int16()
  const errorMessage: string | null =
    version >= 2 ? reader.compactNullableString() : reader.nullableString()
  const resourceType = reader.int8()
  const resourceName: string = version >= 2 ? reader.compactString() : reader.string()
  const unknownTaggedFields = version >= 2 ? reader.unknownTags() : null
  return { errorCode, errorMessage, resourceType, resourceName, unknownTaggedFields }
}

function decodeAlterConfigsResponseResourceArray(
  reader: Reader,
  version: number,
  count: number,
): AlterConfigsResponseResource[] {
  reader.structs(count)
  const items = new Array<AlterConfigsResponseResource>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeAlterConfigsResponseResource(reader, version)
  return items
}

function encodeAlterConfigsResponse(
  writer: Writer,
  message: AlterConfigsResponse,
  version: number,
): void {
  writer.int32(message.throttleTimeMs)
  if (version >= 2) {
    writer.compactArray(message.responses.length)
    encodeAlterConfigsResponseResourceArray(writer, message.responses, version)
  } else {
    writer.array(message.responses.length)
    encodeAlterConfigsResponseResourceArray(writer, message.responses, version)
  }
  if (version >= 2) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('AlterConfigsResponse', 'unknownTaggedFields', version)
  }
}

function encodeAlterConfigsResponseResource(
  writer: Writer,
  message: AlterConfigsResponseResource,
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
  if (version >= 2) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('AlterConfigsResponseResource', 'unknownTaggedFields', version)
  }
}

function encodeAlterConfigsResponseResourceArray(
  writer: Writer,
  items: readonly AlterConfigsResponseResource[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeAlterConfigsResponseResource(writer, items[index]!, version)
}

export const alterConfigsApi: Api<AlterConfigsRequest, AlterConfigsResponse> = {
  key: 33,
  name: 'AlterConfigs',
  versionMin: 0,
  versionMax: 2,
  versionMaxStable: 2,
  flexibleSince: 2,
  listeners: ['broker', 'controller'],
  request: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 2))
        throwVersionUndecodable('AlterConfigsRequest', version, '0-2')
      return decodeAlterConfigsRequest(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 2))
        throwVersionUnencodable('AlterConfigsRequest', version, '0-2')
      encodeAlterConfigsRequest(writer, message, version)
    },
  },
  response: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 2))
        throwVersionUndecodable('AlterConfigsResponse', version, '0-2')
      return decodeAlterConfigsResponse(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 2))
        throwVersionUnencodable('AlterConfigsResponse', version, '0-2')
      encodeAlterConfigsResponse(writer, message, version)
    },
  },
  requestHeaderVersion: (version) => (version >= 2 ? 2 : 1),
  responseHeaderVersion: (version) => (version >= 2 ? 1 : 0),
}
