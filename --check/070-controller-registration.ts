import { ZERO_UUID } from '@samsa/base'
import type { Uuid } from '@samsa/base'
import type { Api } from '../api.ts'
import { throwVersionUndecodable, throwVersionUnencodable } from '../codec/errors.ts'
import type { Reader } from '../codec/reader.ts'
import type { UnknownTaggedField } from '../codec/tagged-field.ts'
import type { Writer } from '../codec/writer.ts'

export interface ControllerRegistrationRequest {
  controllerId: number
  incarnationId: Uuid
  zkMigrationReady: boolean
  listeners: ControllerRegistrationRequestListener[]
  features: ControllerRegistrationRequestFeature[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface ControllerRegistrationRequestFeature {
  name: string
  minSupportedVersion: number
  maxSupportedVersion: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface ControllerRegistrationRequestListener {
  name: string
  host: string
  port: number
  securityProtocol: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function controllerRegistrationRequest(
  init: Partial<ControllerRegistrationRequest> = {},
): ControllerRegistrationRequest {
  return {
    controllerId: init.controllerId ?? 0,
    incarnationId: init.incarnationId ?? ZERO_UUID,
    zkMigrationReady: init.zkMigrationReady ?? false,
    listeners: init.listeners ?? [],
    features: init.features ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function controllerRegistrationRequestFeature(
  init: Partial<ControllerRegistrationRequestFeature> = {},
): ControllerRegistrationRequestFeature {
  return {
    name: init.name ?? '',
    minSupportedVersion: init.minSupportedVersion ?? 0,
    maxSupportedVersion: init.maxSupportedVersion ?? 0,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function controllerRegistrationRequestListener(
  init: Partial<ControllerRegistrationRequestListener> = {},
): ControllerRegistrationRequestListener {
  return {
    name: init.name ?? '',
    host: init.host ?? '',
    port: init.port ?? 0,
    securityProtocol: init.securityProtocol ?? 0,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeControllerRegistrationRequest(
  reader: Reader,
  version: number,
): ControllerRegistrationRequest {
  const controllerId = reader.int32()
  const incarnationId = reader.uuid()
  const zkMigrationReady = reader.bool()
  const listenersCount = reader.compactArray(7)
  const listeners = decodeControllerRegistrationRequestListenerArray(
    reader,
    version,
    listenersCount,
  )
  const featuresCount = reader.compactArray(6)
  const features = decodeControllerRegistrationRequestFeatureArray(reader, version, featuresCount)
  const unknownTaggedFields = reader.unknownTags()
  return { controllerId, incarnationId, zkMigrationReady, listeners, features, unknownTaggedFields }
}

function decodeControllerRegistrationRequestFeature(
  reader: Reader,
  _version: number,
): ControllerRegistrationRequestFeature {
  const name = reader.compactString()
  const minSupportedVersion = reader.int16()
  const maxSupportedVersion = reader.int16()
  const unknownTaggedFields = reader.unknownTags()
  return { name, minSupportedVersion, maxSupportedVersion, unknownTaggedFields }
}

function decodeControllerRegistrationRequestFeatureArray(
  reader: Reader,
  version: number,
  count: number,
): ControllerRegistrationRequestFeature[] {
  reader.structs(count)
  const items = new Array<ControllerRegistrationRequestFeature>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeControllerRegistrationRequestFeature(reader, version)
  return items
}

function decodeControllerRegistrationRequestListener(
  reader: Reader,
  _version: number,
): ControllerRegistrationRequestListener {
  const name = reader.compactString()
  const host = reader.compactString()
  const port = reader.uint16()
  const securityProtocol = reader.int16()
  const unknownTaggedFields = reader.unknownTags()
  return { name, host, port, securityProtocol, unknownTaggedFields }
}

function decodeControllerRegistrationRequestListenerArray(
  reader: Reader,
  version: number,
  count: number,
): ControllerRegistrationRequestListener[] {
  reader.structs(count)
  const items = new Array<ControllerRegistrationRequestListener>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeControllerRegistrationRequestListener(reader, version)
  return items
}

function encodeControllerRegistrationRequest(
  writer: Writer,
  message: ControllerRegistrationRequest,
  version: number,
): void {
  writer.int32(message.controllerId)
  writer.uuid(message.incarnationId)
  writer.bool(message.zkMigrationReady)
  writer.compactArray(message.listeners.length)
  encodeControllerRegistrationRequestListenerArray(writer, message.listeners, version)
  writer.compactArray(message.features.length)
  encodeControllerRegistrationRequestFeatureArray(writer, message.features, version)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeControllerRegistrationRequestFeature(
  writer: Writer,
  message: ControllerRegistrationRequestFeature,
  _version: number,
): void {
  writer.compactString(message.name)
  writer.int16(message.minSupportedVersion)
  writer.int16(message.maxSupportedVersion)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeControllerRegistrationRequestFeatureArray(
  writer: Writer,
  items: readonly ControllerRegistrationRequestFeature[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeControllerRegistrationRequestFeature(writer, items[index]!, version)
}

function encodeControllerRegistrationRequestListener(
  writer: Writer,
  message: ControllerRegistrationRequestListener,
  _version: number,
): void {
  writer.compactString(message.name)
  writer.compactString(message.host)
  writer.uint16(message.port)
  writer.int16(message.securityProtocol)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeControllerRegistrationRequestListenerArray(
  writer: Writer,
  items: readonly ControllerRegistrationRequestListener[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeControllerRegistrationRequestListener(writer, items[index]!, version)
}
export interface ControllerRegistrationResponse {
  throttleTimeMs: number
  errorCode: number
  errorMessage: string | null
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function controllerRegistrationResponse(
  init: Partial<ControllerRegistrationResponse> = {},
): ControllerRegistrationResponse {
  return {
    throttleTimeMs: init.throttleTimeMs ?? 0,
    errorCode: init.errorCode ?? 0,
    errorMessage: init.errorMessage === undefined ? '' : init.errorMessage,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeControllerRegistrationResponse(
  reader: Reader,
  _version: number,
): ControllerRegistrationResponse {
  const throttleTimeMs = reader.int32()
  const errorCode = reader.int16()
  const errorMessage = reader.compactNullableString()
  const unknownTaggedFields = reader.unknownTags()
  return { throttleTimeMs, errorCode, errorMessage, unknownTaggedFields }
}

function encodeControllerRegistrationResponse(
  writer: Writer,
  message: ControllerRegistrationResponse,
  _version: number,
): void {
  writer.int32(message.throttleTimeMs)
  writer.int16(message.errorCode)
  writer.compactNullableString(message.errorMessage)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

export const controllerRegistrationApi: Api<
  ControllerRegistrationRequest,
  ControllerRegistrationResponse
> = {
  key: 70,
  name: 'ControllerRegistration',
  versionMin: 0,
  versionMax: 0,
  versionMaxStable: 0,
  flexibleSince: 0,
  listeners: ['controller'],
  request: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUndecodable('ControllerRegistrationRequest', version, '0')
      return decodeControllerRegistrationRequest(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUnencodable('ControllerRegistrationRequest', version, '0')
      encodeControllerRegistrationRequest(writer, message, version)
    },
  },
  response: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUndecodable('ControllerRegistrationResponse', version, '0')
      return decodeControllerRegistrationResponse(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUnencodable('ControllerRegistrationResponse', version, '0')
      encodeControllerRegistrationResponse(writer, message, version)
    },
  },
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1,
}
