import { ZERO_UUID } from '@samsa/base'
import type { Uuid } from '@samsa/base'
import type { Api } from '../api.ts'
import { readInt8s, writeInt8s, readCompactStrings, writeCompactStrings } from '../codec/arrays.ts'
import { throwVersionUndecodable, throwVersionUnencodable } from '../codec/errors.ts'
import type { Reader } from '../codec/reader.ts'
import type { UnknownTaggedField } from '../codec/tagged-field.ts'
import type { Writer } from '../codec/writer.ts'

export interface GetTelemetrySubscriptionsRequest {
  clientInstanceId: Uuid
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function getTelemetrySubscriptionsRequest(
  init: Partial<GetTelemetrySubscriptionsRequest> = {},
): GetTelemetrySubscriptionsRequest {
  return {
    clientInstanceId: init.clientInstanceId ?? ZERO_UUID,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeGetTelemetrySubscriptionsRequest(
  reader: Reader,
  _version: number,
): GetTelemetrySubscriptionsRequest {
  const clientInstanceId = reader.uuid()
  const unknownTaggedFields = reader.unknownTags()
  return { clientInstanceId, unknownTaggedFields }
}

function encodeGetTelemetrySubscriptionsRequest(
  writer: Writer,
  message: GetTelemetrySubscriptionsRequest,
  _version: number,
): void {
  writer.uuid(message.clientInstanceId)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}
export interface GetTelemetrySubscriptionsResponse {
  throttleTimeMs: number
  errorCode: number
  clientInstanceId: Uuid
  subscriptionId: number
  acceptedCompressionTypes: number[]
  pushIntervalMs: number
  telemetryMaxBytes: number
  deltaTemporality: boolean
  requestedMetrics: string[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function getTelemetrySubscriptionsResponse(
  init: Partial<GetTelemetrySubscriptionsResponse> = {},
): GetTelemetrySubscriptionsResponse {
  return {
    throttleTimeMs: init.throttleTimeMs ?? 0,
    errorCode: init.errorCode ?? 0,
    clientInstanceId: init.clientInstanceId ?? ZERO_UUID,
    subscriptionId: init.subscriptionId ?? 0,
    acceptedCompressionTypes: init.acceptedCompressionTypes ?? [],
    pushIntervalMs: init.pushIntervalMs ?? 0,
    telemetryMaxBytes: init.telemetryMaxBytes ?? 0,
    deltaTemporality: init.deltaTemporality ?? false,
    requestedMetrics: init.requestedMetrics ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeGetTelemetrySubscriptionsResponse(
  reader: Reader,
  _version: number,
): GetTelemetrySubscriptionsResponse {
  const throttleTimeMs = reader.int32()
  const errorCode = reader.int16()
  const clientInstanceId = reader.uuid()
  const subscriptionId = reader.int32()
  const acceptedCompressionTypesCount = reader.compactArray(1)
  const acceptedCompressionTypes = readInt8s(reader, acceptedCompressionTypesCount)
  const pushIntervalMs = reader.int32()
  const telemetryMaxBytes = reader.int32()
  const deltaTemporality = reader.bool()
  const requestedMetricsCount = reader.compactArray(1)
  const requestedMetrics = readCompactStrings(reader, requestedMetricsCount)
  const unknownTaggedFields = reader.unknownTags()
  return {
    throttleTimeMs,
    errorCode,
    clientInstanceId,
    subscriptionId,
    acceptedCompressionTypes,
    pushIntervalMs,
    telemetryMaxBytes,
    deltaTemporality,
    requestedMetrics,
    unknownTaggedFields,
  }
}

function encodeGetTelemetrySubscriptionsResponse(
  writer: Writer,
  message: GetTelemetrySubscriptionsResponse,
  _version: number,
): void {
  writer.int32(message.throttleTimeMs)
  writer.int16(message.errorCode)
  writer.uuid(message.clientInstanceId)
  writer.int32(message.subscriptionId)
  writer.compactArray(message.acceptedCompressionTypes.length)
  writeInt8s(writer, message.acceptedCompressionTypes)
  writer.int32(message.pushIntervalMs)
  writer.int32(message.telemetryMaxBytes)
  writer.bool(message.deltaTemporality)
  writer.compactArray(message.requestedMetrics.length)
  writeCompactStrings(writer, message.requestedMetrics)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

export const getTelemetrySubscriptionsApi: Api<
  GetTelemetrySubscriptionsRequest,
  GetTelemetrySubscriptionsResponse
> = {
  key: 71,
  name: 'GetTelemetrySubscriptions',
  versionMin: 0,
  versionMax: 0,
  versionMaxStable: 0,
  flexibleSince: 0,
  listeners: ['broker'],
  request: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUndecodable('GetTelemetrySubscriptionsRequest', version, '0')
      return decodeGetTelemetrySubscriptionsRequest(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUnencodable('GetTelemetrySubscriptionsRequest', version, '0')
      encodeGetTelemetrySubscriptionsRequest(writer, message, version)
    },
  },
  response: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUndecodable('GetTelemetrySubscriptionsResponse', version, '0')
      return decodeGetTelemetrySubscriptionsResponse(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUnencodable('GetTelemetrySubscriptionsResponse', version, '0')
      encodeGetTelemetrySubscriptionsResponse(writer, message, version)
    },
  },
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1,
}
