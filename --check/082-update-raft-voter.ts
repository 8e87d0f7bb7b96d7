import { ZERO_UUID } from '@samsa/base'
import type { Uuid } from '@samsa/base'
import type { Api } from '../api.ts'
import { throwVersionUndecodable, throwVersionUnencodable } from '../codec/errors.ts'
import type { Reader } from '../codec/reader.ts'
import type { UnknownTaggedField } from '../codec/tagged-field.ts'
import type { Writer } from '../codec/writer.ts'

export interface UpdateRaftVoterRequest {
  clusterId: string | null
  currentLeaderEpoch: number
  voterId: number
  voterDirectoryId: Uuid
  listeners: UpdateRaftVoterRequestListener[]
  kRaftVersionFeature: UpdateRaftVoterRequestKRaftVersionFeature
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface UpdateRaftVoterRequestKRaftVersionFeature {
  minSupportedVersion: number
  maxSupportedVersion: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface UpdateRaftVoterRequestListener {
  name: string
  host: string
  port: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function updateRaftVoterRequest(
  init: Partial<UpdateRaftVoterRequest> = {},
): UpdateRaftVoterRequest {
  return {
    clusterId: init.clusterId === undefined ? '' : init.clusterId,
    currentLeaderEpoch: init.currentLeaderEpoch ?? 0,
    voterId: init.voterId ?? 0,
    voterDirectoryId: init.voterDirectoryId ?? ZERO_UUID,
    listeners: init.listeners ?? [],
    kRaftVersionFeature:
      init.kRaftVersionFeature ?? defaultUpdateRaftVoterRequestKRaftVersionFeature,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function updateRaftVoterRequestKRaftVersionFeature(
  init: Partial<UpdateRaftVoterRequestKRaftVersionFeature> = {},
): UpdateRaftVoterRequestKRaftVersionFeature {
  return {
    minSupportedVersion: init.minSupportedVersion ?? 0,
    maxSupportedVersion: init.maxSupportedVersion ?? 0,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function updateRaftVoterRequestListener(
  init: Partial<UpdateRaftVoterRequestListener> = {},
): UpdateRaftVoterRequestListener {
  return {
    name: init.name ?? '',
    host: init.host ?? '',
    port: init.port ?? 0,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

const defaultUpdateRaftVoterRequestKRaftVersionFeature: UpdateRaftVoterRequestKRaftVersionFeature =
  Object.freeze(updateRaftVoterRequestKRaftVersionFeature())

function decodeUpdateRaftVoterRequest(reader: Reader, version: number): UpdateRaftVoterRequest {
  const clusterId = reader.compactNullableString()
  const currentLeaderEpoch = reader.int32()
  const voterId = reader.int32()
  const voterDirectoryId = reader.uuid()
  const listenersCount = reader.compactArray(5)
  const listeners = decodeUpdateRaftVoterRequestListenerArray(reader, version, listenersCount)
  const kRaftVersionFeature = decodeUpdateRaftVoterRequestKRaftVersionFeature(reader, version)
  const unknownTaggedFields = reader.unknownTags()
  return {
    clusterId,
    currentLeaderEpoch,
    voterId,
    voterDirectoryId,
    listeners,
    kRaftVersionFeature,
    unknownTaggedFields,
  }
}

function decodeUpdateRaftVoterRequestKRaftVersionFeature(
  reader: Reader,
  _version: number,
): UpdateRaftVoterRequestKRaftVersionFeature {
  const minSupportedVersion = reader.int16()
  const maxSupportedVersion = reader.int16()
  const unknownTaggedFields = reader.unknownTags()
  return { minSupportedVersion, maxSupportedVersion, unknownTaggedFields }
}

function decodeUpdateRaftVoterRequestListener(
  reader: Reader,
  _version: number,
): UpdateRaftVoterRequestListener {
  const name = reader.compactString()
  const host = reader.compactString()
  const port = reader.uint16()
  const unknownTaggedFields = reader.unknownTags()
  return { name, host, port, unknownTaggedFields }
}

function decodeUpdateRaftVoterRequestListenerArray(
  reader: Reader,
  version: number,
  count: number,
): UpdateRaftVoterRequestListener[] {
  reader.structs(count)
  const items = new Array<UpdateRaftVoterRequestListener>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeUpdateRaftVoterRequestListener(reader, version)
  return items
}

function encodeUpdateRaftVoterRequest(
  writer: Writer,
  message: UpdateRaftVoterRequest,
  version: number,
): void {
  writer.compactNullableString(message.clusterId)
  writer.int32(message.currentLeaderEpoch)
  writer.int32(message.voterId)
  writer.uuid(message.voterDirectoryId)
  writer.compactArray(message.listeners.length)
  encodeUpdateRaftVoterRequestListenerArray(writer, message.listeners, version)
  encodeUpdateRaftVoterRequestKRaftVersionFeature(writer, message.kRaftVersionFeature, version)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeUpdateRaftVoterRequestKRaftVersionFeature(
  writer: Writer,
  message: UpdateRaftVoterRequestKRaftVersionFeature,
  _version: number,
): void {
  writer.int16(message.minSupportedVersion)
  writer.int16(message.maxSupportedVersion)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeUpdateRaftVoterRequestListener(
  writer: Writer,
  message: UpdateRaftVoterRequestListener,
  _version: number,
): void {
  writer.compactString(message.name)
  writer.compactString(message.host)
  writer.uint16(message.port)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeUpdateRaftVoterRequestListenerArray(
  writer: Writer,
  items: readonly UpdateRaftVoterRequestListener[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeUpdateRaftVoterRequestListener(writer, items[index]!, version)
}
export interface UpdateRaftVoterResponse {
  throttleTimeMs: number
  errorCode: number
  currentLeader: UpdateRaftVoterResponseCurrentLeader
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface UpdateRaftVoterResponseCurrentLeader {
  leaderId: number
  leaderEpoch: number
  host: string
  port: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function updateRaftVoterResponse(
  init: Partial<UpdateRaftVoterResponse> = {},
): UpdateRaftVoterResponse {
  return {
    throttleTimeMs: init.throttleTimeMs ?? 0,
    errorCode: init.errorCode ?? 0,
    currentLeader: init.currentLeader ?? defaultUpdateRaftVoterResponseCurrentLeader,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function updateRaftVoterResponseCurrentLeader(
  init: Partial<UpdateRaftVoterResponseCurrentLeader> = {},
): UpdateRaftVoterResponseCurrentLeader {
  return {
    leaderId: init.leaderId ?? -1,
    leaderEpoch: init.leaderEpoch ?? -1,
    host: init.host ?? '',
    port: init.port ?? 0,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

const defaultUpdateRaftVoterResponseCurrentLeader: UpdateRaftVoterResponseCurrentLeader =
  Object.freeze(updateRaftVoterResponseCurrentLeader())

function isDefaultUpdateRaftVoterResponseCurrentLeader(
  value: UpdateRaftVoterResponseCurrentLeader,
): boolean {
  if (value === defaultUpdateRaftVoterResponseCurrentLeader) return true
  return !(
    value.leaderId !== -1 ||
    value.leaderEpoch !== -1 ||
    value.host !== '' ||
    value.port !== 0 ||
    value.unknownTaggedFields !== null
  )
}

function decodeUpdateRaftVoterResponse(reader: Reader, version: number): UpdateRaftVoterResponse {
  const throttleTimeMs = reader.int32()
  const errorCode = reader.int16()

  const message: UpdateRaftVoterResponse = {
    throttleTimeMs,
    errorCode,
    currentLeader: defaultUpdateRaftVoterResponseCurrentLeader,
    unknownTaggedFields: null,
  }
  const tags = reader.tagCount()
  if (tags !== 0) decodeUpdateRaftVoterResponseTags(reader, message, version, tags)
  return message
}

function decodeUpdateRaftVoterResponseTags(
  reader: Reader,
  message: UpdateRaftVoterResponse,
  version: number,
  count: number,
): void {
  for (let left = count; left > 0; left--) {
    const tag = reader.uvarint()
    const size = reader.tagSize()
    const end = reader.position + size
    if (tag === 0) {
      const currentLeader = decodeUpdateRaftVoterResponseCurrentLeader(reader, version)
      message.currentLeader = currentLeader
      reader.expectPosition(end, tag)
    } else message.unknownTaggedFields = reader.unknownTag(message.unknownTaggedFields, tag, size)
  }
}

function decodeUpdateRaftVoterResponseCurrentLeader(
  reader: Reader,
  _version: number,
): UpdateRaftVoterResponseCurrentLeader {
  const leaderId = reader.int32()
  const leaderEpoch = reader.int32()
  const host = reader.compactString()
  const port = reader.int32()
  const unknownTaggedFields = reader.unknownTags()
  return { leaderId, leaderEpoch, host, port, unknownTaggedFields }
}

function encodeUpdateRaftVoterResponse(
  writer: Writer,
  message: UpdateRaftVoterResponse,
  version: number,
): void {
  writer.int32(message.throttleTimeMs)
  writer.int16(message.errorCode)

  encodeUpdateRaftVoterResponseTags(writer, message, version)
}

function encodeUpdateRaftVoterResponseTags(
  writer: Writer,
  message: UpdateRaftVoterResponse,
  version: number,
): void {
  const unknown = message.unknownTaggedFields
  const currentLeaderSet = !isDefaultUpdateRaftVoterResponseCurrentLeader(message.currentLeader)
  if (!currentLeaderSet) {
    writer.onlyUnknownTags(unknown)
    return
  }
  let count = unknown === null ? 0 : unknown.length
  if (currentLeaderSet) count++
  writer.uvarint(count)
  let next = 0
  if (currentLeaderSet) {
    if (unknown !== null) next = writer.unknownTags(unknown, next, 0)
    const mark = writer.beginTag(0)
    encodeUpdateRaftVoterResponseCurrentLeader(writer, message.currentLeader, version)
    writer.endTag(mark)
  }
  if (unknown !== null) writer.unknownTags(unknown, next, Number.POSITIVE_INFINITY)
}

function encodeUpdateRaftVoterResponseCurrentLeader(
  writer: Writer,
  message: UpdateRaftVoterResponseCurrentLeader,
  _version: number,
): void {
  writer.int32(message.leaderId)
  writer.int32(message.leaderEpoch)
  writer.compactString(message.host)
  writer.int32(message.port)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

export const updateRaftVoterApi: Api<UpdateRaftVoterRequest, UpdateRaftVoterResponse> = {
  key: 82,
  name: 'UpdateRaftVoter',
  versionMin: 0,
  versionMax: 0,
  versionMaxStable: 0,
  flexibleSince: 0,
  listeners: ['controller'],
  request: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUndecodable('UpdateRaftVoterRequest', version, '0')
      return decodeUpdateRaftVoterRequest(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUnencodable('UpdateRaftVoterRequest', version, '0')
      encodeUpdateRaftVoterRequest(writer, message, version)
    },
  },
  response: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUndecodable('UpdateRaftVoterResponse', version, '0')
      return decodeUpdateRaftVoterResponse(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUnencodable('UpdateRaftVoterResponse', version, '0')
      encodeUpdateRaftVoterResponse(writer, message, version)
    },
  },
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1,
}
