import { ZERO_UUID } from '@samsa/base'
import type { Uuid } from '@samsa/base'
import type { RecordSchema } from '../../../api.ts'
import { throwVersionUndecodable, throwVersionUnencodable } from '../../../codec/errors.ts'
import type { Reader } from '../../../codec/reader.ts'
import type { UnknownTaggedField } from '../../../codec/tagged-field.ts'
import type { Writer } from '../../../codec/writer.ts'

export interface VotersRecord {
  version: number
  voters: VotersRecordVoter[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface VotersRecordVoter {
  voterId: number
  voterDirectoryId: Uuid
  endpoints: VotersRecordVoterEndpoint[]
  kRaftVersionFeature: VotersRecordVoterKRaftVersionFeature
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface VotersRecordVoterKRaftVersionFeature {
  minSupportedVersion: number
  maxSupportedVersion: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface VotersRecordVoterEndpoint {
  name: string
  host: string
  port: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function votersRecord(init: Partial<VotersRecord> = {}): VotersRecord {
  return {
    version: init.version ?? 0,
    voters: init.voters ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function votersRecordVoter(init: Partial<VotersRecordVoter> = {}): VotersRecordVoter {
  return {
    voterId: init.voterId ?? 0,
    voterDirectoryId: init.voterDirectoryId ?? ZERO_UUID,
    endpoints: init.endpoints ?? [],
    kRaftVersionFeature: init.kRaftVersionFeature ?? defaultVotersRecordVoterKRaftVersionFeature,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function votersRecordVoterKRaftVersionFeature(
  init: Partial<VotersRecordVoterKRaftVersionFeature> = {},
): VotersRecordVoterKRaftVersionFeature {
  return {
    minSupportedVersion: init.minSupportedVersion ?? 0,
    maxSupportedVersion: init.maxSupportedVersion ?? 0,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function votersRecordVoterEndpoint(
  init: Partial<VotersRecordVoterEndpoint> = {},
): VotersRecordVoterEndpoint {
  return {
    name: init.name ?? '',
    host: init.host ?? '',
    port: init.port ?? 0,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

const defaultVotersRecordVoterKRaftVersionFeature: VotersRecordVoterKRaftVersionFeature =
  Object.freeze(votersRecordVoterKRaftVersionFeature())

function decodeVotersRecord(reader: Reader, version: number): VotersRecord {
  const versionValue = reader.int16()
  const votersCount = reader.compactArray(27)
  const voters = decodeVotersRecordVoterArray(reader, version, votersCount)
  const unknownTaggedFields = reader.unknownTags()
  return { version: versionValue, voters, unknownTaggedFields }
}

function decodeVotersRecordVoter(reader: Reader, version: number): VotersRecordVoter {
  const voterId = reader.int32()
  const voterDirectoryId = reader.uuid()
  const endpointsCount = reader.compactArray(5)
  const endpoints = decodeVotersRecordVoterEndpointArray(reader, version, endpointsCount)
  const kRaftVersionFeature = decodeVotersRecordVoterKRaftVersionFeature(reader, version)
  const unknownTaggedFields = reader.unknownTags()
  return { voterId, voterDirectoryId, endpoints, kRaftVersionFeature, unknownTaggedFields }
}

function decodeVotersRecordVoterArray(
  reader: Reader,
  version: number,
  count: number,
): VotersRecordVoter[] {
  reader.structs(count)
  const items = new Array<VotersRecordVoter>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeVotersRecordVoter(reader, version)
  return items
}

function decodeVotersRecordVoterKRaftVersionFeature(
  reader: Reader,
  _version: number,
): VotersRecordVoterKRaftVersionFeature {
  const minSupportedVersion = reader.int16()
  const maxSupportedVersion = reader.int16()
  const unknownTaggedFields = reader.unknownTags()
  return { minSupportedVersion, maxSupportedVersion, unknownTaggedFields }
}

function decodeVotersRecordVoterEndpoint(
  reader: Reader,
  _version: number,
): VotersRecordVoterEndpoint {
  const name = reader.compactString()
  const host = reader.compactString()
  const port = reader.uint16()
  const unknownTaggedFields = reader.unknownTags()
  return { name, host, port, unknownTaggedFields }
}

function decodeVotersRecordVoterEndpointArray(
  reader: Reader,
  version: number,
  count: number,
): VotersRecordVoterEndpoint[] {
  reader.structs(count)
  const items = new Array<VotersRecordVoterEndpoint>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeVotersRecordVoterEndpoint(reader, version)
  return items
}

function encodeVotersRecord(writer: Writer, message: VotersRecord, version: number): void {
  writer.int16(message.version)
  writer.compactArray(message.voters.length)
  encodeVotersRecordVoterArray(writer, message.voters, version)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeVotersRecordVoter(
  writer: Writer,
  message: VotersRecordVoter,
  version: number,
): void {
  writer.int32(message.voterId)
  writer.uuid(message.voterDirectoryId)
  writer.compactArray(message.endpoints.length)
  encodeVotersRecordVoterEndpointArray(writer, message.endpoints, version)
  encodeVotersRecordVoterKRaftVersionFeature(writer, message.kRaftVersionFeature, version)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeVotersRecordVoterArray(
  writer: Writer,
  items: readonly VotersRecordVoter[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeVotersRecordVoter(writer, items[index]!, version)
}

function encodeVotersRecordVoterKRaftVersionFeature(
  writer: Writer,
  message: VotersRecordVoterKRaftVersionFeature,
  _version: number,
): void {
  writer.int16(message.minSupportedVersion)
  writer.int16(message.maxSupportedVersion)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeVotersRecordVoterEndpoint(
  writer: Writer,
  message: VotersRecordVoterEndpoint,
  _version: number,
): void {
  writer.compactString(message.name)
  writer.compactString(message.host)
  writer.uint16(message.port)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeVotersRecordVoterEndpointArray(
  writer: Writer,
  items: readonly VotersRecordVoterEndpoint[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeVotersRecordVoterEndpoint(writer, items[index]!, version)
}

export const votersRecordSchema: RecordSchema<VotersRecord> = {
  name: 'VotersRecord',
  type: null,
  versionMin: 0,
  versionMax: 0,
  flexibleSince: 0,
  codec: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 0)) throwVersionUndecodable('VotersRecord', version, '0')
      return decodeVotersRecord(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 0)) throwVersionUnencodable('VotersRecord', version, '0')
      encodeVotersRecord(writer, message, version)
    },
  },
}
