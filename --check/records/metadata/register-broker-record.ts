import { ZERO_UUID } from '@samsa/base'
import type { Uuid } from '@samsa/base'
import type { RecordSchema } from '../../../api.ts'
import { readUuids, writeUuids } from '../../../codec/arrays.ts'
import {
  throwFieldAbsent,
  throwVersionUndecodable,
  throwVersionUnencodable,
} from '../../../codec/errors.ts'
import type { Reader } from '../../../codec/reader.ts'
import type { UnknownTaggedField } from '../../../codec/tagged-field.ts'
import type { Writer } from '../../../codec/writer.ts'

export interface RegisterBrokerRecord {
  brokerId: number
  isMigratingZkBroker: boolean
  incarnationId: Uuid
  brokerEpoch: number
  endPoints: RegisterBrokerRecordEndPoint[]
  features: RegisterBrokerRecordFeature[]
  rack: string | null
  fenced: boolean
  inControlledShutdown: boolean
  logDirs: Uuid[]
  cordonedLogDirs: Uuid[] | null
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface RegisterBrokerRecordFeature {
  name: string
  minSupportedVersion: number
  maxSupportedVersion: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface RegisterBrokerRecordEndPoint {
  name: string
  host: string
  port: number
  securityProtocol: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function registerBrokerRecord(
  init: Partial<RegisterBrokerRecord> = {},
): RegisterBrokerRecord {
  return {
    brokerId: init.brokerId ?? 0,
    isMigratingZkBroker: init.isMigratingZkBroker ?? false,
    incarnationId: init.incarnationId ?? ZERO_UUID,
    brokerEpoch: init.brokerEpoch ?? 0,
    endPoints: init.endPoints ?? [],
    features: init.features ?? [],
    rack: init.rack === undefined ? '' : init.rack,
    fenced: init.fenced ?? true,
    inControlledShutdown: init.inControlledShutdown ?? false,
    logDirs: init.logDirs ?? [],
    cordonedLogDirs: init.cordonedLogDirs ?? null,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function registerBrokerRecordFeature(
  init: Partial<RegisterBrokerRecordFeature> = {},
): RegisterBrokerRecordFeature {
  return {
    name: init.name ?? '',
    minSupportedVersion: init.minSupportedVersion ?? 0,
    maxSupportedVersion: init.maxSupportedVersion ?? 0,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function registerBrokerRecordEndPoint(
  init: Partial<RegisterBrokerRecordEndPoint> = {},
): RegisterBrokerRecordEndPoint {
  return {
    name: init.name ?? '',
    host: init.host ?? '',
    port: init.port ?? 0,
    securityProtocol: init.securityProtocol ?? 0,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeRegisterBrokerRecord(reader: Reader, version: number): RegisterBrokerRecord {
  const brokerId = reader.int32()
  const isMigratingZkBroker: boolean = version >= 2 ? reader.bool() : false
  const incarnationId = reader.uuid()
  const brokerEpoch = reader.int64()
  const endPointsCount = reader.compactArray(7)
  const endPoints = decodeRegisterBrokerRecordEndPointArray(reader, version, endPointsCount)
  const featuresCount = reader.compactArray(6)
  const features = decodeRegisterBrokerRecordFeatureArray(reader, version, featuresCount)
  const rack = reader.compactNullableString()
  const fenced = reader.bool()
  const inControlledShutdown: boolean = version >= 1 ? reader.bool() : false

  const message: RegisterBrokerRecord = {
    brokerId,
    isMigratingZkBroker,
    incarnationId,
    brokerEpoch,
    endPoints,
    features,
    rack,
    fenced,
    inControlledShutdown,
    logDirs: [],
    cordonedLogDirs: null,
    unknownTaggedFields: null,
  }
  const tags = reader.tagCount()
  if (tags !== 0) decodeRegisterBrokerRecordTags(reader, message, version, tags)
  return message
}

function decodeRegisterBrokerRecordTags(
  reader: Reader,
  message: RegisterBrokerRecord,
  version: number,
  count: number,
): void {
  for (let left = count; left > 0; left--) {
    const tag = reader.uvarint()
    const size = reader.tagSize()
    const end = reader.position + size
    if (tag === 0 && version >= 3) {
      const logDirsCount = version >= 3 ? reader.compactArray(16) : 0
      const logDirs = readUuids(reader, logDirsCount)
      message.logDirs = logDirs
      reader.expectPosition(end, tag)
    } else if (tag === 1 && version >= 4) {
      const cordonedLogDirsCount = version >= 4 ? reader.compactNullableArray(16) : -1
      const cordonedLogDirs =
        cordonedLogDirsCount < 0 ? null : readUuids(reader, cordonedLogDirsCount)
      message.cordonedLogDirs = cordonedLogDirs
      reader.expectPosition(end, tag)
    } else message.unknownTaggedFields = reader.unknownTag(message.unknownTaggedFields, tag, size)
  }
}

function decodeRegisterBrokerRecordFeature(
  reader: Reader,
  _version: number,
): RegisterBrokerRecordFeature {
  const name = reader.compactString()
  const minSupportedVersion = reader.int16()
  const maxSupportedVersion = reader.int16()
  const unknownTaggedFields = reader.unknownTags()
  return { name, minSupportedVersion, maxSupportedVersion, unknownTaggedFields }
}

function decodeRegisterBrokerRecordFeatureArray(
  reader: Reader,
  version: number,
  count: number,
): RegisterBrokerRecordFeature[] {
  reader.structs(count)
  const items = new Array<RegisterBrokerRecordFeature>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeRegisterBrokerRecordFeature(reader, version)
  return items
}

function decodeRegisterBrokerRecordEndPoint(
  reader: Reader,
  _version: number,
): RegisterBrokerRecordEndPoint {
  const name = reader.compactString()
  const host = reader.compactString()
  const port = reader.uint16()
  const securityProtocol = reader.int16()
  const unknownTaggedFields = reader.unknownTags()
  return { name, host, port, securityProtocol, unknownTaggedFields }
}

function decodeRegisterBrokerRecordEndPointArray(
  reader: Reader,
  version: number,
  count: number,
): RegisterBrokerRecordEndPoint[] {
  reader.structs(count)
  const items = new Array<RegisterBrokerRecordEndPoint>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeRegisterBrokerRecordEndPoint(reader, version)
  return items
}

function encodeRegisterBrokerRecord(
  writer: Writer,
  message: RegisterBrokerRecord,
  version: number,
): void {
  writer.int32(message.brokerId)
  if (version >= 2) {
    writer.bool(message.isMigratingZkBroker)
  } else {
    if (message.isMigratingZkBroker !== false)
      throwFieldAbsent('RegisterBrokerRecord', 'isMigratingZkBroker', version)
  }
  writer.uuid(message.incarnationId)
  writer.int64(message.brokerEpoch)
  writer.compactArray(message.endPoints.length)
  encodeRegisterBrokerRecordEndPointArray(writer, message.endPoints, version)
  writer.compactArray(message.features.length)
  encodeRegisterBrokerRecordFeatureArray(writer, message.features, version)
  writer.compactNullableString(message.rack)
  writer.bool(message.fenced)
  if (version >= 1) {
    writer.bool(message.inControlledShutdown)
  } else {
    if (message.inControlledShutdown !== false)
      throwFieldAbsent('RegisterBrokerRecord', 'inControlledShutdown', version)
  }
  if (version < 3) {
    if (message.logDirs.length !== 0) throwFieldAbsent('RegisterBrokerRecord', 'logDirs', version)
  }
  if (version < 4) {
    if (message.cordonedLogDirs !== null)
      throwFieldAbsent('RegisterBrokerRecord', 'cordonedLogDirs', version)
  }
  encodeRegisterBrokerRecordTags(writer, message, version)
}

function encodeRegisterBrokerRecordTags(
  writer: Writer,
  message: RegisterBrokerRecord,
  version: number,
): void {
  const unknown = message.unknownTaggedFields
  const logDirsSet = version >= 3 && message.logDirs.length !== 0
  const cordonedLogDirsSet = version >= 4 && message.cordonedLogDirs !== null
  if (!(logDirsSet || cordonedLogDirsSet)) {
    writer.onlyUnknownTags(unknown)
    return
  }
  let count = unknown === null ? 0 : unknown.length
  if (logDirsSet) count++
  if (cordonedLogDirsSet) count++
  writer.uvarint(count)
  let next = 0
  if (logDirsSet) {
    if (unknown !== null) next = writer.unknownTags(unknown, next, 0)
    const mark = writer.beginTag(0)
    writer.compactArray(message.logDirs.length)
    writeUuids(writer, message.logDirs)
    writer.endTag(mark)
  }
  if (cordonedLogDirsSet) {
    if (unknown !== null) next = writer.unknownTags(unknown, next, 1)
    const mark = writer.beginTag(1)
    if (message.cordonedLogDirs === null) writer.compactArray(-1)
    else {
      writer.compactArray(message.cordonedLogDirs.length)
      writeUuids(writer, message.cordonedLogDirs)
    }
    writer.endTag(mark)
  }
  if (unknown !== null) writer.unknownTags(unknown, next, Number.POSITIVE_INFINITY)
}

function encodeRegisterBrokerRecordFeature(
  writer: Writer,
  message: RegisterBrokerRecordFeature,
  _version: number,
): void {
  writer.compactString(message.name)
  writer.int16(message.minSupportedVersion)
  writer.int16(message.maxSupportedVersion)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeRegisterBrokerRecordFeatureArray(
  writer: Writer,
  items: readonly RegisterBrokerRecordFeature[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeRegisterBrokerRecordFeature(writer, items[index]!, version)
}

function encodeRegisterBrokerRecordEndPoint(
  writer: Writer,
  message: RegisterBrokerRecordEndPoint,
  _version: number,
): void {
  writer.compactString(message.name)
  writer.compactString(message.host)
  writer.uint16(message.port)
  writer.int16(message.securityProtocol)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeRegisterBrokerRecordEndPointArray(
  writer: Writer,
  items: readonly RegisterBrokerRecordEndPoint[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeRegisterBrokerRecordEndPoint(writer, items[index]!, version)
}

export const registerBrokerRecordSchema: RecordSchema<RegisterBrokerRecord> = {
  name: 'RegisterBrokerRecord',
  type: 0,
  versionMin: 0,
  versionMax: 4,
  flexibleSince: 0,
  codec: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 4))
        throwVersionUndecodable('RegisterBrokerRecord', version, '0-4')
      return decodeRegisterBrokerRecord(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 4))
        throwVersionUnencodable('RegisterBrokerRecord', version, '0-4')
      encodeRegisterBrokerRecord(writer, message, version)
    },
  },
}
