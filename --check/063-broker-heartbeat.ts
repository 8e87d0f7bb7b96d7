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

export interface BrokerHeartbeatRequest {
  brokerId: number
  brokerEpoch: number
  currentMetadataOffset: number
  wantFence: boolean
  wantShutDown: boolean
  offlineLogDirs: Uuid[]
  cordonedLogDirs: Uuid[] | null
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function brokerHeartbeatRequest(
  init: Partial<BrokerHeartbeatRequest> = {},
): BrokerHeartbeatRequest {
  return {
    brokerId: init.brokerId ?? 0,
    brokerEpoch: init.brokerEpoch ?? -1,
    currentMetadataOffset: init.currentMetadataOffset ?? 0,
    wantFence: init.wantFence ?? false,
    wantShutDown: init.wantShutDown ?? false,
    offlineLogDirs: init.offlineLogDirs ?? [],
    cordonedLogDirs: init.cordonedLogDirs ?? null,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeBrokerHeartbeatRequest(reader: Reader, version: number): BrokerHeartbeatRequest {
  const brokerId = reader.int32()
  const brokerEpoch = reader.int64()
  const currentMetadataOffset = reader.int64()
  const wantFence = reader.bool()
  const wantShutDown = reader.bool()

  const message: BrokerHeartbeatRequest = {
    brokerId,
    brokerEpoch,
    currentMetadataOffset,
    wantFence,
    wantShutDown,
    offlineLogDirs: [],
    cordonedLogDirs: null,
    unknownTaggedFields: null,
  }
  const tags = reader.tagCount()
  if (tags !== 0) decodeBrokerHeartbeatRequestTags(reader, message, version, tags)
  return message
}

function decodeBrokerHeartbeatRequestTags(
  reader: Reader,
  message: BrokerHeartbeatRequest,
  version: number,
  count: number,
): void {
  for (let left = count; left > 0; left--) {
    const tag = reader.uvarint()
    const size = reader.tagSize()
    const end = reader.position + size
    if (tag === 0 && version >= 1) {
      const offlineLogDirsCount = version >= 1 ? reader.compactArray(16) : 0
      const offlineLogDirs = readUuids(reader, offlineLogDirsCount)
      message.offlineLogDirs = offlineLogDirs
      reader.expectPosition(end, tag)
    } else if (tag === 1 && version >= 2) {
      const cordonedLogDirsCount = version >= 2 ? reader.compactNullableArray(16) : -1
      const cordonedLogDirs =
        cordonedLogDirsCount < 0 ? null : readUuids(reader, cordonedLogDirsCount)
      message.cordonedLogDirs = cordonedLogDirs
      reader.expectPosition(end, tag)
    } else message.unknownTaggedFields = reader.unknownTag(message.unknownTaggedFields, tag, size)
  }
}

function encodeBrokerHeartbeatRequest(
  writer: Writer,
  message: BrokerHeartbeatRequest,
  version: number,
): void {
  writer.int32(message.brokerId)
  writer.int64(message.brokerEpoch)
  writer.int64(message.currentMetadataOffset)
  writer.bool(message.wantFence)
  writer.bool(message.wantShutDown)
  if (version < 1) {
    if (message.offlineLogDirs.length !== 0)
      throwFieldAbsent('BrokerHeartbeatRequest', 'offlineLogDirs', version)
  }
  if (version < 2) {
    if (message.cordonedLogDirs !== null)
      throwFieldAbsent('BrokerHeartbeatRequest', 'cordonedLogDirs', version)
  }
  encodeBrokerHeartbeatRequestTags(writer, message, version)
}

function encodeBrokerHeartbeatRequestTags(
  writer: Writer,
  message: BrokerHeartbeatRequest,
  version: number,
): void {
  const unknown = message.unknownTaggedFields
  const offlineLogDirsSet = version >= 1 && message.offlineLogDirs.length !== 0
  const cordonedLogDirsSet = version >= 2 && message.cordonedLogDirs !== null
  if (!(offlineLogDirsSet || cordonedLogDirsSet)) {
    writer.onlyUnknownTags(unknown)
    return
  }
  let count = unknown === null ? 0 : unknown.length
  if (offlineLogDirsSet) count++
  if (cordonedLogDirsSet) count++
  writer.uvarint(count)
  let next = 0
  if (offlineLogDirsSet) {
    if (unknown !== null) next = writer.unknownTags(unknown, next, 0)
    const mark = writer.beginTag(0)
    writer.compactArray(message.offlineLogDirs.length)
    writeUuids(writer, message.offlineLogDirs)
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
export interface BrokerHeartbeatResponse {
  throttleTimeMs: number
  errorCode: number
  isCaughtUp: boolean
  isFenced: boolean
  shouldShutDown: boolean
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function brokerHeartbeatResponse(
  init: Partial<BrokerHeartbeatResponse> = {},
): BrokerHeartbeatResponse {
  return {
    throttleTimeMs: init.throttleTimeMs ?? 0,
    errorCode: init.errorCode ?? 0,
    isCaughtUp: init.isCaughtUp ?? false,
    isFenced: init.isFenced ?? true,
    shouldShutDown: init.shouldShutDown ?? false,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeBrokerHeartbeatResponse(reader: Reader, _version: number): BrokerHeartbeatResponse {
  const throttleTimeMs = reader.int32()
  const errorCode = reader.int16()
  const isCaughtUp = reader.bool()
  const isFenced = reader.bool()
  const shouldShutDown = reader.bool()
  const unknownTaggedFields = reader.unknownTags()
  return { throttleTimeMs, errorCode, isCaughtUp, isFenced, shouldShutDown, unknownTaggedFields }
}

function encodeBrokerHeartbeatResponse(
  writer: Writer,
  message: BrokerHeartbeatResponse,
  _version: number,
): void {
  writer.int32(message.throttleTimeMs)
  writer.int16(message.errorCode)
  writer.bool(message.isCaughtUp)
  writer.bool(message.isFenced)
  writer.bool(message.shouldShutDown)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

export const brokerHeartbeatApi: Api<BrokerHeartbeatRequest, BrokerHeartbeatResponse> = {
  key: 63,
  name: 'BrokerHeartbeat',
  versionMin: 0,
  versionMax: 2,
  versionMaxStable: 2,
  flexibleSince: 0,
  listeners: ['controller'],
  request: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 2))
        throwVersionUndecodable('BrokerHeartbeatRequest', version, '0-2')
      return decodeBrokerHeartbeatRequest(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 2))
        throwVersionUnencodable('BrokerHeartbeatRequest', version, '0-2')
      encodeBrokerHeartbeatRequest(writer, message, version)
    },
  },
  response: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 2))
        throwVersionUndecodable('BrokerHeartbeatResponse', version, '0-2')
      return decodeBrokerHeartbeatResponse(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 2))
        throwVersionUnencodable('BrokerHeartbeatResponse', version, '0-2')
      encodeBrokerHeartbeatResponse(writer, message, version)
    },
  },
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1,
}
