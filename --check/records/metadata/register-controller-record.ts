import { ZERO_UUID } from '@samsa/base'
import type { Uuid } from '@samsa/base'
import type { RecordSchema } from '../../../api.ts'
import { throwVersionUndecodable, throwVersionUnencodable } from '../../../codec/errors.ts'
import type { Reader } from '../../../codec/reader.ts'
import type { UnknownTaggedField } from '../../../codec/tagged-field.ts'
import type { Writer } from '../../../codec/writer.ts'

export interface RegisterControllerRecord {
  controllerId: number
  incarnationId: Uuid
  zkMigrationReady: boolean
  endPoints: RegisterControllerRecordEndPoint[]
  features: RegisterControllerRecordFeature[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface RegisterControllerRecordFeature {
  name: string
  minSupportedVersion: number
  maxSupportedVersion: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface RegisterControllerRecordEndPoint {
  name: string
  host: string
  port: number
  securityProtocol: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function registerControllerRecord(
  init: Partial<RegisterControllerRecord> = {},
): RegisterControllerRecord {
  return {
    controllerId: init.controllerId ?? 0,
    incarnationId: init.incarnationId ?? ZERO_UUID,
    zkMigrationReady: init.zkMigrationReady ?? false,
    endPoints: init.endPoints ?? [],
    features: init.features ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function registerControllerRecordFeature(
  init: Partial<RegisterControllerRecordFeature> = {},
): RegisterControllerRecordFeature {
  return {
    name: init.name ?? '',
    minSupportedVersion: init.minSupportedVersion ?? 0,
    maxSupportedVersion: init.maxSupportedVersion ?? 0,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function registerControllerRecordEndPoint(
  init: Partial<RegisterControllerRecordEndPoint> = {},
): RegisterControllerRecordEndPoint {
  return {
    name: init.name ?? '',
    host: init.host ?? '',
    port: init.port ?? 0,
    securityProtocol: init.securityProtocol ?? 0,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeRegisterControllerRecord(reader: Reader, version: number): RegisterControllerRecord {
  const controllerId = reader.int32()
  const incarnationId = reader.uuid()
  const zkMigrationReady = reader.bool()
  const endPointsCount = reader.compactArray(7)
  const endPoints = decodeRegisterControllerRecordEndPointArray(reader, version, endPointsCount)
  const featuresCount = reader.compactArray(6)
  const features = decodeRegisterControllerRecordFeatureArray(reader, version, featuresCount)
  const unknownTaggedFields = reader.unknownTags()
  return { controllerId, incarnationId, zkMigrationReady, endPoints, features, unknownTaggedFields }
}

function decodeRegisterControllerRecordFeature(
  reader: Reader,
  _version: number,
): RegisterControllerRecordFeature {
  const name = reader.compactString()
  const minSupportedVersion = reader.int16()
  const maxSupportedVersion = reader.int16()
  const unknownTaggedFields = reader.unknownTags()
  return { name, minSupportedVersion, maxSupportedVersion, unknownTaggedFields }
}

function decodeRegisterControllerRecordFeatureArray(
  reader: Reader,
  version: number,
  count: number,
): RegisterControllerRecordFeature[] {
  reader.structs(count)
  const items = new Array<RegisterControllerRecordFeature>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeRegisterControllerRecordFeature(reader, version)
  return items
}

function decodeRegisterControllerRecordEndPoint(
  reader: Reader,
  _version: number,
): RegisterControllerRecordEndPoint {
  const name = reader.compactString()
  const host = reader.compactString()
  const port = reader.uint16()
  const securityProtocol = reader.int16()
  const unknownTaggedFields = reader.unknownTags()
  return { name, host, port, securityProtocol, unknownTaggedFields }
}

function decodeRegisterControllerRecordEndPointArray(
  reader: Reader,
  version: number,
  count: number,
): RegisterControllerRecordEndPoint[] {
  reader.structs(count)
  const items = new Array<RegisterControllerRecordEndPoint>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeRegisterControllerRecordEndPoint(reader, version)
  return items
}

function encodeRegisterControllerRecord(
  writer: Writer,
  message: RegisterControllerRecord,
  version: number,
): void {
  writer.int32(message.controllerId)
  writer.uuid(message.incarnationId)
  writer.bool(message.zkMigrationReady)
  writer.compactArray(message.endPoints.length)
  encodeRegisterControllerRecordEndPointArray(writer, message.endPoints, version)
  writer.compactArray(message.features.length)
  encodeRegisterControllerRecordFeatureArray(writer, message.features, version)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeRegisterControllerRecordFeature(
  writer: Writer,
  message: RegisterControllerRecordFeature,
  _version: number,
): void {
  writer.compactString(message.name)
  writer.int16(message.minSupportedVersion)
  writer.int16(message.maxSupportedVersion)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeRegisterControllerRecordFeatureArray(
  writer: Writer,
  items: readonly RegisterControllerRecordFeature[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeRegisterControllerRecordFeature(writer, items[index]!, version)
}

function encodeRegisterControllerRecordEndPoint(
  writer: Writer,
  message: RegisterControllerRecordEndPoint,
  _version: number,
): void {
  writer.compactString(message.name)
  writer.compactString(message.host)
  writer.uint16(message.port)
  writer.int16(message.securityProtocol)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeRegisterControllerRecordEndPointArray(
  writer: Writer,
  items: readonly RegisterControllerRecordEndPoint[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeRegisterControllerRecordEndPoint(writer, items[index]!, version)
}

export const registerControllerRecordSchema: RecordSchema<RegisterControllerRecord> = {
  name: 'RegisterControllerRecord',
  type: 27,
  versionMin: 0,
  versionMax: 0,
  flexibleSince: 0,
  codec: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUndecodable('RegisterControllerRecord', version, '0')
      return decodeRegisterControllerRecord(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUnencodable('RegisterControllerRecord', version, '0')
      encodeRegisterControllerRecord(writer, message, version)
    },
  },
}
