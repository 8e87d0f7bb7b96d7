import type { Api } from '../api.ts'
import {
  throwFieldAbsent,
  throwVersionUndecodable,
  throwVersionUnencodable,
} from '../codec/errors.ts'
import type { Reader } from '../codec/reader.ts'
import type { UnknownTaggedField } from '../codec/tagged-field.ts'
import type { Writer } from '../codec/writer.ts'

export interface UpdateFeaturesRequest {
  timeoutMs: number
  featureUpdates: UpdateFeaturesRequestFeatureUpdate[]
  validateOnly: boolean
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface UpdateFeaturesRequestFeatureUpdate {
  feature: string
  maxVersionLevel: number
  allowDowngrade: boolean
  upgradeType: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function updateFeaturesRequest(
  init: Partial<UpdateFeaturesRequest> = {},
): UpdateFeaturesRequest {
  return {
    timeoutMs: init.timeoutMs ?? 60000,
    featureUpdates: init.featureUpdates ?? [],
    validateOnly: init.validateOnly ?? false,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function updateFeaturesRequestFeatureUpdate(
  init: Partial<UpdateFeaturesRequestFeatureUpdate> = {},
): UpdateFeaturesRequestFeatureUpdate {
  return {
    feature: init.feature ?? '',
    maxVersionLevel: init.maxVersionLevel ?? 0,
    allowDowngrade: init.allowDowngrade ?? false,
    upgradeType: init.upgradeType ?? 1,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeUpdateFeaturesRequest(reader: Reader, version: number): UpdateFeaturesRequest {
  const timeoutMs = reader.int32()
  const featureUpdatesCount = reader.compactArray(5)
  const featureUpdates = decodeUpdateFeaturesRequestFeatureUpdateArray(
    reader,
    version,
    featureUpdatesCount,
  )
  const validateOnly: boolean = version >= 1 ? reader.bool() : false
  const unknownTaggedFields = reader.unknownTags()
  return { timeoutMs, featureUpdates, validateOnly, unknownTaggedFields }
}

function decodeUpdateFeaturesRequestFeatureUpdate(
  reader: Reader,
  version: number,
): UpdateFeaturesRequestFeatureUpdate {
  const feature = reader.compactString()
  const maxVersionLevel = reader.int16()
  const allowDowngrade: boolean = version >= 1 ? false : reader.bool()
  const upgradeType: number = version >= 1 ? reader.int8() : 1
  const unknownTaggedFields = reader.unknownTags()
  return { feature, maxVersionLevel, allowDowngrade, upgradeType, unknownTaggedFields }
}

function decodeUpdateFeaturesRequestFeatureUpdateArray(
  reader: Reader,
  version: number,
  count: number,
): UpdateFeaturesRequestFeatureUpdate[] {
  reader.structs(count)
  const items = new Array<UpdateFeaturesRequestFeatureUpdate>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeUpdateFeaturesRequestFeatureUpdate(reader, version)
  return items
}

function encodeUpdateFeaturesRequest(
  writer: Writer,
  message: UpdateFeaturesRequest,
  version: number,
): void {
  writer.int32(message.timeoutMs)
  writer.compactArray(message.featureUpdates.length)
  encodeUpdateFeaturesRequestFeatureUpdateArray(writer, message.featureUpdates, version)
  if (version >= 1) {
    writer.bool(message.validateOnly)
  } else {
    if (message.validateOnly !== false)
      throwFieldAbsent('UpdateFeaturesRequest', 'validateOnly', version)
  }
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeUpdateFeaturesRequestFeatureUpdate(
  writer: Writer,
  message: UpdateFeaturesRequestFeatureUpdate,
  version: number,
): void {
  writer.compactString(message.feature)
  writer.int16(message.maxVersionLevel)
  if (version >= 1) {
    if (message.allowDowngrade !== false)
      throwFieldAbsent('UpdateFeaturesRequestFeatureUpdate', 'allowDowngrade', version)
  } else {
    writer.bool(message.allowDowngrade)
  }
  if (version >= 1) {
    writer.int8(message.upgradeType)
  } else {
    if (message.upgradeType !== 1)
      throwFieldAbsent('UpdateFeaturesRequestFeatureUpdate', 'upgradeType', version)
  }
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeUpdateFeaturesRequestFeatureUpdateArray(
  writer: Writer,
  items: readonly UpdateFeaturesRequestFeatureUpdate[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeUpdateFeaturesRequestFeatureUpdate(writer, items[index]!, version)
}
export interface UpdateFeaturesResponse {
  throttleTimeMs: number
  errorCode: number
  errorMessage: string | null
  results: UpdateFeaturesResponseResult[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface UpdateFeaturesResponseResult {
  feature: string
  errorCode: number
  errorMessage: string | null
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function updateFeaturesResponse(
  init: Partial<UpdateFeaturesResponse> = {},
): UpdateFeaturesResponse {
  return {
    throttleTimeMs: init.throttleTimeMs ?? 0,
    errorCode: init.errorCode ?? 0,
    errorMessage: init.errorMessage === undefined ? '' : init.errorMessage,
    results: init.results ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function updateFeaturesResponseResult(
  init: Partial<UpdateFeaturesResponseResult> = {},
): UpdateFeaturesResponseResult {
  return {
    feature: init.feature ?? '',
    errorCode: init.errorCode ?? 0,
    errorMessage: init.errorMessage === undefined ? '' : init.errorMessage,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeUpdateFeaturesResponse(reader: Reader, version: number): UpdateFeaturesResponse {
  const throttleTimeMs = reader.int32()
  const errorCode = reader.int16()
  const errorMessage = reader.compactNullableString()
  const resultsCount = version >= 2 ? 0 : reader.compactArray(5)
  const results = decodeUpdateFeaturesResponseResultArray(reader, version, resultsCount)
  const unknownTaggedFields = reader.unknownTags()
  return { throttleTimeMs, errorCode, errorMessage, results, unknownTaggedFields }
}

function decodeUpdateFeaturesResponseResult(
  reader: Reader,
  _version: number,
): UpdateFeaturesResponseResult {
  const feature = reader.compactString()
  const errorCode = reader.int16()
  const errorMessage = reader.compactNullableString()
  const unknownTaggedFields = reader.unknownTags()
  return { feature, errorCode, errorMessage, unknownTaggedFields }
}

function decodeUpdateFeaturesResponseResultArray(
  reader: Reader,
  version: number,
  count: number,
): UpdateFeaturesResponseResult[] {
  reader.structs(count)
  const items = new Array<UpdateFeaturesResponseResult>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeUpdateFeaturesResponseResult(reader, version)
  return items
}

function encodeUpdateFeaturesResponse(
  writer: Writer,
  message: UpdateFeaturesResponse,
  version: number,
): void {
  writer.int32(message.throttleTimeMs)
  writer.int16(message.errorCode)
  writer.compactNullableString(message.errorMessage)
  if (version < 2) {
    writer.compactArray(message.results.length)
    encodeUpdateFeaturesResponseResultArray(writer, message.results, version)
  }
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeUpdateFeaturesResponseResult(
  writer: Writer,
  message: UpdateFeaturesResponseResult,
  _version: number,
): void {
  writer.compactString(message.feature)
  writer.int16(message.errorCode)
  writer.compactNullableString(message.errorMessage)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeUpdateFeaturesResponseResultArray(
  writer: Writer,
  items: readonly UpdateFeaturesResponseResult[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeUpdateFeaturesResponseResult(writer, items[index]!, version)
}

export const updateFeaturesApi: Api<UpdateFeaturesRequest, UpdateFeaturesResponse> = {
  key: 57,
  name: 'UpdateFeatures',
  versionMin: 0,
  versionMax: 2,
  versionMaxStable: 2,
  flexibleSince: 0,
  listeners: ['broker', 'controller'],
  request: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 2))
        throwVersionUndecodable('UpdateFeaturesRequest', version, '0-2')
      return decodeUpdateFeaturesRequest(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 2))
        throwVersionUnencodable('UpdateFeaturesRequest', version, '0-2')
      encodeUpdateFeaturesRequest(writer, message, version)
    },
  },
  response: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 2))
        throwVersionUndecodable('UpdateFeaturesResponse', version, '0-2')
      return decodeUpdateFeaturesResponse(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 2))
        throwVersionUnencodable('UpdateFeaturesResponse', version, '0-2')
      encodeUpdateFeaturesResponse(writer, message, version)
    },
  },
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1,
}
