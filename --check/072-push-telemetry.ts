import { ZERO_UUID } from '@samsa/base'
import type { Uuid } from '@samsa/base'
import type { Api } from '../api.ts'
import { throwVersionUndecodable, throwVersionUnencodable } from '../codec/errors.ts'
import type { Reader } from '../codec/reader.ts'
import { EMPTY_BYTES } from '../codec/records.ts'
import type { UnknownTaggedField } from '../codec/tagged-field.ts'
import type { Writer } from '../codec/writer.ts'

export interface PushTelemetryRequest {
  clientInstanceId: Uuid
  subscriptionId: number
  terminating: boolean
  compressionType: number
  metrics: Uint8Array
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function pushTelemetryRequest(
  init: Partial<PushTelemetryRequest> = {},
): PushTelemetryRequest {
  return {
    clientInstanceId: init.clientInstanceId ?? ZERO_UUID,
    subscriptionId: init.subscriptionId ?? 0,
    terminating: init.terminating ?? false,
    compressionType: init.compressionType ?? 0,
    metrics: init.metrics ?? EMPTY_BYTES,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodePushTelemetryRequest(reader: Reader, _version: number): PushTelemetryRequest {
  const clientInstanceId = reader.uuid()
  const subscriptionId = reader.int32()
  const terminating = reader.bool()
  const compressionType = reader.int8()
  const metrics = reader.compactBytes()
  const unknownTaggedFields = reader.unknownTags()
  return {
    clientInstanceId,
    subscriptionId,
    terminating,
    compressionType,
    metrics,
    unknownTaggedFields,
  }
}

function encodePushTelemetryRequest(
  writer: Writer,
  message: PushTelemetryRequest,
  _version: number,
): void {
  writer.uuid(message.clientInstanceId)
  writer.int32(message.subscriptionId)
  writer.bool(message.terminating)
  writer.int8(message.compressionType)
  writer.compactBytes(message.metrics)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}
export interface PushTelemetryResponse {
  throttleTimeMs: number
  errorCode: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function pushTelemetryResponse(
  init: Partial<PushTelemetryResponse> = {},
): PushTelemetryResponse {
  return {
    throttleTimeMs: init.throttleTimeMs ?? 0,
    errorCode: init.errorCode ?? 0,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodePushTelemetryResponse(reader: Reader, _version: number): PushTelemetryResponse {
  const throttleTimeMs = reader.int32()
  const errorCode = reader.int16()
  const unknownTaggedFields = reader.unknownTags()
  return { throttleTimeMs, errorCode, unknownTaggedFields }
}

function encodePushTelemetryResponse(
  writer: Writer,
  message: PushTelemetryResponse,
  _version: number,
): void {
  writer.int32(message.throttleTimeMs)
  writer.int16(message.errorCode)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

export const pushTelemetryApi: Api<PushTelemetryRequest, PushTelemetryResponse> = {
  key: 72,
  name: 'PushTelemetry',
  versionMin: 0,
  versionMax: 0,
  versionMaxStable: 0,
  flexibleSince: 0,
  listeners: ['broker'],
  request: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUndecodable('PushTelemetryRequest', version, '0')
      return decodePushTelemetryRequest(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUnencodable('PushTelemetryRequest', version, '0')
      encodePushTelemetryRequest(writer, message, version)
    },
  },
  response: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUndecodable('PushTelemetryResponse', version, '0')
      return decodePushTelemetryResponse(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUnencodable('PushTelemetryResponse', version, '0')
      encodePushTelemetryResponse(writer, message, version)
    },
  },
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1,
}
