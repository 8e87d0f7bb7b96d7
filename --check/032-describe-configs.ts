import type { Api } from '../api.ts'
import {
  readStrings,
  writeStrings,
  readCompactStrings,
  writeCompactStrings,
} from '../codec/arrays.ts'
import {
  throwFieldAbsent,
  throwVersionUndecodable,
  throwVersionUnencodable,
} from '../codec/errors.ts'
import type { Reader } from '../codec/reader.ts'
import type { UnknownTaggedField } from '../codec/tagged-field.ts'
import type { Writer } from '../codec/writer.ts'

export interface DescribeConfigsRequest {
  resources: DescribeConfigsRequestResource[]
  includeSynonyms: boolean
  includeDocumentation: boolean
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface DescribeConfigsRequestResource {
  resourceType: number
  resourceName: string
  configurationKeys: string[] | null
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function describeConfigsRequest(
  init: Partial<DescribeConfigsRequest> = {},
): DescribeConfigsRequest {
  return {
    resources: init.resources ?? [],
    includeSynonyms: init.includeSynonyms ?? false,
    includeDocumentation: init.includeDocumentation ?? false,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function describeConfigsRequestResource(
  init: Partial<DescribeConfigsRequestResource> = {},
): DescribeConfigsRequestResource {
  return {
    resourceType: init.resourceType ?? 0,
    resourceName: init.resourceName ?? '',
    configurationKeys: init.configurationKeys === undefined ? [] : init.configurationKeys,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeDescribeConfigsRequest(reader: Reader, version: number): DescribeConfigsRequest {
  const resourcesCount = version >= 4 ? reader.compactArray(4) : reader.array(7)
  const resources = decodeDescribeConfigsRequestResourceArray(reader, version, resourcesCount)
  const includeSynonyms = reader.bool()
  const includeDocumentation: boolean = version >= 3 ? reader.bool() : false
  const unknownTaggedFields = version >= 4 ? reader.unknownTags() : null
  return { resources, includeSynonyms, includeDocumentation, unknownTaggedFields }
}

function decodeDescribeConfigsRequestResource(
  reader: Reader,
  version: number,
): DescribeConfigsRequestResource {
  const resourceType = reader.int8()
  const resourceName: string = version >= 4 ? reader.compactString() : reader.string()
  const configurationKeysCount =
    version >= 4 ? reader.compactNullableArray(1) : reader.nullableArray(2)
  const configurationKeys =
    configurationKeysCount < 0
      ? null
      : version >= 4
        ? readCompactStrings(reader, configurationKeysCount)
        : readStrings(reader, configurationKeysCount)
  const unknownTaggedFields = version >= 4 ? reader.unknownTags() : null
  return { resourceType, resourceName, configurationKeys, unknownTaggedFields }
}

function decodeDescribeConfigsRequestResourceArray(
  reader: Reader,
  version: number,
  count: number,
): DescribeConfigsRequestResource[] {
  reader.structs(count)
  const items = new Array<DescribeConfigsRequestResource>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeDescribeConfigsRequestResource(reader, version)
  return items
}

function encodeDescribeConfigsRequest(
  writer: Writer,
  message: DescribeConfigsRequest,
  version: number,
): void {
  if (version >= 4) {
    writer.compactArray(message.resources.length)
    encodeDescribeConfigsRequestResourceArray(writer, message.resources, version)
  } else {
    writer.array(message.resources.length)
    encodeDescribeConfigsRequestResourceArray(writer, message.resources, version)
  }
  writer.bool(message.includeSynonyms)
  if (version >= 3) {
    writer.bool(message.includeDocumentation)
  } else {
    if (message.includeDocumentation !== false)
      throwFieldAbsent('DescribeConfigsRequest', 'includeDocumentation', version)
  }
  if (version >= 4) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('DescribeConfigsRequest', 'unknownTaggedFields', version)
  }
}

function encodeDescribeConfigsRequestResource(
  writer: Writer,
  message: DescribeConfigsRequestResource,
  version: number,
): void {
  writer.int8(message.resourceType)
  if (version >= 4) {
    writer.compactString(message.resourceName)
  } else {
    writer.string(message.resourceName)
  }
  if (version >= 4) {
    if (message.configurationKeys === null) writer.compactArray(-1)
    else {
      writer.compactArray(message.configurationKeys.length)
      writeCompactStrings(writer, message.configurationKeys)
    }
  } else {
    if (message.configurationKeys === null) writer.array(-1)
    else {
      writer.array(message.configurationKeys.length)
      writeStrings(writer, message.configurationKeys)
    }
  }
  if (version >= 4) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('DescribeConfigsRequestResource', 'unknownTaggedFields', version)
  }
}

function encodeDescribeConfigsRequestResourceArray(
  writer: Writer,
  items: readonly DescribeConfigsRequestResource[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeDescribeConfigsRequestResource(writer, items[index]!, version)
}
export interface DescribeConfigsResponse {
  throttleTimeMs: number
  results: DescribeConfigsResponseResult[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface DescribeConfigsResponseResult {
  errorCode: number
  errorMessage: string | null
  resourceType: number
  resourceName: string
  configs: DescribeConfigsResponseResultConfig[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface DescribeConfigsResponseResultConfig {
  name: string
  value: string | null
  readOnly: boolean
  configSource: number
  isSensitive: boolean
  synonyms: DescribeConfigsResponseResultConfigSynonym[]
  configType: number
  documentation: string | null
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface DescribeConfigsResponseResultConfigSynonym {
  name: string
  value: string | null
  source: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function describeConfigsResponse(
  init: Partial<DescribeConfigsResponse> = {},
): DescribeConfigsResponse {
  return {
    throttleTimeMs: init.throttleTimeMs ?? 0,
    results: init.results ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function describeConfigsResponseResult(
  init: Partial<DescribeConfigsResponseResult> = {},
): DescribeConfigsResponseResult {
  return {
    errorCode: init.errorCode ?? 0,
    errorMessage: init.errorMessage === undefined ? '' : init.errorMessage,
    resourceType: init.resourceType ?? 0,
    resourceName: init.resourceName ?? '',
    configs: init.configs ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function describeConfigsResponseResultConfig(
  init: Partial<DescribeConfigsResponseResultConfig> = {},
): DescribeConfigsResponseResultConfig {
  return {
    name: init.name ?? '',
    value: init.value === undefined ? '' : init.value,
    readOnly: init.readOnly ?? false,
    configSource: init.configSource ?? -1,
    isSensitive: init.isSensitive ?? false,
    synonyms: init.synonyms ?? [],
    configType: init.configType ?? 0,
    documentation: init.documentation === undefined ? '' : init.documentation,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function describeConfigsResponseResultConfigSynonym(
  init: Partial<DescribeConfigsResponseResultConfigSynonym> = {},
): DescribeConfigsResponseResultConfigSynonym {
  return {
    name: init.name ?? '',
    value: init.value === undefined ? '' : init.value,
    source: init.source ?? 0,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeDescribeConfigsResponse(reader: Reader, version: number): DescribeConfigsResponse {
  const throttleTimeMs = reader.int32()
  const resultsCount = version >= 4 ? reader.compactArray(7) : reader.array(11)
  const results = decodeDescribeConfigsResponseResultArray(reader, version, resultsCount)
  const unknownTaggedFields = version >= 4 ? reader.unknownTags() : null
  return { throttleTimeMs, results, unknownTaggedFields }
}

function decodeDescribeConfigsResponseResult(
  reader: Reader,
  version: number,
): DescribeConfigsResponseResult {
  const errorCode = reader.int16()
  const errorMessage: string | null =
    version >= 4 ? reader.compactNullableString() : reader.nullableString()
  const resourceType = reader.int8()
  const resourceName: string = version >= 4 ? reader.compactString() : reader.string()
  const configsCount = version >= 4 ? reader.compactArray(9) : reader.array(11)
  const configs = decodeDescribeConfigsResponseResultConfigArray(reader, version, configsCount)
  const unknownTaggedFields = version >= 4 ? reader.unknownTags() : null
  return { errorCode, errorMessage, resourceType, resourceName, configs, unknownTaggedFields }
}

function decodeDescribeConfigsResponseResultArray(
  reader: Reader,
  version: number,
  count: number,
): DescribeConfigsResponseResult[] {
  reader.structs(count)
  const items = new Array<DescribeConfigsResponseResult>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeDescribeConfigsResponseResult(reader, version)
  return items
}

function decodeDescribeConfigsResponseResultConfig(
  reader: Reader,
  version: number,
): DescribeConfigsResponseResultConfig {
  const name: string = version >= 4 ? reader.compactString() : reader.string()
  const value: string | null =
    version >= 4 ? reader.compactNullableString() : reader.nullableString()
  const readOnly = reader.bool()
  const configSource = reader.int8()
  const isSensitive = reader.bool()
  const synonymsCount = version >= 4 ? reader.compactArray(4) : reader.array(5)
  const synonyms = decodeDescribeConfigsResponseResultConfigSynonymArray(
    reader,
    version,
    synonymsCount,
  )
  const configType: number = version >= 3 ? reader.int8() : 0
  const documentation: string | null =
    version >= 4 ? reader.compactNullableString() : version >= 3 ? reader.nullableString() : ''
  const unknownTaggedFields = version >= 4 ? reader.unknownTags() : null
  return {
    name,
    value,
    readOnly,
    configSource,
    isSensitive,
    synonyms,
    configType,
    documentation,
    unknownTaggedFields,
  }
}

function decodeDescribeConfigsResponseResultConfigArray(
  reader: Reader,
  version: number,
  count: number,
): DescribeConfigsResponseResultConfig[] {
  reader.structs(count)
  const items = new Array<DescribeConfigsResponseResultConfig>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeDescribeConfigsResponseResultConfig(reader, version)
  return items
}

function decodeDescribeConfigsResponseResultConfigSynonym(
  reader: Reader,
  version: number,
): DescribeConfigsResponseResultConfigSynonym {
  const name: string = version >= 4 ? reader.compactString() : reader.string()
  const value: string | null =
    version >= 4 ? reader.compactNullableString() : reader.nullableString()
  const source = reader.int8()
  const unknownTaggedFields = version >= 4 ? reader.unknownTags() : null
  return { name, value, source, unknownTaggedFields }
}

function decodeDescribeConfigsResponseResultConfigSynonymArray(
  reader: Reader,
  version: number,
  count: number,
): DescribeConfigsResponseResultConfigSynonym[] {
  reader.structs(count)
  const items = new Array<DescribeConfigsResponseResultConfigSynonym>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeDescribeConfigsResponseResultConfigSynonym(reader, version)
  return items
}

function encodeDescribeConfigsResponse(
  writer: Writer,
  message: DescribeConfigsResponse,
  version: number,
): void {
  writer.int32(message.throttleTimeMs)
  if (version >= 4) {
    writer.compactArray(message.results.length)
    encodeDescribeConfigsResponseResultArray(writer, message.results, version)
  } else {
    writer.array(message.results.length)
    encodeDescribeConfigsResponseResultArray(writer, message.results, version)
  }
  if (version >= 4) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('DescribeConfigsResponse', 'unknownTaggedFields', version)
  }
}

function encodeDescribeConfigsResponseResult(
  writer: Writer,
  message: DescribeConfigsResponseResult,
  version: number,
): void {
  writer.int16(message.errorCode)
  if (version >= 4) {
    writer.compactNullableString(message.errorMessage)
  } else {
    writer.nullableString(message.errorMessage)
  }
  writer.int8(message.resourceType)
  if (version >= 4) {
    writer.compactString(message.resourceName)
  } else {
    writer.string(message.resourceName)
  }
  if (version >= 4) {
    writer.compactArray(message.configs.length)
    encodeDescribeConfigsResponseResultConfigArray(writer, message.configs, version)
  } else {
    writer.array(message.configs.length)
    encodeDescribeConfigsResponseResultConfigArray(writer, message.configs, version)
  }
  if (version >= 4) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('DescribeConfigsResponseResult', 'unknownTaggedFields', version)
  }
}

function encodeDescribeConfigsResponseResultArray(
  writer: Writer,
  items: readonly DescribeConfigsResponseResult[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeDescribeConfigsResponseResult(writer, items[index]!, version)
}

function encodeDescribeConfigsResponseResultConfig(
  writer: Writer,
  message: DescribeConfigsResponseResultConfig,
  version: number,
): void {
  if (version >= 4) {
    writer.compactString(message.name)
  } else {
    writer.string(message.name)
  }
  if (version >= 4) {
    writer.compactNullableString(message.value)
  } else {
    writer.nullableString(message.value)
  }
  writer.bool(message.readOnly)
  writer.int8(message.configSource)
  writer.bool(message.isSensitive)
  if (version >= 4) {
    writer.compactArray(message.synonyms.length)
    encodeDescribeConfigsResponseResultConfigSynonymArray(writer, message.synonyms, version)
  } else {
    writer.array(message.synonyms.length)
    encodeDescribeConfigsResponseResultConfigSynonymArray(writer, message.synonyms, version)
  }
  if (version >= 3) {
    writer.int8(message.configType)
  }
  if (version >= 4) {
    writer.compactNullableString(message.documentation)
  } else {
    if (version >= 3) {
      writer.nullableString(message.documentation)
    }
  }
  if (version >= 4) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('DescribeConfigsResponseResultConfig', 'unknownTaggedFields', version)
  }
}

function encodeDescribeConfigsResponseResultConfigArray(
  writer: Writer,
  items: readonly DescribeConfigsResponseResultConfig[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeDescribeConfigsResponseResultConfig(writer, items[index]!, version)
}

function encodeDescribeConfigsResponseResultConfigSynonym(
  writer: Writer,
  message: DescribeConfigsResponseResultConfigSynonym,
  version: number,
): void {
  if (version >= 4) {
    writer.compactString(message.name)
  } else {
    writer.string(message.name)
  }
  if (version >= 4) {
    writer.compactNullableString(message.value)
  } else {
    writer.nullableString(message.value)
  }
  writer.int8(message.source)
  if (version >= 4) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('DescribeConfigsResponseResultConfigSynonym', 'unknownTaggedFields', version)
  }
}

function encodeDescribeConfigsResponseResultConfigSynonymArray(
  writer: Writer,
  items: readonly DescribeConfigsResponseResultConfigSynonym[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeDescribeConfigsResponseResultConfigSynonym(writer, items[index]!, version)
}

export const describeConfigsApi: Api<DescribeConfigsRequest, DescribeConfigsResponse> = {
  key: 32,
  name: 'DescribeConfigs',
  versionMin: 1,
  versionMax: 4,
  versionMaxStable: 4,
  flexibleSince: 4,
  listeners: ['broker', 'controller'],
  request: {
    decode(reader, version) {
      if (!(version >= 1 && version <= 4))
        throwVersionUndecodable('DescribeConfigsRequest', version, '1-4')
      return decodeDescribeConfigsRequest(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 1 && version <= 4))
        throwVersionUnencodable('DescribeConfigsRequest', version, '1-4')
      encodeDescribeConfigsRequest(writer, message, version)
    },
  },
  response: {
    decode(reader, version) {
      if (!(version >= 1 && version <= 4))
        throwVersionUndecodable('DescribeConfigsResponse', version, '1-4')
      return decodeDescribeConfigsResponse(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 1 && version <= 4))
        throwVersionUnencodable('DescribeConfigsResponse', version, '1-4')
      encodeDescribeConfigsResponse(writer, message, version)
    },
  },
  requestHeaderVersion: (version) => (version >= 4 ? 2 : 1),
  responseHeaderVersion: (version) => (version >= 4 ? 1 : 0),
}
