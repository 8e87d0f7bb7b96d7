import { ZERO_UUID } from '@samsa/base'
import type { Uuid } from '@samsa/base'
import type { Api } from '../api.ts'
import { readUuids, writeUuids } from '../codec/arrays.ts'
import {
  throwFieldAbsent,
  throwVersionUndecodable,
  throwVersionUnencodable,
} from '../codec/errors.ts'
import type { Reader } from '../codec/reader.ts'
import type { UnknownTaggedField } from '../codec/tagged-field.ts'
import type { Writer } from '../codec/writer.ts'

export interface BrokerRegistrationRequest {
  brokerId: number
  clusterId: string
  incarnationId: Uuid
  listeners: BrokerRegistrationRequestListener[]
  features: BrokerRegistrationRequestFeature[]
  rack: string | null
  isMigratingZkBroker: boolean
  logDirs: Uuid[]
  previousBrokerEpoch: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface BrokerRegistrationRequestFeature {
  name: string
  minSupportedVersion: number
  maxSupportedVersion: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface BrokerRegistrationRequestListener {
  name: string
  host: string
  port: number
  securityProtocol: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function brokerRegistrationRequest(
  init: Partial<BrokerRegistrationRequest> = {},
): BrokerRegistrationRequest {
  return {
    brokerId: init.brokerId ?? 0,
    clusterId: init.clusterId ?? '',
    incarnationId: init.incarnationId ?? ZERO_UUID,
    listeners: init.listeners ?? [],
    features: init.features ?? [],
    rack: init.rack === undefined ? '' : init.rack,
    isMigratingZkBroker: init.isMigratingZkBroker ?? false,
    logDirs: init.logDirs ?? [],
    previousBrokerEpoch: init.previousBrokerEpoch ?? -1,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function brokerRegistrationRequestFeature(
  init: Partial<BrokerRegistrationRequestFeature> = {},
): BrokerRegistrationRequestFeature {
  return {
    name: init.name ?? '',
    minSupportedVersion: init.minSupportedVersion ?? 0,
    maxSupportedVersion: init.maxSupportedVersion ?? 0,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function brokerRegistrationRequestListener(
  init: Partial<BrokerRegistrationRequestListener> = {},
): BrokerRegistrationRequestListener {
  return {
    name: init.name ?? '',
    host: init.host ?? '',
    port: init.port ?? 0,
    securityProtocol: init.securityProtocol ?? 0,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeBrokerRegistrationRequest(
  reader: Reader,
  version: number,
): BrokerRegistrationRequest {
  const brokerId = reader.int32()
  const clusterId = reader.compactString()
  const incarnationId = reader.uuid()
  const listenersCount = reader.compactArray(7)
  const listeners = decodeBrokerRegistrationRequestListenerArray(reader, version, listenersCount)
  const featuresCount = reader.compactArray(6)
  const features = decodeBrokerRegistrationRequestFeatureArray(reader, version, featuresCount)
  const rack = reader.compactNullableString()
  const isMigratingZkBroker: boolean = version >= 1 ? reader.bool() : false
  const logDirsCount = version >= 2 ? reader.compactArray(16) : 0
  const logDirs = readUuids(reader, logDirsCount)
  const previousBrokerEpoch: number = version >= 3 ? reader.int64() : -1
  const unknownTaggedFields = reader.unknownTags()
  return {
    brokerId,
    clusterId,
    incarnationId,
    listeners,
    features,
    rack,
    isMigratingZkBroker,
    logDirs,
    previousBrokerEpoch,
    unknownTaggedFields,
  }
}

function decodeBrokerRegistrationRequestFeature(
  reader: Reader,
  _version: number,
): BrokerRegistrationRequestFeature {
  const name = reader.compactString()
  const minSupportedVersion = reader.int16()
  const maxSupportedVersion = reader.int16()
  const unknownTaggedFields = reader.unknownTags()
  return { name, minSupportedVersion, maxSupportedVersion, unknownTaggedFields }
}

function decodeBrokerRegistrationRequestFeatureArray(
  reader: Reader,
  version: number,
  count: number,
): BrokerRegistrationRequestFeature[] {
  reader.structs(count)
  const items = new Array<BrokerRegistrationRequestFeature>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeBrokerRegistrationRequestFeature(reader, version)
  return items
}

function decodeBrokerRegistrationRequestListener(
  reader: Reader,
  _version: number,
): BrokerRegistrationRequestListener {
  const name = reader.compactString()
  const host = reader.compactString()
  const port = reader.uint16()
  const securityProtocol = reader.int16()
  const unknownTaggedFields = reader.unknownTags()
  return { name, host, port, securityProtocol, unknownTaggedFields }
}

function decodeBrokerRegistrationRequestListenerArray(
  reader: Reader,
  version: number,
  count: number,
): BrokerRegistrationRequestListener[] {
  reader.structs(count)
  const items = new Array<BrokerRegistrationRequestListener>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeBrokerRegistrationRequestListener(reader, version)
  return items
}

function encodeBrokerRegistrationRequest(
  writer: Writer,
  message: BrokerRegistrationRequest,
  version: number,
): void {
  writer.int32(message.brokerId)
  writer.compactString(message.clusterId)
  writer.uuid(message.incarnationId)
  writer.compactArray(message.listeners.length)
  encodeBrokerRegistrationRequestListenerArray(writer, message.listeners, version)
  writer.compactArray(message.features.length)
  encodeBrokerRegistrationRequestFeatureArray(writer, message.features, version)
  writer.compactNullableString(message.rack)
  if (version >= 1) {
    writer.bool(message.isMigratingZkBroker)
  } else {
    if (message.isMigratingZkBroker !== false)
      throwFieldAbsent('BrokerRegistrationRequest', 'isMigratingZkBroker', version)
  }
  if (version >= 2) {
    writer.compactArray(message.logDirs.length)
    writeUuids(writer, message.logDirs)
  }
  if (version >= 3) {
    writer.int64(message.previousBrokerEpoch)
  }
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeBrokerRegistrationRequestFeature(
  writer: Writer,
  message: BrokerRegistrationRequestFeature,
  _version: number,
): void {
  writer.compactString(message.name)
  writer.int16(message.minSupportedVersion)
  writer.int16(message.maxSupportedVersion)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeBrokerRegistrationRequestFeatureArray(
  writer: Writer,
  items: readonly BrokerRegistrationRequestFeature[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeBrokerRegistrationRequestFeature(writer, items[index]!, version)
}

function encodeBrokerRegistrationRequestListener(
  writer: Writer,
  message: BrokerRegistrationRequestListener,
  _version: number,
): void {
  writer.compactString(message.name)
  writer.compactString(message.host)
  writer.uint16(message.port)
  writer.int16(message.securityProtocol)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeBrokerRegistrationRequestListenerArray(
  writer: Writer,
  items: readonly BrokerRegistrationRequestListener[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeBrokerRegistrationRequestListener(writer, items[index]!, version)
}
export interface BrokerRegistrationResponse {
  throttleTimeMs: number
  errorCode: number
  brokerEpoch: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function brokerRegistrationResponse(
  init: Partial<BrokerRegistrationResponse> = {},
): BrokerRegistrationResponse {
  return {
    throttleTimeMs: init.throttleTimeMs ?? 0,
    errorCode: init.errorCode ?? 0,
    brokerEpoch: init.brokerEpoch ?? -1,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeBrokerRegistrationResponse(
  reader: Reader,
  _version: number,
): BrokerRegistrationResponse {
  const throttleTimeMs = reader.int32()
  const errorCode = reader.int16()
  const brokerEpoch = reader.int64()
  const unknownTaggedFields = reader.unknownTags()
  return { throttleTimeMs, errorCode, brokerEpoch, unknownTaggedFields }
}

function encodeBrokerRegistrationResponse(
  writer: Writer,
  message: BrokerRegistrationResponse,
  _version: number,
): void {
  writer.int32(message.throttleTimeMs)
  writer.int16(message.errorCode)
  writer.int64(message.brokerEpoch)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

export const brokerRegistrationApi: Api<BrokerRegistrationRequest, BrokerRegistrationResponse> = {
  key: 62,
  name: 'BrokerRegistration',
  versionMin: 0,
  versionMax: 4,
  versionMaxStable: 4,
  flexibleSince: 0,
  listeners: ['controller'],
  request: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 4))
        throwVersionUndecodable('BrokerRegistrationRequest', version, '0-4')
      return decodeBrokerRegistrationRequest(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 4))
        throwVersionUnencodable('BrokerRegistrationRequest', version, '0-4')
      encodeBrokerRegistrationRequest(writer, message, version)
    },
  },
  response: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 4))
        throwVersionUndecodable('BrokerRegistrationResponse', version, '0-4')
      return decodeBrokerRegistrationResponse(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 4))
        throwVersionUnencodable('BrokerRegistrationResponse', version, '0-4')
      encodeBrokerRegistrationResponse(writer, message, version)
    },
  },
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1,
}
