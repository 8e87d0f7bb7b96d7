import type { Api } from '../api.ts'
import {
  throwFieldAbsent,
  throwVersionUndecodable,
  throwVersionUnencodable,
} from '../codec/errors.ts'
import type { Reader } from '../codec/reader.ts'
import type { UnknownTaggedField } from '../codec/tagged-field.ts'
import type { Writer } from '../codec/writer.ts'

export interface ApiVersionsRequest {
  clientSoftwareName: string
  clientSoftwareVersion: string
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function apiVersionsRequest(init: Partial<ApiVersionsRequest> = {}): ApiVersionsRequest {
  return {
    clientSoftwareName: init.clientSoftwareName ?? '',
    clientSoftwareVersion: init.clientSoftwareVersion ?? '',
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeApiVersionsRequest(reader: Reader, version: number): ApiVersionsRequest {
  const clientSoftwareName: string = version >= 3 ? reader.compactString() : ''
  const clientSoftwareVersion: string = version >= 3 ? reader.compactString() : ''
  const unknownTaggedFields = version >= 3 ? reader.unknownTags() : null
  return { clientSoftwareName, clientSoftwareVersion, unknownTaggedFields }
}

function encodeApiVersionsRequest(
  writer: Writer,
  message: ApiVersionsRequest,
  version: number,
): void {
  if (version >= 3) {
    writer.compactString(message.clientSoftwareName)
  }
  if (version >= 3) {
    writer.compactString(message.clientSoftwareVersion)
  }
  if (version >= 3) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('ApiVersionsRequest', 'unknownTaggedFields', version)
  }
}
export interface ApiVersionsResponse {
  errorCode: number
  apiKeys: ApiVersionsResponseApiKey[]
  throttleTimeMs: number
  supportedFeatures: ApiVersionsResponseSupportedFeature[]
  finalizedFeaturesEpoch: number
  finalizedFeatures: ApiVersionsResponseFinalizedFeature[]
  zkMigrationReady: boolean
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface ApiVersionsResponseFinalizedFeature {
  name: string
  maxVersionLevel: number
  minVersionLevel: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface ApiVersionsResponseSupportedFeature {
  name: string
  minVersion: number
  maxVersion: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface ApiVersionsResponseApiKey {
  apiKey: number
  minVersion: number
  maxVersion: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function apiVersionsResponse(init: Partial<ApiVersionsResponse> = {}): ApiVersionsResponse {
  return {
    errorCode: init.errorCode ?? 0,
    apiKeys: init.apiKeys ?? [],
    throttleTimeMs: init.throttleTimeMs ?? 0,
    supportedFeatures: init.supportedFeatures ?? [],
    finalizedFeaturesEpoch: init.finalizedFeaturesEpoch ?? -1,
    finalizedFeatures: init.finalizedFeatures ?? [],
    zkMigrationReady: init.zkMigrationReady ?? false,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function apiVersionsResponseFinalizedFeature(
  init: Partial<ApiVersionsResponseFinalizedFeature> = {},
): ApiVersionsResponseFinalizedFeature {
  return {
    name: init.name ?? '',
    maxVersionLevel: init.maxVersionLevel ?? 0,
    minVersionLevel: init.minVersionLevel ?? 0,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function apiVersionsResponseSupportedFeature(
  init: Partial<ApiVersionsResponseSupportedFeature> = {},
): ApiVersionsResponseSupportedFeature {
  return {
    name: init.name ?? '',
    minVersion: init.minVersion ?? 0,
    maxVersion: init.maxVersion ?? 0,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function apiVersionsResponseApiKey(
  init: Partial<ApiVersionsResponseApiKey> = {},
): ApiVersionsResponseApiKey {
  return {
    apiKey: init.apiKey ?? 0,
    minVersion: init.minVersion ?? 0,
    maxVersion: init.maxVersion ?? 0,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeApiVersionsResponse(reader: Reader, version: number): ApiVersionsResponse {
  const errorCode = reader.int16()
  const apiKeysCount = version >= 3 ? reader.compactArray(7) : reader.array(6)
  const apiKeys = decodeApiVersionsResponseApiKeyArray(reader, version, apiKeysCount)
  const throttleTimeMs: number = version >= 1 ? reader.int32() : 0

  const message: ApiVersionsResponse = {
    errorCode,
    apiKeys,
    throttleTimeMs,
    supportedFeatures: [],
    finalizedFeaturesEpoch: -1,
    finalizedFeatures: [],
    zkMigrationReady: false,
    unknownTaggedFields: null,
  }
  if (version >= 3) {
    const tags = reader.tagCount()
    if (tags !== 0) decodeApiVersionsResponseTags(reader, message, version, tags)
  }
  return message
}

function decodeApiVersionsResponseTags(
  reader: Reader,
  message: ApiVersionsResponse,
  version: number,
  count: number,
): void {
  for (let left = count; left > 0; left--) {
    const tag = reader.uvarint()
    const size = reader.tagSize()
    const end = reader.position + size
    if (tag === 0) {
      const supportedFeaturesCount = version >= 3 ? reader.compactArray(6) : 0
      const supportedFeatures = decodeApiVersionsResponseSupportedFeatureArray(
        reader,
        version,
        supportedFeaturesCount,
      )
      message.supportedFeatures = supportedFeatures
      reader.expectPosition(end, tag)
    } else if (tag === 1) {
      const finalizedFeaturesEpoch = reader.int64()
      message.finalizedFeaturesEpoch = finalizedFeaturesEpoch
      reader.expectPosition(end, tag)
    } else if (tag === 2) {
      const finalizedFeaturesCount = version >= 3 ? reader.compactArray(6) : 0
      const finalizedFeatures = decodeApiVersionsResponseFinalizedFeatureArray(
        reader,
        version,
        finalizedFeaturesCount,
      )
      message.finalizedFeatures = finalizedFeatures
      reader.expectPosition(end, tag)
    } else if (tag === 3) {
      const zkMigrationReady = reader.bool()
      message.zkMigrationReady = zkMigrationReady
      reader.expectPosition(end, tag)
    } else message.unknownTaggedFields = reader.unknownTag(message.unknownTaggedFields, tag, size)
  }
}

function decodeApiVersionsResponseFinalizedFeature(
  reader: Reader,
  _version: number,
): ApiVersionsResponseFinalizedFeature {
  const name = reader.compactString()
  const maxVersionLevel = reader.int16()
  const minVersionLevel = reader.int16()
  const unknownTaggedFields = reader.unknownTags()
  return { name, maxVersionLevel, minVersionLevel, unknownTaggedFields }
}

function decodeApiVersionsResponseFinalizedFeatureArray(
  reader: Reader,
  version: number,
  count: number,
): ApiVersionsResponseFinalizedFeature[] {
  reader.structs(count)
  const items = new Array<ApiVersionsResponseFinalizedFeature>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeApiVersionsResponseFinalizedFeature(reader, version)
  return items
}

function decodeApiVersionsResponseSupportedFeature(
  reader: Reader,
  _version: number,
): ApiVersionsResponseSupportedFeature {
  const name = reader.compactString()
  const minVersion = reader.int16()
  const maxVersion = reader.int16()
  const unknownTaggedFields = reader.unknownTags()
  return { name, minVersion, maxVersion, unknownTaggedFields }
}

function decodeApiVersionsResponseSupportedFeatureArray(
  reader: Reader,
  version: number,
  count: number,
): ApiVersionsResponseSupportedFeature[] {
  reader.structs(count)
  const items = new Array<ApiVersionsResponseSupportedFeature>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeApiVersionsResponseSupportedFeature(reader, version)
  return items
}

function decodeApiVersionsResponseApiKey(
  reader: Reader,
  version: number,
): ApiVersionsResponseApiKey {
  const apiKey = reader.int16()
  const minVersion = reader.int16()
  const maxVersion = reader.int16()
  const unknownTaggedFields = version >= 3 ? reader.unknownTags() : null
  return { apiKey, minVersion, maxVersion, unknownTaggedFields }
}

function decodeApiVersionsResponseApiKeyArray(
  reader: Reader,
  version: number,
  count: number,
): ApiVersionsResponseApiKey[] {
  reader.structs(count)
  const items = new Array<ApiVersionsResponseApiKey>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeApiVersionsResponseApiKey(reader, version)
  return items
}

function encodeApiVersionsResponse(
  writer: Writer,
  message: ApiVersionsResponse,
  version: number,
): void {
  writer.int16(message.errorCode)
  if (version >= 3) {
    writer.compactArray(message.apiKeys.length)
    encodeApiVersionsResponseApiKeyArray(writer, message.apiKeys, version)
  } else {
    writer.array(message.apiKeys.length)
    encodeApiVersionsResponseApiKeyArray(writer, message.apiKeys, version)
  }
  if (version >= 1) {
    writer.int32(message.throttleTimeMs)
  }

  if (version >= 3) {
    encodeApiVersionsResponseTags(writer, message, version)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('ApiVersionsResponse', 'unknownTaggedFields', version)
  }
}

function encodeApiVersionsResponseTags(
  writer: Writer,
  message: ApiVersionsResponse,
  version: number,
): void {
  const unknown = message.unknownTaggedFields
  const supportedFeaturesSet = message.supportedFeatures.length !== 0
  const finalizedFeaturesEpochSet = message.finalizedFeaturesEpoch !== -1
  const finalizedFeaturesSet = message.finalizedFeatures.length !== 0
  const zkMigrationReadySet = message.zkMigrationReady !== false
  if (
    !(
      supportedFeaturesSet ||
      finalizedFeaturesEpochSet ||
      finalizedFeaturesSet ||
      zkMigrationReadySet
    )
  ) {
    writer.onlyUnknownTags(unknown)
    return
  }
  let count = unknown === null ? 0 : unknown.length
  if (supportedFeaturesSet) count++
  if (finalizedFeaturesEpochSet) count++
  if (finalizedFeaturesSet) count++
  if (zkMigrationReadySet) count++
  writer.uvarint(count)
  let next = 0
  if (supportedFeaturesSet) {
    if (unknown !== null) next = writer.unknownTags(unknown, next, 0)
    const mark = writer.beginTag(0)
    writer.compactArray(message.supportedFeatures.length)
    encodeApiVersionsResponseSupportedFeatureArray(writer, message.supportedFeatures, version)
    writer.endTag(mark)
  }
  if (finalizedFeaturesEpochSet) {
    if (unknown !== null) next = writer.unknownTags(unknown, next, 1)
    const mark = writer.beginTag(1)
    writer.int64(message.finalizedFeaturesEpoch)
    writer.endTag(mark)
  }
  if (finalizedFeaturesSet) {
    if (unknown !== null) next = writer.unknownTags(unknown, next, 2)
    const mark = writer.beginTag(2)
    writer.compactArray(message.finalizedFeatures.length)
    encodeApiVersionsResponseFinalizedFeatureArray(writer, message.finalizedFeatures, version)
    writer.endTag(mark)
  }
  if (zkMigrationReadySet) {
    if (unknown !== null) next = writer.unknownTags(unknown, next, 3)
    const mark = writer.beginTag(3)
    writer.bool(message.zkMigrationReady)
    writer.endTag(mark)
  }
  if (unknown !== null) writer.unknownTags(unknown, next, Number.POSITIVE_INFINITY)
}

function encodeApiVersionsResponseFinalizedFeature(
  writer: Writer,
  message: ApiVersionsResponseFinalizedFeature,
  _version: number,
): void {
  writer.compactString(message.name)
  writer.int16(message.maxVersionLevel)
  writer.int16(message.minVersionLevel)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeApiVersionsResponseFinalizedFeatureArray(
  writer: Writer,
  items: readonly ApiVersionsResponseFinalizedFeature[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeApiVersionsResponseFinalizedFeature(writer, items[index]!, version)
}

function encodeApiVersionsResponseSupportedFeature(
  writer: Writer,
  message: ApiVersionsResponseSupportedFeature,
  _version: number,
): void {
  writer.compactString(message.name)
  writer.int16(message.minVersion)
  writer.int16(message.maxVersion)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeApiVersionsResponseSupportedFeatureArray(
  writer: Writer,
  items: readonly ApiVersionsResponseSupportedFeature[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeApiVersionsResponseSupportedFeature(writer, items[index]!, version)
}

function encodeApiVersionsResponseApiKey(
  writer: Writer,
  message: ApiVersionsResponseApiKey,
  version: number,
): void {
  writer.int16(message.apiKey)
  writer.int16(message.minVersion)
  writer.int16(message.maxVersion)
  if (version >= 3) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('ApiVersionsResponseApiKey', 'unknownTaggedFields', version)
  }
}

function encodeApiVersionsResponseApiKeyArray(
  writer: Writer,
  items: readonly ApiVersionsResponseApiKey[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeApiVersionsResponseApiKey(writer, items[index]!, version)
}

export const apiVersionsApi: Api<ApiVersionsRequest, ApiVersionsResponse> = {
  key: 18,
  name: 'ApiVersions',
  versionMin: 0,
  versionMax: 4,
  versionMaxStable: 4,
  flexibleSince: 3,
  listeners: ['broker', 'controller'],
  request: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 4))
        throwVersionUndecodable('ApiVersionsRequest', version, '0-4')
      return decodeApiVersionsRequest(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 4))
        throwVersionUnencodable('ApiVersionsRequest', version, '0-4')
      encodeApiVersionsRequest(writer, message, version)
    },
  },
  response: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 4))
        throwVersionUndecodable('ApiVersionsResponse', version, '0-4')
      return decodeApiVersionsResponse(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 4))
        throwVersionUnencodable('ApiVersionsResponse', version, '0-4')
      encodeApiVersionsResponse(writer, message, version)
    },
  },
  requestHeaderVersion: (version) => (version >= 3 ? 2 : 1),
  responseHeaderVersion: () => 0,
}
