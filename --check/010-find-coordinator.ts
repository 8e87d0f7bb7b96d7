import type { Api } from '../api.ts'
import { readStrings, readCompactStrings, writeCompactStrings } from '../codec/arrays.ts'
import {
  throwFieldAbsent,
  throwVersionUndecodable,
  throwVersionUnencodable,
} from '../codec/errors.ts'
import type { Reader } from '../codec/reader.ts'
import type { UnknownTaggedField } from '../codec/tagged-field.ts'
import type { Writer } from '../codec/writer.ts'

export interface FindCoordinatorRequest {
  key: string
  keyType: number
  coordinatorKeys: string[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function findCoordinatorRequest(
  init: Partial<FindCoordinatorRequest> = {},
): FindCoordinatorRequest {
  return {
    key: init.key ?? '',
    keyType: init.keyType ?? 0,
    coordinatorKeys: init.coordinatorKeys ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeFindCoordinatorRequest(reader: Reader, version: number): FindCoordinatorRequest {
  const key: string = version >= 4 ? '' : version >= 3 ? reader.compactString() : reader.string()
  const keyType: number = version >= 1 ? reader.int8() : 0
  const coordinatorKeysCount = version >= 4 ? reader.compactArray(1) : 0
  const coordinatorKeys =
    version >= 3
      ? readCompactStrings(reader, coordinatorKeysCount)
      : readStrings(reader, coordinatorKeysCount)
  const unknownTaggedFields = version >= 3 ? reader.unknownTags() : null
  return { key, keyType, coordinatorKeys, unknownTaggedFields }
}

function encodeFindCoordinatorRequest(
  writer: Writer,
  message: FindCoordinatorRequest,
  version: number,
): void {
  if (version >= 4) {
    if (message.key !== '') throwFieldAbsent('FindCoordinatorRequest', 'key', version)
  } else {
    if (version >= 3) {
      writer.compactString(message.key)
    } else {
      writer.string(message.key)
    }
  }
  if (version >= 1) {
    writer.int8(message.keyType)
  } else {
    if (message.keyType !== 0) throwFieldAbsent('FindCoordinatorRequest', 'keyType', version)
  }
  if (version >= 4) {
    writer.compactArray(message.coordinatorKeys.length)
    writeCompactStrings(writer, message.coordinatorKeys)
  } else {
    if (message.coordinatorKeys.length !== 0)
      throwFieldAbsent('FindCoordinatorRequest', 'coordinatorKeys', version)
  }
  if (version >= 3) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('FindCoordinatorRequest', 'unknownTaggedFields', version)
  }
}
export interface FindCoordinatorResponse {
  throttleTimeMs: number
  errorCode: number
  errorMessage: string | null
  nodeId: number
  host: string
  port: number
  coordinators: FindCoordinatorResponseCoordinator[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface FindCoordinatorResponseCoordinator {
  key: string
  nodeId: number
  host: string
  port: number
  errorCode: number
  errorMessage: string | null
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function findCoordinatorResponse(
  init: Partial<FindCoordinatorResponse> = {},
): FindCoordinatorResponse {
  return {
    throttleTimeMs: init.throttleTimeMs ?? 0,
    errorCode: init.errorCode ?? 0,
    errorMessage: init.errorMessage === undefined ? '' : init.errorMessage,
    nodeId: init.nodeId ?? 0,
    host: init.host ?? '',
    port: init.port ?? 0,
    coordinators: init.coordinators ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function findCoordinatorResponseCoordinator(
  init: Partial<FindCoordinatorResponseCoordinator> = {},
): FindCoordinatorResponseCoordinator {
  return {
    key: init.key ?? '',
    nodeId: init.nodeId ?? 0,
    host: init.host ?? '',
    port: init.port ?? 0,
    errorCode: init.errorCode ?? 0,
    errorMessage: init.errorMessage === undefined ? '' : init.errorMessage,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeFindCoordinatorResponse(reader: Reader, version: number): FindCoordinatorResponse {
  const throttleTimeMs: number = version >= 1 ? reader.int32() : 0
  const errorCode: number = version >= 4 ? 0 : reader.int16()
  const errorMessage: string | null =
    version >= 4
      ? ''
      : version >= 3
        ? reader.compactNullableString()
        : version >= 1
          ? reader.nullableString()
          : ''
  const nodeId: number = version >= 4 ? 0 : reader.int32()
  const host: string = version >= 4 ? '' : version >= 3 ? reader.compactString() : reader.string()
  const port: number = version >= 4 ? 0 : reader.int32()
  const coordinatorsCount = version >= 4 ? reader.compactArray(14) : 0
  const coordinators = decodeFindCoordinatorResponseCoordinatorArray(
    reader,
    version,
    coordinatorsCount,
  )
  const unknownTaggedFields = version >= 3 ? reader.unknownTags() : null
  return {
    throttleTimeMs,
    errorCode,
    errorMessage,
    nodeId,
    host,
    port,
    coordinators,
    unknownTaggedFields,
  }
}

function decodeFindCoordinatorResponseCoordinator(
  reader: Reader,
  _version: number,
): FindCoordinatorResponseCoordinator {
  const key = reader.compactString()
  const nodeId = reader.int32()
  const host = reader.compactString()
  const port = reader.int32()
  const errorCode = reader.int16()
  const errorMessage = reader.compactNullableString()
  const unknownTaggedFields = reader.unknownTags()
  return { key, nodeId, host, port, errorCode, errorMessage, unknownTaggedFields }
}

function decodeFindCoordinatorResponseCoordinatorArray(
  reader: Reader,
  version: number,
  count: number,
): FindCoordinatorResponseCoordinator[] {
  reader.structs(count)
  const items = new Array<FindCoordinatorResponseCoordinator>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeFindCoordinatorResponseCoordinator(reader, version)
  return items
}

function encodeFindCoordinatorResponse(
  writer: Writer,
  message: FindCoordinatorResponse,
  version: number,
): void {
  if (version >= 1) {
    writer.int32(message.throttleTimeMs)
  }
  if (version >= 4) {
    if (message.errorCode !== 0) throwFieldAbsent('FindCoordinatorResponse', 'errorCode', version)
  } else {
    writer.int16(message.errorCode)
  }
  if (version < 4) {
    if (version >= 3) {
      writer.compactNullableString(message.errorMessage)
    } else {
      if (version >= 1) {
        writer.nullableString(message.errorMessage)
      }
    }
  }
  if (version >= 4) {
    if (message.nodeId !== 0) throwFieldAbsent('FindCoordinatorResponse', 'nodeId', version)
  } else {
    writer.int32(message.nodeId)
  }
  if (version >= 4) {
    if (message.host !== '') throwFieldAbsent('FindCoordinatorResponse', 'host', version)
  } else {
    if (version >= 3) {
      writer.compactString(message.host)
    } else {
      writer.string(message.host)
    }
  }
  if (version >= 4) {
    if (message.port !== 0) throwFieldAbsent('FindCoordinatorResponse', 'port', version)
  } else {
    writer.int32(message.port)
  }
  if (version >= 4) {
    writer.compactArray(message.coordinators.length)
    encodeFindCoordinatorResponseCoordinatorArray(writer, message.coordinators, version)
  } else {
    if (message.coordinators.length !== 0)
      throwFieldAbsent('FindCoordinatorResponse', 'coordinators', version)
  }
  if (version >= 3) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('FindCoordinatorResponse', 'unknownTaggedFields', version)
  }
}

function encodeFindCoordinatorResponseCoordinator(
  writer: Writer,
  message: FindCoordinatorResponseCoordinator,
  _version: number,
): void {
  writer.compactString(message.key)
  writer.int32(message.nodeId)
  writer.compactString(message.host)
  writer.int32(message.port)
  writer.int16(message.errorCode)
  writer.compactNullableString(message.errorMessage)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeFindCoordinatorResponseCoordinatorArray(
  writer: Writer,
  items: readonly FindCoordinatorResponseCoordinator[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeFindCoordinatorResponseCoordinator(writer, items[index]!, version)
}

export const findCoordinatorApi: Api<FindCoordinatorRequest, FindCoordinatorResponse> = {
  key: 10,
  name: 'FindCoordinator',
  versionMin: 0,
  versionMax: 6,
  versionMaxStable: 6,
  flexibleSince: 3,
  listeners: ['broker'],
  request: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 6))
        throwVersionUndecodable('FindCoordinatorRequest', version, '0-6')
      return decodeFindCoordinatorRequest(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 6))
        throwVersionUnencodable('FindCoordinatorRequest', version, '0-6')
      encodeFindCoordinatorRequest(writer, message, version)
    },
  },
  response: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 6))
        throwVersionUndecodable('FindCoordinatorResponse', version, '0-6')
      return decodeFindCoordinatorResponse(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 6))
        throwVersionUnencodable('FindCoordinatorResponse', version, '0-6')
      encodeFindCoordinatorResponse(writer, message, version)
    },
  },
  requestHeaderVersion: (version) => (version >= 3 ? 2 : 1),
  responseHeaderVersion: (version) => (version >= 3 ? 1 : 0),
}
