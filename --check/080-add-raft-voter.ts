import { ZERO_UUID } from '@samsa/base'
import type { Uuid } from '@samsa/base'
import type { Api } from '../api.ts'
import {
  throwFieldAbsent,
  throwVersionUndecodable,
  throwVersionUnencodable,
} from '../codec/errors.ts'
import type { Reader } from '../codec/reader.ts'
import type { UnknownTaggedField } from '../codec/tagged-field.ts'
import type { Writer } from '../codec/writer.ts'

export interface AddRaftVoterRequest {
  clusterId: string | null
  timeoutMs: number
  voterId: number
  voterDirectoryId: Uuid
  listeners: AddRaftVoterRequestListener[]
  ackWhenCommitted: boolean
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface AddRaftVoterRequestListener {
  name: string
  host: string
  port: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function addRaftVoterRequest(init: Partial<AddRaftVoterRequest> = {}): AddRaftVoterRequest {
  return {
    clusterId: init.clusterId === undefined ? '' : init.clusterId,
    timeoutMs: init.timeoutMs ?? 0,
    voterId: init.voterId ?? 0,
    voterDirectoryId: init.voterDirectoryId ?? ZERO_UUID,
    listeners: init.listeners ?? [],
    ackWhenCommitted: init.ackWhenCommitted ?? true,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function addRaftVoterRequestListener(
  init: Partial<AddRaftVoterRequestListener> = {},
): AddRaftVoterRequestListener {
  return {
    name: init.name ?? '',
    host: init.host ?? '',
    port: init.port ?? 0,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeAddRaftVoterRequest(reader: Reader, version: number): AddRaftVoterRequest {
  const clusterId = reader.compactNullableString()
  const timeoutMs = reader.int32()
  const voterId = reader.int32()
  const voterDirectoryId = reader.uuid()
  const listenersCount = reader.compactArray(5)
  const listeners = decodeAddRaftVoterRequestListenerArray(reader, version, listenersCount)
  const ackWhenCommitted: boolean = version >= 1 ? reader.bool() : true
  const unknownTaggedFields = reader.unknownTags()
  return {
    clusterId,
    timeoutMs,
    voterId,
    voterDirectoryId,
    listeners,
    ackWhenCommitted,
    unknownTaggedFields,
  }
}

function decodeAddRaftVoterRequestListener(
  reader: Reader,
  _version: number,
): AddRaftVoterRequestListener {
  const name = reader.compactString()
  const host = reader.compactString()
  const port = reader.uint16()
  const unknownTaggedFields = reader.unknownTags()
  return { name, host, port, unknownTaggedFields }
}

function decodeAddRaftVoterRequestListenerArray(
  reader: Reader,
  version: number,
  count: number,
): AddRaftVoterRequestListener[] {
  reader.structs(count)
  const items = new Array<AddRaftVoterRequestListener>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeAddRaftVoterRequestListener(reader, version)
  return items
}

function encodeAddRaftVoterRequest(
  writer: Writer,
  message: AddRaftVoterRequest,
  version: number,
): void {
  writer.compactNullableString(message.clusterId)
  writer.int32(message.timeoutMs)
  writer.int32(message.voterId)
  writer.uuid(message.voterDirectoryId)
  writer.compactArray(message.listeners.length)
  encodeAddRaftVoterRequestListenerArray(writer, message.listeners, version)
  if (version >= 1) {
    writer.bool(message.ackWhenCommitted)
  } else {
    if (message.ackWhenCommitted !== true)
      throwFieldAbsent('AddRaftVoterRequest', 'ackWhenCommitted', version)
  }
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeAddRaftVoterRequestListener(
  writer: Writer,
  message: AddRaftVoterRequestListener,
  _version: number,
): void {
  writer.compactString(message.name)
  writer.compactString(message.host)
  writer.uint16(message.port)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeAddRaftVoterRequestListenerArray(
  writer: Writer,
  items: readonly AddRaftVoterRequestListener[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeAddRaftVoterRequestListener(writer, items[index]!, version)
}
export interface AddRaftVoterResponse {
  throttleTimeMs: number
  errorCode: number
  errorMessage: string | null
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function addRaftVoterResponse(
  init: Partial<AddRaftVoterResponse> = {},
): AddRaftVoterResponse {
  return {
    throttleTimeMs: init.throttleTimeMs ?? 0,
    errorCode: init.errorCode ?? 0,
    errorMessage: init.errorMessage === undefined ? '' : init.errorMessage,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeAddRaftVoterResponse(reader: Reader, _version: number): AddRaftVoterResponse {
  const throttleTimeMs = reader.int32()
  const errorCode = reader.int16()
  const errorMessage = reader.compactNullableString()
  const unknownTaggedFields = reader.unknownTags()
  return { throttleTimeMs, errorCode, errorMessage, unknownTaggedFields }
}

function encodeAddRaftVoterResponse(
  writer: Writer,
  message: AddRaftVoterResponse,
  _version: number,
): void {
  writer.int32(message.throttleTimeMs)
  writer.int16(message.errorCode)
  writer.compactNullableString(message.errorMessage)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

export const addRaftVoterApi: Api<AddRaftVoterRequest, AddRaftVoterResponse> = {
  key: 80,
  name: 'AddRaftVoter',
  versionMin: 0,
  versionMax: 1,
  versionMaxStable: 1,
  flexibleSince: 0,
  listeners: ['broker', 'controller'],
  request: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 1))
        throwVersionUndecodable('AddRaftVoterRequest', version, '0-1')
      return decodeAddRaftVoterRequest(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 1))
        throwVersionUnencodable('AddRaftVoterRequest', version, '0-1')
      encodeAddRaftVoterRequest(writer, message, version)
    },
  },
  response: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 1))
        throwVersionUndecodable('AddRaftVoterResponse', version, '0-1')
      return decodeAddRaftVoterResponse(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 1))
        throwVersionUnencodable('AddRaftVoterResponse', version, '0-1')
      encodeAddRaftVoterResponse(writer, message, version)
    },
  },
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1,
}
